"""Whether a draft agrees, as values for its page: within the file, with published statements, overlaps and doubts."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from charts.sentences import amount, source_text
from data.comparison.agreement import WithinFile, WithStatement
from data.comparison.contradictions import Contradiction
from data.comparison.doubts import Doubt
from data.comparison.overlaps import DECISIONS, UNDECIDED, Overlaps
from data.problems import sentence
from data.summaries.amounts import Amount
from data.summaries.statements import Statement

# Pairs that a person decides on at once; the rest comes as these are decided.
PAIRS = 50


def within_file_told(found: list[WithinFile], file: str, words: Any) -> list[dict[str, Any]]:
    return [
        {"agrees": one.agrees, "sentence": sentence(one.problem, words, file)} for one in found
    ]  # fmt: skip


def statements_told(found: list[WithStatement], words: Any) -> list[dict[str, Any]]:
    return [_statement(one, words) for one in found]


def _statement(one: WithStatement, words: Any) -> dict[str, Any]:
    said = one.statement
    about = words.say(
        f"agreement.statement.{'covers' if one.covers else 'same'}",
        counter=source_text("counted_by", said.counted_by, words), as_of=said.first,
    )  # fmt: skip
    notes = [words.say(f"agreement.when.{one.when}", last=one.last) if one.last else ""]
    notes += [words.say("agreement.counted", count=one.counted)]
    notes += [words.say("agreement.partly", count=one.partly)] if one.partly else []
    notes += [words.say("agreement.undated", count=one.undated)] if one.undated else []
    notes += [words.say("agreement.outside", count=one.outside)] if one.outside else []
    notes += [words.say("agreement.begins", first=one.first)] if one.begins_late else []
    notes += [words.say("agreement.only_part")] if one.covers else []
    return {
        "about": about,
        "rows": [
            {
                "label": words.say(f"changes.measure.{outcome}"),
                "records": amount(getattr(one, outcome), words),
                "statement": amount(_stated(said, outcome), words),
                "verdict": words.say(f"agreement.verdict.{_verdict(one, outcome)}"),
                "differs": one.agrees(outcome) is False,
            }
            for outcome in ("killed", "injured", "casualties")
        ],
        "notes": [note for note in notes if note],
    }


def contradictions_told(found: list[Contradiction], words: Any) -> list[str]:
    return [
        str(words.say(
            f"agreement.contradicts.{one.when}", measure=words.say(f"changes.measure.{one.outcome}"),
            value=one.statement.value(one.outcome), day=one.statement.first,
            other=one.other.value(one.outcome), other_day=one.other.first,
            counter=source_text("counted_by", one.other.counted_by, words),
        ))
        for one in found[:PAIRS]
    ]  # fmt: skip


def _stated(said: Statement, outcome: str) -> Amount:
    return Amount(said.value(outcome)) if outcome == "casualties" else getattr(said, outcome)


def _verdict(one: WithStatement, outcome: str) -> str:
    if one.statement.value(outcome) is None:
        return "unsaid"
    if getattr(one, outcome).n is None:
        return "unrecorded"
    agrees = one.agrees(outcome)
    return "open" if agrees is None else "agrees" if agrees else "differs"


def overlaps_told(
    found: Overlaps, record: Callable[..., dict[str, str]], difference: Callable[[Any], dict[str, str]], words: Any
) -> dict[str, Any]:
    """Pairs that are not decided come first, PAIRS of them at a time."""
    pairs = found.pairs
    order = sorted(range(len(pairs)), key=lambda at: pairs[at].decision != UNDECIDED)
    shown = [
        {
            "id": pairs[at].id,
            "decision": pairs[at].decision,
            "there": record(found.before, pairs[at].before, words),
            "new": record(found.added, pairs[at].after, words),
            "differences": [difference(one) for one in found.differing(at)],
        }
        for at in order[:PAIRS]
    ]
    return {
        "same": words.say("agreement.overlap.same", count=len(found.same)),
        "new": words.say("agreement.overlap.new", count=len(found.new)),
        "alike": words.say("agreement.overlap.alike", count=len(pairs)) if pairs else "",
        "undecided": words.say("agreement.overlap.undecided", count=found.undecided) if found.undecided else "",
        "open": found.undecided,
        "pairs": shown,
        "more": len(pairs) - len(shown),
        "decisions": [(one, words.say(f"agreement.decision.{one}")) for one in DECISIONS],
        "dropped": [record(found.added, int(at), words) for at in found.same[:PAIRS]],
    }


def doubts_told(found: list[Doubt], said: Mapping[str, str], words: Any) -> list[dict[str, Any]]:
    """`said`: doubt id -> the reason that stands."""
    return [{"id": one.id, "sentence": doubt_sentence(one.kind, one.params, words), "reason": said.get(one.id, "")}
            for one in found]  # fmt: skip


def least(params: Mapping[str, Any]) -> list[str]:
    """The figures among the parameters of a doubt that are only a minimum."""
    return [side for side in ("before", "after") if side in params.get("at_least", ())]


def doubt_sentence(kind: str, params: Mapping[str, Any], words: Any) -> str:
    """Keys among the parameters in words: measures, layouts; months and days."""
    values: dict[str, Any] = dict(params)
    for side in least(values):
        values[side] = amount(Amount(values[side], at_least=True), words)
    if "measure" in values:
        values["measure"] = words.say(f"changes.measure.{values['measure']}")
    if kind == "other_layout":
        values |= {side: words.say(f"changes.layout.{values[side]}") for side in ("before", "after")}
    if kind == "hole_in_time":
        values |= {side: words.date(date.fromisoformat(values[side]), "month") for side in ("first", "last")}
    if kind.startswith("newest"):
        values |= {side: date.fromisoformat(values[side]) for side in ("before", "after") if side in values}
    return str(words.say(f"doubts.{kind}", **values))
