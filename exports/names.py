"""Titles that stand alone, and file names in the reader's language (drepte-og-skadde-etter-distrikt-2022-utgave-3)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from charts.view import View
from data.selection import Selection

LONGEST_TITLE = 72
# Letters that Unicode does not decompose; the rest lose their marks.
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ə": "a", "ı": "i", "ł": "l"})


# What these are called on the page ("Where", "Period against period") does not say what is counted.
NEEDS_SUBJECT = ("by_district", "by_status", "by_device", "by_activity", "periods_compared")


def standing_alone(view: View, words: Any) -> View:
    """The View with a title that says what it shows without the page round it."""
    return replace(view, title=words.say(f"exports.alone.{view.chart}")) if view.chart in NEEDS_SUBJECT else view


def file_name(view: View, selection: Selection, words: Any, extension: str = "") -> str:
    """What is counted, title, period, a mark of other filters, edition: lower case letters, digits and hyphens.

    Letters of any alphabet. Without an extension the name ends where it would stand.
    """
    subject, title = words.say("exports.name.subject"), slug(view.title)
    if not title.startswith(subject):
        title = f"{subject}-{title}"
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rpartition("-")[0] or title[:LONGEST_TITLE]
    parts = [title, *_limits(selection, words), _edition(view.edition, words)]
    return "-".join(part for part in parts if part) + (f".{extension}" if extension else "")


def records_file_name(title: str, selection: Selection, edition: int, words: Any, extension: str) -> str:
    """The same for a file of records: the dataset, the period, a mark of other filters, the edition."""
    name = slug(title)
    if len(name) > LONGEST_TITLE:
        name = name[:LONGEST_TITLE].rpartition("-")[0] or name[:LONGEST_TITLE]
    return f"{'-'.join([name, *_limits(selection, words), _edition(edition, words)])}.{extension}"


def attachment(name: str) -> dict[str, str]:
    """The parameters of a Content-Disposition header; the second as RFC 5987 writes it, so that å, ø and ə arrive."""
    return {"filename": ascii_name(name), "filename*": f"UTF-8''{quote(name, safe='')}"}


def _limits(selection: Selection, words: Any) -> list[str]:
    limits = [_period(selection, words)] if selection.limited_in_time else []
    if replace(selection, date_from=None, date_to=None) != Selection():
        limits.append(words.say("exports.name.filtered"))
    return limits


def _period(selection: Selection, words: Any) -> str:
    """Whole years as 2020-2024, any other period in words."""
    start, end = selection.date_from, selection.date_to
    if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year < end.year:
        return f"{start.year}-{end.year}"
    return slug(selection.period(words))


def _edition(edition: int, words: Any) -> str:
    return str(words.say("exports.name.edition", edition=str(edition)))


def slug(text: str) -> str:
    """Letters and digits joined by single hyphens."""
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", text).lower()).strip("-")


def ascii_name(name: str) -> str:
    """The same name for programs that know ASCII only; å becomes a, ø o, æ ae. Other alphabets: chart."""
    decomposed = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    plain = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9.-]+", "", decomposed)).strip("-")
    return f"chart{plain}" if plain.startswith(".") or not plain else plain


def set_file_name(name: str, selections: Sequence[Selection], edition: int, words: Any) -> str:
    """The same for a set of charts, without an ending: subject, common period, mark, what it is, edition.

    The mark stands where any chart has other limits than that period.
    """
    periods = {(one.date_from, one.date_to) for one in selections}
    common = Selection(*next(iter(periods))) if len(periods) == 1 else Selection()
    limits = [_period(common, words)] if common.limited_in_time else []
    if any(one != common for one in selections):
        limits.append(words.say("exports.name.filtered"))
    subject, kind = words.say("exports.name.subject"), words.say(f"exports.name.{name}")
    return "-".join([subject, *limits, kind, _edition(edition, words)])
