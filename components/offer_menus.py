"""The choices of a draft as menus: what is in force, what else it could be, how sure that is and who said so."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.intake.offers import Offer

# Below these a mapping is no longer called sure, or likely.
SURE, LIKELY = 0.85, 0.6
# Sample cells that are shown of a column, and how much of each.
SAMPLES, MOST_SHOWN = 4, 32
# Headings may stand in so many rows; rows this far down are offered one by one only.
MOST_HEADING_ROWS, TOP = 3, 12
OF_THE_SHEET = ("sheet", "heading_rows", "layout")
UNUSED = (None, "", "ignore")
NOT_USED, GROUPS = "unused", ("unused", "killed", "injured", "when", "where", "other")


@dataclass(frozen=True)
class Namer:
    """How the fields of columns are named and what they are about (components.field_names)."""

    column_name: Callable[[str, Any], str]
    subject: Callable[[str], str]
    words: Any

    def name(self, kind: str, value: str) -> str:
        """A candidate in the reader's language, where it is no name of the file's own."""
        words = self.words
        if kind == "sheet":
            return value
        if kind == "heading_rows":
            rows = value.split(",")
            return str(words.say("understood.value.rows", count=len(rows), rows=words.list(rows)))
        if kind == "column":
            return self.column_name(value, words)
        message = f"understood.layout.{value}" if kind == "layout" else f"understood.value.{value}"
        return str(words.say(message)) if words.has(message) else value


def offer_menus(
    offers: Sequence[Offer], asked: Collection[str], answers: Mapping[str, Any], namer: Namer
) -> dict[str, list[dict[str, Any]]]:
    """`general` (sheet, headings, layout), `columns`, `unused` columns, the columns of a `crosstab`, and `answered`.

    What is `asked` (ids of open questions) is left to the questions. `answers` are those of the draft: an empty one
    only says that what was remembered shall not hold. Every menu has its `id` as JSON and `was`, by which a change is
    told from what was on the page.
    """
    found: dict[str, list[dict[str, Any]]] = {
        group: [] for group in ("general", "columns", "unused", "crosstab", "answered")
    }
    for number, offer in enumerate(offer for offer in offers if offer.id not in asked):
        found[_group(offer)].append({"number": number, "key": f"m{number}", **_menu(offer, answers, namer)})
    return found


def _group(offer: Offer) -> str:
    if offer.kind in OF_THE_SHEET:
        return "general"
    if offer.kind != "column":
        return "answered"
    if offer.heading is None:
        return "crosstab"
    return "unused" if offer.value in UNUSED and offer.origin == "understood" else "columns"


def _menu(offer: Offer, answers: Mapping[str, Any], namer: Namer) -> dict[str, Any]:
    words = namer.words
    origin = "understood" if answers.get(offer.id) == "" else offer.origin
    options = _options(offer, namer)
    return {
        "id": json.dumps(offer.id),
        "kind": offer.kind,
        "label": _label(offer, words),
        "column": offer.column or "",
        "heading": " ".join((offer.heading or "").split()),
        "was": as_text(offer.value),
        "options": options,
        "groups": _groups(options, namer) if offer.kind == "column" else [],
        "fixed": options[0][1] if len(options) == 1 and offer.value else "",
        "parts": _parts(offer),
        "confidence": confidence(offer.confidence, words),
        "unsure": offer.confidence is not None and offer.confidence < LIKELY,
        "origin": origin,
        "origin_said": words.say(f"understood.origin.{origin}"),
        "evidence": [shortened(each) for each in offer.evidence[:SAMPLES]],
    }


def _label(offer: Offer, words: Any) -> str:
    heading = " ".join((offer.heading or "").split())
    if offer.kind == "column":
        named = heading or words.say("understood.no_heading")
        return str(words.say("understood.menu.column", heading=named, column=offer.column or ""))
    if offer.kind == "heading_rows" and offer.sheet:
        return str(words.say("understood.menu.heading_rows_of", sheet=offer.sheet))
    if offer.kind in OF_THE_SHEET:
        return str(words.say(f"understood.menu.{offer.kind}"))
    kind = {"column_of": "column", "measure": "measure" if heading else "measure_of_cells"}.get(offer.kind, offer.kind)
    return str(words.say(f"question.{kind}", heading=heading)) if words.has(f"question.{kind}") else offer.id


def _options(offer: Offer, namer: Namer) -> list[tuple[str, str]]:
    """(value, name); what is in force stands among them even where it is none of the candidates."""
    values = heading_rows(offer.candidates) if offer.kind == "heading_rows" else list(offer.candidates)
    current = as_text(offer.value)
    named = [(value, namer.name(offer.kind, value)) for value in values]
    if isinstance(offer.value, dict) or not current or current in values or offer.kind == "year":
        return named
    several = isinstance(offer.value, list) and offer.kind == "sheet"
    name = namer.words.list(offer.value) if several else namer.name(offer.kind, current)
    return [(current, name), *named]


def heading_rows(rows: Sequence[str]) -> list[str]:
    """Each row alone, and those near the top together with the ones below them: "3", "3,4", "3,4,5"."""
    found = list(rows)
    for count in range(2, MOST_HEADING_ROWS + 1):
        for at in range(min(TOP, len(rows)) - count + 1):
            run = rows[at : at + count]
            if int(run[-1]) - int(run[0]) == count - 1:
                found.append(",".join(run))
    return found


def _groups(options: Sequence[tuple[str, str]], namer: Namer) -> list[tuple[str, list[tuple[str, str]]]]:
    """The options by what they are about; what stays out of use first, without a name of its own."""
    found: dict[str, list[tuple[str, str]]] = {group: [] for group in GROUPS}
    for value, name in options:
        found[namer.subject(value)].append((value, name))
    names = {group: "" if group == NOT_USED else namer.words.say(f"understood.group.{group}") for group in GROUPS}
    return [(names[group], held) for group, held in found.items() if held]


def _parts(offer: Offer) -> list[dict[str, Any]]:
    """One menu per code, or one year per sheet."""
    said = offer.value if isinstance(offer.value, dict) else {}
    return [{"id": json.dumps(name), "name": name, "was": as_text(said.get(name))} for name in offer.values or said]


def as_text(value: Any) -> str:
    """A value as an option carries it: rows as "3,4", nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ",".join(str(each) for each in value)
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value)


def confidence(value: float | None, words: Any) -> str:
    """How sure a mapping is, in words and in hundredths."""
    if value is None:
        return ""
    word = "sure" if value >= SURE else "likely" if value >= LIKELY else "guess"
    return str(words.say(f"understood.confidence.{word}", percent=round(100 * value)))


def shortened(text: str) -> str:
    """One line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"
