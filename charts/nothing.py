"""The View of a chart that has nothing to draw: it says why, and what to do."""

from typing import Any

from charts.headlines.nothing import nothing
from charts.headlines.told import Told
from charts.sentences import about, counted_by, selection_sentence, sources
from charts.view import Column, Table, View
from data.frame import Edition, Frame
from data.selection import Selection


def no_dataset(key: str, title: str, edition: Edition, words: Any) -> View:
    """The edition holds no dataset of the kind that the chart draws."""
    reason = words.say("charts.empty.no_dataset")
    return View(key, title, "", reason, Table((), ()), {}, (), edition.number, None, empty=True,
                empty_reason=reason, headline=reason)  # fmt: skip


def nothing_found(
    key: str, title: str, edition: Edition, frame: Frame, selection: Selection, words: Any,
    columns: tuple[Column, ...], notes: tuple[str, ...] = (),
) -> View:  # fmt: skip
    """No record fits the selection."""
    sentence = selection_sentence(selection, words)
    reason = words.say("charts.empty.nothing_found", selection=sentence[0].lower() + sentence[1:-1])
    return View(
        key, title, sentence, reason, Table(columns, ()), {}, sources(frame, words), edition.number, None, notes,
        empty=True, empty_reason=reason, about=about(frame, words),
        headline=nothing(Told(words, counted_by(frame, words), selection)),
    )  # fmt: skip
