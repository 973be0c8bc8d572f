"""What is missing or special about the rates, said in words."""

from typing import Any

from charts.how_often.points import Point
from charts.notes import left_out, not_recorded
from charts.sentences import bin_name, cases, span
from data.summaries.by_time import ByTime
from data.summaries.selected import Selected


def rate_notes(
    selected: Selected, found: ByTime, points: list[Point], of: str, factor: float, words: Any
) -> list[str]:  # fmt: skip
    layout, notes = selected.dataset.layout, []
    if unfinished := [bin for bin in found.bins if bin.unfinished]:
        start = bin_name(unfinished[0].start, found.interval, words)
        notes.append(words.say("rates.note.unfinished", start=start, until=found.final_until))
    cut = [p.name for p, bin in zip(points, found.bins, strict=True) if not p.whole and not bin.unfinished]
    if cut:
        notes.append(words.say("rates.note.cut", names=words.list(cut)))
    if factor > 1:
        notes.append(words.say("rates.note.clustering", factor=round(factor, 1)))
    if found.coarse:
        count = sum(extent.bucket.records for extent in found.coarse)
        spans = words.list(span(extent.start, extent.end, words) for extent in found.coarse[:6])
        notes.append(words.say("rates.note.coarse", cases=cases(layout, count, words), spans=spans))
    if found.undated.records:
        notes.append(words.say("rates.note.undated", cases=cases(layout, found.undated.records, words)))
    if of != "accidents":
        notes += not_recorded(selected, words, marked=False)
    return notes + left_out(selected, words, undated_counted=False)
