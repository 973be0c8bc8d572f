"""Contradictions among statements and cases, numbered, and statements that another edition gave otherwise: in words."""

from dataclasses import dataclass
from typing import Any

from charts.sentences import day_of, source_text
from data.comparison.pairs import pairs_of
from data.frame import Edition, Frame
from data.summaries.against import Conflict, Held, counter_of
from data.summaries.statements import Statement, statements_of

MOST_TOLD = 4


@dataclass(frozen=True)
class Revised:
    """`changed`: record_id -> the statement as the other edition gave it; `added` are ids of new ones, `gone` those
    that are no longer there."""

    changed: dict[str, Statement]
    added: frozenset[str]
    gone: tuple[Statement, ...]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.changed) | self.added


def numbered(held: list[Held]) -> list[tuple[int, Conflict]]:
    """Every contradiction with its number, by date, from 1."""
    return list(enumerate((conflict for one in held for conflict in one.conflicts), start=1))


def conflict_told(conflict: Conflict, words: Any) -> str:
    """One contradiction in a sentence that names who said what, of when."""
    parts = {"value": conflict.value, "beside": conflict.beside, **_named(conflict.statement, words, "")}
    if conflict.other is not None:
        parts |= _named(conflict.other, words, "other_")
    return str(words.say(f"published_against_recorded.conflict.{conflict.kind}", **parts))


def conflicts_told(held: list[Held], words: Any) -> list[str]:
    found = numbered(held)
    told = [f"{number}: {conflict_told(conflict, words)}" for number, conflict in found[:MOST_TOLD]]
    if not told:
        return []
    opening = words.say("published_against_recorded.note_conflicts", count=len(found))
    rest = len(found) - len(told)
    return [
        opening,
        *told,
        *([words.say("published_against_recorded.note_conflicts_rest", count=rest)] if rest else []),
    ]


def revised_statements(against: Edition | None, totals: Frame) -> Revised | None:
    """What the other edition gave otherwise; None where there is none to compare with, or it has no such dataset."""
    before = against.frames.get(totals.dataset.key) if against else None
    if before is None or before.dataset.layout != "running_totals":
        return None
    pairs, old, new = pairs_of(before, totals), statements_of(before), statements_of(totals)
    changed = {
        new[theirs].record_id: old[mine] for mine, theirs in zip(pairs.alike_before, pairs.alike_after, strict=True)
    }
    added = frozenset(new[position].record_id for position in pairs.added)
    return Revised(changed, added, tuple(old[position] for position in pairs.gone))


def revisions_told(revised: Revised | None, against: Edition | None, words: Any) -> list[str]:
    if against is None:
        return []
    number = str(against.number)
    if revised is None:
        return [words.say("published_against_recorded.note_no_earlier", edition=number)]
    counts = {"changed": len(revised.changed), "added": len(revised.added), "gone": len(revised.gone)}
    told = [words.say(f"published_against_recorded.revised.{name}", count=n) for name, n in counts.items() if n]
    if not told:
        return [words.say("published_against_recorded.note_unrevised", edition=number)]
    return [words.say("published_against_recorded.note_revised", edition=number, counts=words.list(told))]


def _named(one: Statement, words: Any, prefix: str) -> dict[str, str]:
    unnamed = words.say("published_against_recorded.unnamed")
    return {
        f"{prefix}counter": source_text("counted_by", one.counted_by, words) if counter_of(one) else unnamed,
        f"{prefix}day": day_of(one.first, one.precision, words),
        f"{prefix}outlet": one.outlet or words.say("published_against_recorded.no_outlet"),
    }
