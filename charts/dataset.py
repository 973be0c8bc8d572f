"""The dataset that an analysis is asked of, or the View that says why it cannot be had."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.view import View
from data.frame import Edition, Frame
from data.summaries.coverage import CASES, cases_frame


def cases_asked(key: str, title: str, edition: Edition, asked: Asked) -> Frame | View:
    """Single accidents or people. Statements and period totals cannot be analysed case by case."""
    frame = edition.frames.get(asked.dataset) if asked.dataset else cases_frame(edition)
    if frame is None or frame.dataset.layout not in CASES:
        return no_dataset(key, title, edition, asked.words)
    return frame
