"""The trail, for people: a sentence for each line of the log, and all of them as CSV."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from data.store import LogEntry
from exports.csv import defused

# Details that have words of their own in each language.
_FAMILIES = {"role": "accounts.role.", "language": "writing.in."}
COLUMNS = ("number", "at", "who", "action", "what", "details")


def sentence(entry: LogEntry, words: Any) -> str:
    """What was done. An action that has no sentence, or lacks what its sentence needs, is told by name and details."""
    message = f"trail.action.{entry.action}"
    if words.has(message):
        try:
            return str(words.say(message, **{name: _part(name, value, words) for name, value in entry.details.items()}))
        except KeyError:
            pass
    return " ".join(filter(None, (entry.action, _details(entry))))


def name(action: str, words: Any) -> str:
    """What an action is called in a list of actions."""
    message = f"trail.name.{action}"
    return str(words.say(message)) if words.has(message) else action


def document(entries: Iterable[LogEntry], words: Any) -> bytes:
    """UTF-8 with a mark, comma, CRLF; times in UTC. No cell is run as a formula by a spreadsheet."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        at = entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        cells = (entry.who, entry.action, sentence(entry, words), _details(entry))
        writer.writerow([entry.number, at, *map(defused, cells)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _part(name: str, value: Any, words: Any) -> Any:
    """Numbers in the log are names (versions, editions), besides the count, which chooses the form of its sentence."""
    if name == "count":
        return value
    if name in _FAMILIES and words.has(f"{_FAMILIES[name]}{value}"):
        return str(words.say(f"{_FAMILIES[name]}{value}"))
    if isinstance(value, dict):
        return str(words.list(f"{key} {part}" for key, part in value.items()))
    if isinstance(value, list):
        return str(words.list(map(str, value)))
    return "" if value is None else str(value)


def _details(entry: LogEntry) -> str:
    return json.dumps(entry.details, ensure_ascii=False) if entry.details else ""
