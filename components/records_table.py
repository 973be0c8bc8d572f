"""The table of the records behind what is shown: sortable by links, public columns only, a page at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from charts.sentences import amount, recorded
from data.fields import STATUSES
from data.summaries.amounts import Amount
from data.summaries.records import RecordRow, RecordsPage
from data.web_address import parts_of

# A column: its kind, then the keys it shows, one line each; those in data.summaries.records.SORTS can be sorted by.
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("date", ("date",)), ("text", ("district", "place")), ("number", ("killed",)), ("number", ("injured",)),
    ("text", ("status",)), ("text", ("device", "activity")), ("text", ("outlet",)),
)  # fmt: skip
LABELS = {"outlet": "reported_in"}
UNSORTED = ("status",)
# Counts and dates are wanted largest and newest first, names from A.
DOWNWARDS = ("date", "killed", "injured")
ROWS = 25


def records_table(
    page: RecordsPage | None, address: Any, words: Any, district: Callable[[str], str], counted_by: str = ""
) -> dict[str, Any]:
    """What the template shows. `page` is None where the edition has no dataset of single accidents."""
    title = words.say("page.records.title")
    if page is None or not page.total:
        return {
            "title": title, "subtitle": words.say("page.records.none"), "pages": "", "previous": "", "next": "",
            "table": {"columns": [], "rows": []},
        }  # fmt: skip
    return {
        "title": title,
        "subtitle": words.say("page.records.subtitle", count=page.total, counted_by=counted_by),
        "table": {
            "columns": [_column(kind, keys, page, address, words) for kind, keys in COLUMNS],
            "rows": [{"id": f"record-{row.record_id}", "cells": _cells(row, words, district)} for row in page.rows],
        },
        "pages": words.say("page.records.page", page=page.page, pages=page.pages) if page.pages > 1 else "",
        "previous": _page_link(address, page.page - 1) if page.page > 1 else "",
        "next": _page_link(address, page.page + 1) if page.page < page.pages else "",
    }


def _page_link(address: Any, page: int) -> str:
    return replace(address, page=page).link + "#records"


def _column(kind: str, keys: tuple[str, ...], page: RecordsPage, address: Any, words: Any) -> dict[str, Any]:
    heads = [_heading(key, page, address, words) for key in keys]
    direction = ("descending" if page.descending else "ascending") if page.sort in keys else ""
    return {"kind": kind, "heads": heads, "label": " · ".join(head["label"] for head in heads), "sorted": direction}


def _heading(key: str, page: RecordsPage, address: Any, words: Any) -> dict[str, Any]:
    """A heading that sorts by its column; chosen again, the other way round."""
    label, current = words.say(f"field.{LABELS.get(key, key)}"), page.sort == key
    if key in UNSORTED:
        return {"key": key, "label": label, "link": "", "current": False}
    downwards = not page.descending if current else key in DOWNWARDS
    link = replace(address, sort=key, order="desc" if downwards else "asc", page=1).link + "#records"
    return {"key": key, "label": label, "link": link, "current": current}


def _cells(row: RecordRow, words: Any, district: Callable[[str], str]) -> list[dict[str, Any]]:
    statuses = [words.say(f"value.status.{status}") for status in STATUSES if row.statuses.get(status)]
    texts: dict[str, str] = {
        "date": _date(row, words),
        "district": district(row.district) if row.district else "",
        "place": row.place,
        "killed": _amount(row.killed, words),
        "injured": _amount(row.injured, words),
        "status": words.list(statuses),
        "device": words.say(f"value.device.{row.device}"),
        "activity": words.say(f"value.activity.{row.activity}"),
        "outlet": row.outlet,
    }
    cells = [_cell(kind, [texts[key] for key in keys if texts[key]], words) for kind, keys in COLUMNS]
    if parts_of(row.link).scheme in ("http", "https"):
        cells[-1]["link"] = row.link
    return cells


def _cell(kind: str, lines: list[str], words: Any) -> dict[str, Any]:
    first = lines[0] if lines else recorded(None, words)
    return {"text": first, "minor": lines[1:], "kind": kind, "link": "", "pick": "", "missing": not lines}


def _date(row: RecordRow, words: Any) -> str:
    """As exact as it is known, and no more; what is no date stays as the source wrote it."""
    if row.start is None:
        return row.date_text
    if row.precision in ("day", "month", "quarter", "year"):
        shown = words.date(row.start, row.precision)
    else:
        shown = words.say("page.records.span", start=row.start, end=row.end)
    return words.say("page.records.reported", date=shown) if row.date_role == "reported" else shown


def _amount(one: Amount, words: Any) -> str:
    return "" if one.n is None else amount(one, words)
