"""The README of a package of records: the same that every format says, for people, in Markdown."""

import re
from datetime import date
from typing import Any

from data.flat import names
from exports.records.dictionary import about_entries, entries
from exports.records.table import Table

_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def readme(table: Table, words: Any) -> str:
    about = table.about
    lines = [f"# {plain(about.title)}", "", words.say("takeaway.readme.empty"), ""]
    for key, name, value in about.told(words):
        if key != "title":
            lines.append(f"- **{name}:** {plain(_shown(value, words))}")
    lines += ["", f"## {words.say('takeaway.sheet.dictionary')}", ""]
    lines += [f"| {words.say('takeaway.heading.key')} | {words.say('takeaway.heading.label')} | "
              f"{words.say('takeaway.heading.definition')} |", "|---|---|---|"]  # fmt: skip
    for entry in entries(table, words):
        values = "; ".join(f"`{key}` {plain(name)}" for key, name in entry.values.items())
        lines.append(f"| `{entry.key}` | {plain(entry.label)} | {plain(entry.definition)} {values} |")
    for key, meaning in about_entries((*names.ABOUT_ROWS, *names.ABOUT_FIRST), words):
        lines.append(f"| `{key}` | | {plain(meaning)} |")
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    """A text that stands in Markdown as it is, on one line. Addresses stay addresses."""
    if re.match(r"https?://\S+$", text):
        return f"<{text}>"
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _shown(value: Any, words: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return words.number(value) if isinstance(value, int | float) else str(value)
