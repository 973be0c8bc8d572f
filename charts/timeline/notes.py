"""What a chart over time cannot place, cannot finish or shows only in part, said in words."""

from collections.abc import Sequence
from typing import Any

from charts.notes import left_out, not_recorded
from charts.sentences import bin_name, cases, span, sums
from charts.timeline.series import cut_bins
from data.summaries.by_time import Bin, ByTime
from data.summaries.selected import Selected

# Stretches that are named one by one; the others are in the table.
MOST_NAMED = 6


def unfinished_note(found: ByTime, words: Any, how: str) -> str:
    """From when on figures may still grow; `how` they are drawn: hatched, dashed or outlined."""
    open = next((bin for bin in found.bins if bin.unfinished), None)
    if open is None:
        return ""
    start = bin_name(open.start, found.interval, words)
    return str(words.say(f"over_time.note.{how}", start=start, until=found.final_until))


def cut_note(found: ByTime, cut: Sequence[Bin], selected: Selected, words: Any) -> str:
    """Bins of which only a part is asked for or covered."""
    if not cut:
        return ""
    names = [bin_name(bin.start, found.interval, words) for bin in cut]
    return str(words.say("over_time.note.cut", bins=words.list(names)))


def undated_note(found: ByTime, selected: Selected, words: Any) -> str:
    if not found.undated.records:
        return ""
    told = cases(selected.dataset.layout, found.undated.records, words)
    numbers = sums(found.undated, selected.selection, words)
    return str(words.say("charts.reported_accidents.note_undated", cases=told, numbers=numbers))


def coarse_note(found: ByTime, selected: Selected, words: Any, how: str) -> str:
    """What is known only to longer stretches: drawn as brackets, spread over their days, or left_out."""
    if not found.coarse:
        return ""
    listed = [
        f"{span(extent.start, extent.end, words)}: {sums(extent.bucket, selected.selection, words)}"
        for extent in found.coarse[:MOST_NAMED]
    ]
    if (rest := len(found.coarse) - MOST_NAMED) > 0:
        listed.append(words.say("over_time.note.coarse_rest", count=rest))
    told = cases(selected.dataset.layout, sum(extent.bucket.records for extent in found.coarse), words)
    return str(words.say(f"over_time.note.coarse.{how}", cases=told, list="; ".join(listed)))


def calendar_notes(found: ByTime, selected: Selected, words: Any, how: str) -> list[str]:
    """All that a calendar of months must say; `how` months that may still grow are drawn."""
    cut = cut_bins(found, selected.selection, selected.dataset.covered_from)
    notes = [
        unfinished_note(found, words, how),
        cut_note(found, cut, selected, words),
        undated_note(found, selected, words),
        coarse_note(found, selected, words, "left_out"),
    ]
    if found.by_report:
        placed = cases(selected.dataset.layout, found.by_report, words)
        notes.append(words.say("charts.reported_accidents.note_by_report", cases=placed))
    return notes + not_recorded(selected, words, marked=False) + left_out(selected, words, undated_counted=False)
