"""What comes of an exhibit, in a few lines for a reader: the result, what is asked, left out, dropped and found."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.data.intake.gallery.exhibit import NOT_RECORDED, Exhibit
from texts import Words

_LAYOUTS = {
    "line_list": "list of people",
    "incident_list": "list of accidents",
    "period_totals": "totals by period",
    "running_totals": "running totals",
}
_PEOPLE = {
    "killed": "killed",
    "injured": "injured",
    "unknown_outcome": "whose outcome is unknown",
    "not_split": "of whom killed or injured is not said",
}
_WORDS = Words("en")


def lines(exhibit: Exhibit) -> Iterator[str]:
    """Markdown list items."""
    expect = exhibit.expect
    yield f"- **{'Should give' if exhibit.todo else 'Result'}:** {_result(expect)}."
    for key, guess in expect.get("questions", {}).items():
        yield f"- **Asked:** {_question(key)}" + (f" (guess: {guess})" if guess else "")
    for then in exhibit.answered:
        yield f"- Answered {_answers(then['answers'])}: {_result(then['expect'])}."
    if excluded := expect.get("excluded"):
        yield "- **Left out:** " + ", ".join(
            f"row {row} ({_plain(reason)})" for row, reason in map(str.split, excluded)
        )
    if dropped := expect.get("dropped"):
        yield "- **Dropped:** " + ", ".join(f"{heading} (by {_by(reason)})" for heading, reason in dropped.items())
    if findings := expect.get("findings"):
        yield "- **Findings:** " + ", ".join(map(_finding, findings))
    if exhibit.todo:
        yield f"- **Not yet:** {exhibit.todo}."


def _result(expect: Mapping[str, Any]) -> str:
    if refused := expect.get("refused"):
        return f"refused (`{refused.removeprefix('refused.')}`)"
    said = [_LAYOUTS[expect["layout"]]] if "layout" in expect else []
    said += [f"{expect['records']} record{'s' * (expect['records'] != 1)}"] if "records" in expect else []
    said += [_people(expect[key], words) for key, words in _PEOPLE.items() if _is_said(key, expect)]
    said += [f"{expect['undated']} undated"] if expect.get("undated") else []
    if latest := expect.get("latest"):
        figures = ", ".join(f"{number} {key}" for key, number in latest.items() if key in ("killed", "injured"))
        said = [each for each in said if NOT_RECORDED not in each] + [f"latest as of {latest['as_of']}: {figures}"]
    if expect.get("first_date"):
        said.append(f"from {expect['first_date']}" + (f" to {expect['last_date']}" if "last_date" in expect else ""))
    for of, tallies in (("records", expect.get("records_by", {})), ("people", expect.get("people_by", {}))):
        for field, tally in tallies.items():
            said.append(f"{of} by {_plain(field)}: " + ", ".join(f"{_plain(name)} {n}" for name, n in tally.items()))
    return "; ".join(said)


def _is_said(key: str, expect: Mapping[str, Any]) -> bool:
    """Killed and injured always; the rest where there is anybody."""
    return key in expect and (key in ("killed", "injured") or expect[key] not in (0, NOT_RECORDED))


def _people(number: Any, words: str) -> str:
    return f"{words} {NOT_RECORDED}" if number == NOT_RECORDED else f"{number} {words}"


def _question(key: str) -> str:
    kind, _, heading = key.partition(":")
    return _WORDS.say(f"question.{kind}", heading=heading)


def _answers(answers: Mapping[str, Any]) -> str:
    said = []
    for answer in answers.values():
        meant = answer if isinstance(answer, Mapping) else {"": answer}
        said += [f"{_plain(each)}" if not code else f"{code} = {_plain(each)}" for code, each in meant.items()]
    return "“" + ", ".join(said) + "”"


def _finding(finding: str) -> str:
    kind, _, cell = finding.partition(" ")
    where = f"row {cell}" if cell.isdecimal() else cell
    return _plain(kind) + (f" ({where})" if cell else "")


def _by(reason: str) -> str:
    return "its heading" if reason == "heading" else f"its content: {_plain(reason)}"


def _plain(key: str) -> str:
    return key.replace("_", " ")
