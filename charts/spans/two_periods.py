"""The two periods of periods_compared: which days each has, what was cut off them, and what is found in each."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from charts.asked import Asked
from charts.findings.change import SAME_LENGTH
from charts.sentences import period_name
from data.frame import Dataset, Frame
from data.selection import BadSelection
from data.summaries.selected import Selected, select
from data.summaries.spans import Span, finished, last_year, same_span_before, span_of
from data.summaries.tally import Bucket, whole


@dataclass(frozen=True, eq=False)
class Side:
    """One period with the days that are covered and final; `wanted` is what was asked for before any cut."""

    span: Span
    wanted: Span
    selected: Selected
    bucket: Bucket

    def name(self, words: Any) -> str:
        return period_name(*self.span, words)


@dataclass(frozen=True, eq=False)
class TwoPeriods:
    """`earlier` is None where nothing of it is covered. `of_selection`: the selection has a period of its own.

    `than_named`: the period to compare with was chosen; `misread`: the option names no days. Figures are final up to
    `final_until`.
    """

    later: Side
    earlier: Side | None
    of_selection: bool
    than_named: bool
    misread: bool
    final_until: date

    @property
    def same_length(self) -> bool:
        """Whether the numbers may stand against each other: equally many whole months, or days but for a leap day."""
        if self.earlier is None:
            return False
        spans = (self.later.span, self.earlier.span)
        months = {_whole_months(span) for span in spans}
        short, long = sorted(span.days for span in spans)
        return (len(months) == 1 and 0 not in months) or long <= short * SAME_LENGTH

    @property
    def alike(self) -> bool:
        return self.same_length and self.whole

    @property
    def whole(self) -> bool:
        """Whether all of the earlier period is covered, so that it may be compared."""
        return self.earlier is not None and self.earlier.span == self.earlier.wanted


def two_periods(frame: Frame, asked: Asked) -> TwoPeriods | None:
    """None where no day of the later period is covered and final."""
    dataset, selection = frame.dataset, asked.selection
    final_until = min(asked.today, dataset.covered_to or asked.today) - timedelta(days=dataset.reporting_delay_days)
    wanted = _of_selection(asked, dataset, final_until)
    later = _covered(wanted, dataset, final_until)
    if later is None:
        return None
    misread = False
    try:
        named = span_of(asked.options["than"])
    except BadSelection:
        named, misread = None, True
    against = named or same_span_before(later)
    earlier = _covered(against, dataset, final_until)
    return TwoPeriods(
        _side(frame, asked, later, wanted), _side(frame, asked, earlier, against) if earlier else None,
        selection.limited_in_time, named is not None, misread, final_until,
    )  # fmt: skip


def _of_selection(asked: Asked, dataset: Dataset, final_until: date) -> Span:
    """The selection's period, an open end at the last final day; without a period the last twelve final months."""
    selection = asked.selection
    if not selection.limited_in_time:
        return last_year(final_until)
    end = selection.date_to or final_until
    start = selection.date_from or dataset.covered_from or last_year(min(end, final_until)).start
    return Span(start, max(start, end))


def _covered(span: Span, dataset: Dataset, final_until: date) -> Span | None:
    start = max(span.start, dataset.covered_from or span.start)
    return finished(start, span.end, final_until) if start <= span.end else None


def _side(frame: Frame, asked: Asked, span: Span, wanted: Span) -> Side:
    selected = select(frame, replace(asked.selection, date_from=span.start, date_to=span.end))
    return Side(span, wanted, selected, whole(selected))


def _whole_months(span: Span) -> int:
    months = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
    return months if span.start.day == 1 and (span.end + timedelta(days=1)).day == 1 else 0
