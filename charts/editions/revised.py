"""Figures that an earlier edition gave otherwise: which years and bins they are, their note and their marks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from charts.asked import Asked
from charts.canvas import middle
from charts.palette import TEXT
from charts.sentences import bin_name, people_in
from charts.timeline.series import Series
from data.comparison.figures import EVERYTHING, Figures, by_year
from data.frame import Frame
from data.selection import Selection
from data.summaries.amounts import Amount
from data.summaries.by_time import ByTime, by_time
from data.summaries.coverage import CASES
from data.summaries.selected import select
from data.summaries.tally import Bucket

MOST_TOLD = 6


def revised_years(
    frame: Frame, earlier: Frame, selection: Selection = EVERYTHING
) -> dict[str, tuple[Figures, Figures]]:  # fmt: skip
    """Year -> (before, after), of the years that both have and whose killed, injured or others differ.

    As in data.comparison.figures: "2020-2021" is a stretch over years, "" what has no date.
    """
    before, after = by_year(earlier, selection), by_year(frame, selection)
    both = {year: (before[year], after[year]) for year in after if year in before}
    return {year: pair for year, pair in both.items() if _people(pair[0]) != _people(pair[1])}


def revised_bins(found: ByTime, frame: Frame, asked: Asked) -> dict[date, tuple[Bucket, Bucket]]:
    """First day of a bin -> (before, after), of the bins that differ. A bin that the earlier edition did not have yet,
    or that was not over when it was published, is no revision."""
    earlier = asked.against.frames.get(frame.dataset.key) if asked.against else None
    if earlier is None or earlier is frame or earlier.dataset.layout not in CASES:
        return {}
    was = {bin.start: bin for bin in by_time(select(earlier, asked.selection), found.interval, asked.today).bins}
    pairs = {bin.start: (was[bin.start].bucket, bin.bucket) for bin in found.bins
             if bin.start in was and not was[bin.start].unfinished}  # fmt: skip
    return {start: pair for start, pair in pairs.items() if _people(pair[0]) != _people(pair[1])}


def revised_note(
    revised: Mapping[date, tuple[Bucket, Bucket]], interval: str, outcomes: tuple[str, ...], edition: int, words: Any
) -> str:  # fmt: skip
    """Which bins say otherwise than the other edition, the newest first."""
    told = []
    for start, (before, after) in sorted(revised.items(), reverse=True)[:MOST_TOLD]:
        was, now = (people_in({one: getattr(side, one) for one in outcomes}, side.other, words)
                    for side in (before, after))  # fmt: skip
        name = bin_name(start, interval, words)
        told.append(words.say("editions_compared.revised_bin", bin=name, before=was, after=now))
    return str(words.say("editions_compared.note_revised_bins", count=len(revised), edition=str(edition),
                         listed="; ".join(told)))  # fmt: skip


def revised_states(
    states: Sequence[str], found: ByTime, revised: Mapping[date, Any], words: Any
) -> list[str]:  # fmt: skip
    """What the table says of each bin, and that it is revised."""
    said = words.say("editions_compared.state.revised")
    return [
        ", ".join(part for part in (state, said if bin.start in revised else "") if part)
        for state, bin in zip(states, found.bins, strict=True)
    ]


def revised_marks(
    found: ByTime, revised: Mapping[date, Any], parts: Sequence[Series], stacked: bool
) -> dict[str, Any]:  # fmt: skip
    """A diamond on each of those bins: at the top of what is drawn of it."""
    drawn = np.nan_to_num(np.stack([part.drawn for part in parts]))
    tops = drawn.sum(axis=0) if stacked else drawn.max(axis=0)
    own = [i for i, bin in enumerate(found.bins) if bin.start in revised]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "revised",
        "meta": {"role": "revised"},
        "x": [middle(found.bins[i].start, found.bins[i].end) for i in own],
        "y": [float(tops[i]) for i in own],
        "marker": {"symbol": "diamond-open", "size": 10, "color": TEXT, "line": {"color": TEXT, "width": 1.4}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _people(one: Figures | Bucket) -> tuple[Amount, Amount, float]:
    other = one.other.known if isinstance(one.other, Amount) else one.other
    return one.killed, one.injured, other
