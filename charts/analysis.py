"""What stands round every analysis of single cases: what is counted, by whom, for which selection, as of when."""

from collections.abc import Iterable
from typing import Any

from charts.sentences import about, cases, counted_by, selection_sentence, sources
from charts.view import Table, View
from data.frame import Edition, Frame
from data.summaries.selected import Selected


def analysis_view(
    key: str, title: str, edition: Edition, frame: Frame, selected: Selected, words: Any, *,
    alt: str, headline: str = "", table: Table, figure: dict[str, Any], notes: Iterable[str], empty_reason: str = "",
    findings: Iterable[str] = (),
) -> View:  # fmt: skip
    """The View of what is drawn, or of a table alone where `figure` is {} for `empty_reason`."""
    return View(
        chart=key,
        title=title,
        subtitle=subtitle(selected, frame, words),
        alt=alt,
        headline=headline or empty_reason,
        table=table,
        figure=figure,
        sources=sources(frame, words),
        edition=edition.number,
        as_of=frame.dataset.covered_to,
        notes=tuple(note for note in notes if note),
        empty=not figure,
        empty_reason=empty_reason,
        height=figure["layout"]["height"] if figure else 0,
        about=about(frame, words),
        findings=tuple(finding for finding in findings if finding),
    )


def subtitle(selected: Selected, frame: Frame, words: Any) -> str:
    told = cases(frame.dataset.layout, selected.record_count, words)
    parts = [words.say("charts.subtitle.cases", cases=told, counted_by=counted_by(frame, words)),
             selection_sentence(selected.selection, words)]  # fmt: skip
    if frame.dataset.covered_to:
        parts.append(words.say("charts.as_of", day=frame.dataset.covered_to))
    return " ".join(parts)
