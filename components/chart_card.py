"""A chart's card: title, tabs, notes, foot line, the way to its share panel, from a View; the table of any View."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from charts import INTERVALS, MAIN_CHARTS, options_of
from charts.options import option_pairs
from charts.sentences import recorded
from charts.view import Table, View
from data.selection import Selection
from data.web_address import parts_of
from exports.address import chart_query
from exports.picture import source_line

Pairs = list[tuple[str, str]]
TABS = ("chart", "table", "about")
MAIN_SLOT = "main"
# On /explore, where a chart may have fifteen, the notes after these are folded; one alone is not worth it.
NOTES_SHOWN = 4


def chart_card(
    view: View, address: Any, words: Any, plain: bool = True,
    *, slot: str = "", chosen: Pairs | None = None, narrowed: Callable[[str], str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """What the template shows. `address` is a components.address.Address.

    `plain`: the main chart's table goes along for readers without scripts. On /explore `slot` names the card, `chosen`
    is what its chart is asked beside the selection, and `narrowed` gives the address for a pick of the table.
    """
    main = bool(slot) or view.chart in MAIN_CHARTS
    tab = address.tab(view.chart)
    return {
        "chart": view.chart,
        "slot": slot or (MAIN_SLOT if main else view.chart),
        "title": view.title,
        "subtitle": view.subtitle,
        "alt": view.alt,
        "height": view.height,
        "findings": view.findings,
        "dataset": "",
        "explore": "",
        **_notes(view, words, fold=bool(slot)),
        "about": view.about,
        "empty": view.empty_reason if view.empty else "",
        "reset": "" if address.selection.everything else replace(address, selection=Selection(), page=1).link,
        "tab": tab,
        "tabs": _tabs(view.chart, address, words),
        "forms": _forms(address, words) if view.chart in MAIN_CHARTS else [],
        "intervals": _intervals(address, words) if view.chart == "reported_accidents" else [],
        "picks": narrowed is not None,
        "table": table_of(view.table, words, narrowed) if tab == "table" or (main and plain) else None,
        "plain_table": main and plain,
        "source": source_line(view, words),
        "share": _share(view, address, chosen),
    }


def _notes(view: View, words: Any, fold: bool) -> dict[str, Any]:
    if not fold or len(view.notes) <= NOTES_SHOWN + 1:
        return {"notes": view.notes, "more_notes": {}}
    folded = view.notes[NOTES_SHOWN:]
    more = {"label": words.say("explore.notes.more", count=len(folded)), "notes": folded}
    return {"notes": view.notes[:NOTES_SHOWN], "more_notes": more}


def _tabs(chart: str, address: Any, words: Any) -> list[tuple[str, str, bool]]:
    current = address.tab(chart)
    return [(words.say(f"page.tab.{tab}"), address.with_tab(chart, tab).link, tab == current) for tab in TABS]


def _forms(address: Any, words: Any) -> list[tuple[str, str, bool]]:
    return [
        (words.say(f"page.form.{form}"), replace(address, form=form).link, form == address.form) for form in MAIN_CHARTS
    ]


def _intervals(address: Any, words: Any) -> list[tuple[str, str, bool]]:
    return [
        (words.say(f"page.interval.{name}"), replace(address, interval=name).link, name == address.interval)
        for name in INTERVALS
    ]


def _share(view: View, address: Any, chosen: Pairs | None) -> str:
    """The address of the share panel for the chart as it is shown."""
    options = option_pairs(options_of(view.chart), {"by": address.interval}) if chosen is None else chosen
    return f"/share/{view.chart}?{chart_query(address.language, address.selection.query(), options, address.edition)}"


def table_of(table: Table, words: Any, narrowed: Callable[[str], str] | None = None) -> dict[str, Any]:
    """A View's table in words. Rows with an id get one of their own, so that an address can point at them.

    A column of links has no room of its own: the text before it becomes the link. `narrowed` gives the address for a
    pick; without it picks are no links.
    """
    kinds = [column.kind for column in table.columns]
    joined = [i for i in range(1, len(kinds)) if kinds[i] == "link" and kinds[i - 1] == "text"]
    ids = table.row_ids or ("",) * len(table.rows)
    no_picks = ("",) * len(kinds)
    picks = table.picks if narrowed and table.picks else (no_picks,) * len(table.rows)
    columns = [{"kind": c.kind, "label": c.label, "heads": [], "sorted": ""} for c in table.columns]
    return {
        "columns": [column for i, column in enumerate(columns) if i not in joined],
        "rows": [
            {
                "id": f"statement-{row_id}" if row_id else "",
                "cells": _cells(
                    _in_words(table, i, words),
                    kinds,
                    joined,
                    words,
                    [narrowed(pick) if narrowed and pick else "" for pick in own],
                ),
            }
            for i, (row_id, own) in enumerate(zip(ids, picks, strict=True))
        ],
    }


def _in_words(table: Table, i: int, words: Any) -> tuple[Any, ...]:
    """A row, its minima as "at least 4"."""
    return tuple(
        words.say("charts.at_least", number=value) if (i, j) in table.minima else value
        for j, value in enumerate(table.rows[i])
    )


def _cells(
    row: tuple[Any, ...], kinds: Sequence[str], joined: list[int], words: Any, picks: Sequence[str]
) -> list[dict[str, Any]]:
    cells = [cell(value, kind, words) | {"pick": pick} for value, kind, pick in zip(row, kinds, picks, strict=True)]
    for i in joined:
        name, link = cells[i - 1], cells[i]
        if link["link"]:
            text = link["text"] if name["missing"] or not name["text"] else name["text"]
            cells[i - 1] = link | {"kind": "text", "text": text}
    return [shown for i, shown in enumerate(cells) if i not in joined]


def cell(value: Any, kind: str, words: Any) -> dict[str, Any]:
    """One cell: its text, its link where it has one, and whether it says only that nothing was recorded."""
    shown = {"kind": kind, "minor": [], "link": "", "missing": False}
    if value is None:
        return shown | {"text": recorded(None, words), "missing": True}
    if kind == "link":
        host = parts_of(value).hostname if parts_of(value).scheme in ("http", "https") else None
        return shown | {"text": host.removeprefix("www.") if host else value, "link": value if host else ""}
    if isinstance(value, date):
        return shown | {"text": words.date(value)}
    return shown | {"text": words.number(value) if isinstance(value, int | float) else str(value)}
