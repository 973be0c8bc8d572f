"""What a comparison of two periods must say: how they were chosen, what was cut off, what is in neither."""

from typing import Any

from charts.notes import left_out
from charts.sentences import cases, period_name
from charts.spans.two_periods import Side, TwoPeriods


def period_notes(two: TwoPeriods, words: Any) -> list[str]:
    notes = [words.say("periods_compared.note.misread") if two.misread else "", _chosen(two, words)]
    notes += [_cut(side, two, words) for side in (two.later, two.earlier) if side]
    if two.earlier and not two.same_length:
        days = {"later": two.later.span.days, "earlier": two.earlier.span.days}
        notes.append(words.say("periods_compared.note.lengths", **days))
    if two.earlier and two.earlier.span.end >= two.later.span.start and two.earlier.span.start <= two.later.span.end:
        notes.append(words.say("periods_compared.note.overlap"))
    if two.earlier and (outside := two.earlier.selected.left_out.partly_inside):
        told = cases(two.earlier.selected.dataset.layout, outside, words)
        notes.append(words.say("periods_compared.note.partly_inside", cases=told))
    buckets = [side.bucket for side in (two.later, two.earlier) if side]
    if any(bucket.missing_killed or bucket.missing_injured for bucket in buckets):
        notes.append(words.say("periods_compared.note.minimum"))
    return [note for note in [*notes, *left_out(two.later.selected, words)] if note]


def _chosen(two: TwoPeriods, words: Any) -> str:
    """Which default holds; "" where the reader named both."""
    if two.than_named:
        return "" if two.of_selection else str(words.say("periods_compared.note.last_year"))
    name = "before" if two.of_selection else "last_year_before"
    return str(words.say(f"periods_compared.note.{name}"))


def _cut(side: Side, two: TwoPeriods, words: Any) -> str:
    """That only a part of a period is compared: the rest is not final, or not covered."""
    if side.span == side.wanted:
        return ""
    kind = "not_final" if side.span.end < side.wanted.end else "not_covered"
    told = {"wanted": period_name(*side.wanted, words), "used": side.name(words)}
    if kind == "not_final":
        return str(words.say("periods_compared.note.not_final", until=two.final_until, **told))
    return str(words.say("periods_compared.note.not_covered", **told))
