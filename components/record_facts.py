"""What a record says, in words: its facts, what it does not state, and its counts as the rows of a table."""

from typing import Any

from charts.sentences import OUTCOMES, amount, category_name, district_name, people_in, recorded, source_text
from data.comparison.differences import value
from data.fields import NOT_STATED
from data.frame import Frame
from data.record.counts import Count, amounts_of, counts_of

# The public fields in the order in which a person asks for them; dates and the basis of counts are said on their own.
FIELDS = (
    "district", "place", "device", "activity", "counted_by", "scope", "in_official_scope", "verification", "confidence",
    "reported_in",
)  # fmt: skip
# The source's own words, said beside what was made of them where they differ.
OWN_WORDS = {"district": "district_text", "device": "device_text", "activity": "activity_text"}
SILENT = ("", NOT_STATED)


def people(frame: Frame, position: int, words: Any) -> str:
    """4 killed and at least 2 injured: what the record says of people, in one phrase."""
    amounts = amounts_of(frame, position)
    other = sum(amounts[key].known for key in amounts if key not in OUTCOMES)
    return people_in({outcome: amounts[outcome] for outcome in OUTCOMES}, other, words)


def facts(frame: Frame, position: int, when: str, words: Any) -> list[tuple[str, str]]:
    """(name, value) of what is stated."""
    found = [(words.say("field.date"), when), *_dates(frame, position, words)]
    for field in FIELDS:
        said = value(frame, position, field)
        own = value(frame, position, OWN_WORDS[field]) if field in OWN_WORDS else ""
        if said in SILENT and not own:
            continue
        found.append((words.say(f"field.{field}"), _with_own(field, said, own, words)))
    if (total := value(frame, position, "stated_total")) is not None:
        found.append((words.say("field.stated_total"), words.number(total)))
    return found


def unstated(frame: Frame, position: int, words: Any) -> list[str]:
    """The names of the fields that the record does not state."""
    silent = [
        field for field in FIELDS
        if value(frame, position, field) in SILENT
        and not (field in OWN_WORDS and value(frame, position, OWN_WORDS[field]))
    ]  # fmt: skip
    return [words.say(f"field.{field}") for field in silent]


def basis(frame: Frame, position: int, words: Any) -> list[str]:
    """Killed and injured with how the record comes by them: stated, added from parts, of some only, not recorded."""
    amounts = amounts_of(frame, position)
    return [
        words.say(
            f"record.basis.{outcome}.{value(frame, position, f'{outcome}_basis')}",
            number=amount(amounts[outcome], words),
        )
        for outcome in OUTCOMES
    ]


def counts(frame: Frame, position: int, words: Any) -> list[dict[str, str]]:
    """The rows of the table of counts: `outcome`, `n`, `status`, `sex`, `age_group`, each in words."""
    return [_count(one, words) for one in counts_of(frame, position)]


def _count(one: Count, words: Any) -> dict[str, str]:
    said = {
        field: category_name(field, getattr(one, field), words) for field in ("outcome", "status", "sex", "age_group")
    }
    return said | {"n": _number(one, words)}


def _number(one: Count, words: Any) -> str:
    """4, at least 4, or 4 (3 to 6)."""
    if one.low is not None and one.high is not None and one.low != one.high:
        return words.say("record.range", n=one.n, low=one.low, high=one.high)
    if one.at_least:
        return words.say("charts.at_least", number=one.n)
    return recorded(one.n, words)


def _dates(frame: Frame, position: int, words: Any) -> list[tuple[str, str]]:
    role, text = value(frame, position, "date_role"), value(frame, position, "date_text")
    found = [(words.say("field.date_role"), words.say(f"record.role.{role}"))]
    if (since := value(frame, position, "since")) is not None:
        found.append((words.say("field.since"), words.date(since)))
    return found + ([(words.say("field.date_text"), text)] if text else [])


def _with_own(field: str, said: str, own: str, words: Any) -> str:
    """What was made of the source's words, and those words where they say it otherwise."""
    name = _name(field, said, words)
    if not own or own.casefold() == name.casefold():
        return name
    return own if said in SILENT else words.say("record.own_words", value=name, own=own)


def _name(field: str, said: str, words: Any) -> str:
    if field == "district":
        return district_name(said, words)
    if words.has(f"value.{field}.{said}"):
        return words.say(f"value.{field}.{said}")
    return source_text(field, said, words)
