"""The records of /explore: any columns, sorted by any of them, each leading to its row; or folded by incident."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import quote

from charts.sentences import amount, category_name, district_name, recorded
from data.fields import NOT_STATED
from data.frame import Frame
from data.selection import CATEGORIES, value_name
from data.summaries.amounts import Amount
from data.summaries.grid import Day, GridPage, GridRow, grid_page, said_columns
from data.web_address import parts_of

ROWS = 25
# What an incident says of its records when it is folded.
FOLDED = ("date", "district", "place", "killed", "injured", "other")
NUMBERS = ("killed", "injured", "other", "stated_total", "row")
# Counts and dates are wanted largest and newest first, names from A.
DOWNWARDS = ("date", "date_from", "date_to", "since", *NUMBERS)
# Columns whose keys are said in words; texts of the source stand as they are.
WORDED = (
    *CATEGORIES, "date_role", "date_precision", "killed_basis", "injured_basis", "counted_by", "scope", "reported_in",
    "district",
)  # fmt: skip


def explore_grid(frame: Frame | None, address: Any, words: Any) -> dict[str, Any]:
    """What the template shows. `address` is an ExploreAddress; without a dataset it says so."""
    empty = {"table": {"columns": [], "rows": []}, "incidents": [], "pages": "", "previous": "", "next": ""}
    if frame is None:
        return empty | {"subtitle": words.say("charts.empty.no_dataset"), "choose": None, "groups": []}
    there = said_columns(frame)
    columns = tuple(key for key in there if key in address.shown_columns) or there[:1]
    folded = address.group == "incident"
    page = grid_page(
        frame, address.selection, (*columns, *FOLDED, "source_url"), address.sort, address.order == "desc",
        address.page, ROWS, name_of=lambda field, key: _text(field, key, words), by_incident=folded,
    )  # fmt: skip
    shown = {
        "subtitle": _subtitle(page, frame, words),
        "choose": _choose(there, columns, address, words),
        "groups": _groups(address, words),
        "pages": words.say("page.records.page", page=page.page, pages=page.pages) if page.pages > 1 else "",
        "previous": _page_link(address, page.page - 1) if page.page > 1 else "",
        "next": _page_link(address, page.page + 1) if page.page < page.pages else "",
    }
    if not page.total:
        return empty | shown
    heads = [_column(key, page, address, words) for key in columns]
    rows = [[_row(row, columns, frame, address, words) for row in group] for group in page.groups]
    table = {"columns": heads, "rows": [] if folded else [row for group in rows for row in group]}
    pairs = zip(page.groups, rows, strict=True) if folded else ()
    incidents = [{**_incident(group, words), "rows": own} for group, own in pairs]
    return empty | shown | {"table": table, "incidents": incidents}


def record_link(frame: Frame, record_id: str, address: Any) -> str:
    """The address of one record, in the edition that is shown."""
    pinned = f"&edition={address.edition}" if address.edition else ""
    return f"/record/{quote(frame.dataset.key)}/{quote(record_id)}?lang={address.language}{pinned}"


def _subtitle(page: GridPage, frame: Frame, words: Any) -> str:
    if not page.total:
        return str(words.say("page.records.none"))
    counted_by = frame.dataset.counted_by[words.language]
    said = words.say(f"explore.records.{frame.dataset.layout}", count=page.total, counted_by=counted_by)
    if page.incidents:
        said += " " + words.say("explore.records.incidents", count=page.incidents)
    return str(said)


def _choose(there: Iterable[str], columns: tuple[str, ...], address: Any, words: Any) -> dict[str, Any]:
    """The form by which columns are chosen."""
    return {
        "hidden": address.pairs("show", "page"),
        "columns": [(key, _label(key, words), key in columns) for key in there],
        "count": str(len(columns)),
        "standard": replace(address, columns=()).link + "#records" if address.columns else "",
    }


def _groups(address: Any, words: Any) -> list[tuple[str, str, bool]]:
    return [
        (words.say(f"explore.group.{name or 'none'}"), replace(address, group=name, page=1).link + "#records",
         address.group == name)
        for name in ("", "incident")
    ]  # fmt: skip


def _page_link(address: Any, page: int) -> str:
    return str(replace(address, page=page).link + "#records")


def _label(key: str, words: Any) -> str:
    return str(words.say("explore.column.other") if key == "other" else words.say(f"field.{key}"))


def _column(key: str, page: GridPage, address: Any, words: Any) -> dict[str, Any]:
    """A heading that sorts by its column; chosen again, the other way round."""
    current = page.sort == key
    downwards = not page.descending if current else key in DOWNWARDS
    link = replace(address, sort=key, order="desc" if downwards else "asc", page=1).link + "#records"
    head = {"key": key, "label": _label(key, words), "link": link, "current": current}
    direction = ("descending" if page.descending else "ascending") if current else ""
    return {"kind": _kind(key), "heads": [head], "label": head["label"], "sorted": direction}


def _kind(key: str) -> str:
    return "number" if key in NUMBERS else "date" if key in DOWNWARDS else "text"


def _row(row: GridRow, columns: tuple[str, ...], frame: Frame, address: Any, words: Any) -> dict[str, Any]:
    cells = [_cell(key, row.values, words) for key in columns]
    # The first cell leads to the record itself.
    cells[0]["link"] = record_link(frame, row.record_id, address)
    return {"id": f"record-{row.record_id}", "cells": cells}


def _cell(key: str, values: dict[str, Any], words: Any) -> dict[str, Any]:
    text = _said(key, values[key], words)
    link = values["source_url"] if key in ("reported_in", "source_url") else ""
    safe = link if parts_of(link).scheme in ("http", "https") else ""
    if key == "source_url" and safe:
        text = parts_of(safe).hostname or text
    return {
        "text": text or recorded(None, words), "minor": [], "kind": _kind(key), "link": safe if text else "",
        "pick": "", "missing": not text,
    }  # fmt: skip


def _said(key: str, value: Any, words: Any) -> str:
    """A value in words, "" where the record does not say."""
    match value:
        case Day():
            return _day(value, words)
        case Amount():
            return "" if value.n is None else amount(value, words)
        case None:
            return ""
        case tuple():
            return str(words.list(_text(key, one, words) for one in value if one != NOT_STATED))
        case date():
            return str(words.date(value))
        case int() | float():
            return str(words.number(value)) if key != "row" else str(int(value))
    return _text(key, value, words)


def _text(key: str, value: str, words: Any) -> str:
    if not value or (value == NOT_STATED and key not in CATEGORIES):
        return ""
    if key in CATEGORIES or key in ("counted_by", "scope", "reported_in", "district"):
        return value_name(key, value, words, lambda code: district_name(code, words))
    return category_name(key, value, words) if key in WORDED else value


def _day(day: Day, words: Any) -> str:
    """As exact as it is known, and no more; what is no date stays as the source wrote it."""
    if day.start is None:
        return day.text
    if day.precision in ("day", "month", "quarter", "year") or day.end is None:
        shown = words.date(day.start, day.precision)
    else:
        shown = words.say("page.records.span", start=day.start, end=day.end)
    return str(words.say("page.records.reported", date=shown) if day.role == "reported" else shown)


def _incident(group: tuple[GridRow, ...], words: Any) -> dict[str, Any]:
    """The line that stands for its records: when, where, how many; what differs between them is not said."""
    first = group[0].values
    where = [_same(group, key, words) for key in ("district", "place")]
    people = []
    for outcome in ("killed", "injured"):
        total = _sum([row.values[outcome] for row in group])
        if total.n is None or total.n or total.at_least:
            people.append(words.say("explore.incident.people", what=_label(outcome, words), number=_of(total, words)))
    other = sum(row.values["other"] for row in group)
    if other:
        people.append(words.say("charts.other", count=other))
    return {
        "id": f"incident-{group[0].record_id}",
        "when": _said("date", first["date"], words) or recorded(None, words),
        "where": " · ".join(one for one in where if one),
        "people": " · ".join(people),
        "records": words.say("explore.incident.records", count=len(group)),
    }


def _same(group: tuple[GridRow, ...], key: str, words: Any) -> str:
    said = {_said(key, row.values[key], words) for row in group}
    return said.pop() if len(said) == 1 else ""


def _sum(amounts: list[Amount]) -> Amount:
    if all(one.n is None for one in amounts):
        return Amount(None)
    return Amount(sum(one.known for one in amounts), any(one.at_least or one.n is None for one in amounts))


def _of(one: Amount, words: Any) -> str:
    return recorded(None, words) if one.n is None else amount(one, words)
