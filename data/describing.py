"""A dataset's description as it is typed: read into a Dataset, or told field by field what is wrong with it."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from data.fields import LAYOUTS
from data.frame import Dataset

# Texts in every language; the first four must be there, the others in every language or in none.
REQUIRED = ("title", "counted_by", "scope", "definition")
OPTIONAL = ("publisher", "caution", "licence")
TEXTS = REQUIRED + OPTIONAL
PLAIN = ("contact", "source_url", "reporting_delay_days", "covered_from", "covered_to", "official_scope_of")
LONGEST = {"title": 150, "contact": 300, "source_url": 1000}
LONGEST_TEXT = 2000
MOST_DAYS = 3650
# A page of its own under /staff/datasets.
TAKEN = ("new",)
LONGEST_KEY = 60
_KEY = re.compile(rf"[a-z][a-z0-9_]{{1,{LONGEST_KEY - 1}}}")
# Letters that Unicode does not take apart.
_LATIN = str.maketrans({"æ": "ae", "ø": "o", "ə": "a", "ı": "i", "ß": "ss", "đ": "d", "ł": "l", "þ": "th"})


@dataclass
class Described:
    """`dataset` is None as long as something is `wrong`: field (title.nb, covered_to ...) -> (message id, params).

    The param `language`, where there is one, is a language's code, to be named in words.
    """

    dataset: Dataset | None = None
    wrong: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)


def described(
    typed: Mapping[str, str], languages: Sequence[str], known: Collection[str], today: date, key: str | None = None
) -> Described:
    """`typed`: field -> text, with title.nb and the like. `known`: keys of the other datasets.

    `key` is that of a dataset that exists; a new one has its key typed, or made from its title.
    """
    read = Described()
    texts: dict[str, Any] = {name: _in_every_language(read, typed, name, languages) for name in TEXTS}
    values: dict[str, Any] = {"layout": typed.get("layout", "").strip(), "contact": _plain(read, typed, "contact")}
    if values["layout"] not in LAYOUTS:
        read.wrong["layout"] = ("dataset.wrong.layout", {})
    values["source_url"] = _link(read, _plain(read, typed, "source_url"))
    values["reporting_delay_days"] = _days(read, typed.get("reporting_delay_days", ""))
    values |= _covered(read, typed, today)
    values["official_scope_of"] = typed.get("official_scope_of", "").strip() or None
    if values["official_scope_of"] not in {None, *known}:
        read.wrong["official_scope_of"] = ("dataset.wrong.other", {})
    key = key or _new_key(read, typed, texts["title"], known)
    if not read.wrong:
        read.dataset = Dataset(key=key, **texts, **values)
    return read


def proposed_key(title: str, known: Collection[str] = ()) -> str:
    """A key made from a title, "" where nothing of it can be used: small Latin letters, digits and underscores."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LATIN))
    plain = re.sub(r"[^a-z0-9]+", "_", "".join(c for c in plain if not unicodedata.combining(c))).strip("_")
    key = re.sub(r"^[0-9_]+", "", plain)[: LONGEST_KEY - 4].strip("_")
    if len(key) < 2:
        return ""
    taken = {*known, *TAKEN}
    return next(name for name in (key, *(f"{key}_{number}" for number in range(2, 999))) if name not in taken)


def typed_of(dataset: Dataset, languages: Sequence[str]) -> dict[str, str]:
    """What `described` would have read it from."""
    typed = {f"{name}.{code}": getattr(dataset, name).get(code, "") for name in TEXTS for code in languages}
    typed |= {name: str(getattr(dataset, name) or "") for name in PLAIN}
    return typed | {"key": dataset.key, "layout": dataset.layout}


def _in_every_language(
    read: Described, typed: Mapping[str, str], name: str, languages: Sequence[str]
) -> dict[str, str]:
    """The text in each language. Missing in one: that language is named at its field."""
    texts = {code: typed.get(f"{name}.{code}", "").strip() for code in languages}
    longest = LONGEST.get(name, LONGEST_TEXT)
    for code, text in texts.items():
        if len(text) > longest:
            read.wrong[f"{name}.{code}"] = ("dataset.wrong.long", {"most": longest, "count": len(text)})
        elif not text and (name in REQUIRED or any(texts.values())):
            kind = "both" if name not in REQUIRED else "required" if any(texts.values()) else "empty"
            read.wrong[f"{name}.{code}"] = (f"dataset.wrong.{kind}", {"language": code})
    return {code: text for code, text in texts.items() if text}


def _plain(read: Described, typed: Mapping[str, str], name: str) -> str:
    text = typed.get(name, "").strip()
    if len(text) > LONGEST[name]:
        read.wrong[name] = ("dataset.wrong.long", {"most": LONGEST[name], "count": len(text)})
    return text


def _link(read: Described, text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
    except ValueError:
        good = False
    if text and not good:
        read.wrong.setdefault("source_url", ("dataset.wrong.link", {}))
    return text


def _days(read: Described, text: str) -> int:
    text = text.strip() or "0"
    if text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= MOST_DAYS:
        return int(text)
    read.wrong["reporting_delay_days"] = ("dataset.wrong.days", {"most": MOST_DAYS})
    return 0


def _covered(read: Described, typed: Mapping[str, str], today: date) -> dict[str, date | None]:
    days: dict[str, date | None] = {}
    for name in ("covered_from", "covered_to"):
        days[name] = None
        if text := typed.get(name, "").strip():
            try:
                days[name] = date.fromisoformat(text)
            except ValueError:
                read.wrong[name] = ("dataset.wrong.date", {})
    start, end = days["covered_from"], days["covered_to"]
    if end and end > today:
        read.wrong["covered_to"] = ("dataset.wrong.future", {"today": today})
    elif start and end and start > end:
        read.wrong["covered_to"] = ("dataset.wrong.order", {"start": start})
    elif start and start > today:
        read.wrong["covered_from"] = ("dataset.wrong.future", {"today": today})
    return days


def _new_key(read: Described, typed: Mapping[str, str], title: dict[str, str], known: Collection[str]) -> str:
    key = typed.get("key", "").strip()
    if not key:
        key = proposed_key(title.get("en") or next(iter(title.values()), ""), known)
        if not key and title:
            read.wrong["key"] = ("dataset.wrong.no_key", {})
    elif key in known:
        read.wrong["key"] = ("dataset.wrong.key_taken", {"key": key})
    elif not _KEY.fullmatch(key) or key in TAKEN:
        read.wrong["key"] = ("dataset.wrong.key", {"most": LONGEST_KEY})
    return key
