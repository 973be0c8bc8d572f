"""The choices of a draft as menus: what is in force, what else it could be, how sure that is and who said so."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from data.intake.offers import Offer
from data.problems import field_name

# Below these a mapping is no longer called sure, or likely.
SURE, LIKELY = 0.85, 0.6
# Sample cells that are shown of a column, and how much of each.
SAMPLES, MOST_SHOWN = 4, 32
OF_THE_SHEET = ("sheet", "heading_rows", "layout")


def offer_menus(
    offers: Sequence[Offer], asked: Collection[str], answers: Mapping[str, Any], words: Any
) -> dict[str, list[dict[str, Any]]]:
    """`general` (sheet, headings, layout), `columns` and `answered` (questions already settled).

    What is `asked` (ids of open questions) is left to the questions. `answers` are those of the draft: an empty one
    only says that what was remembered shall not hold. Every menu has its `id` as JSON and `was`, by which a change is
    told from what was on the page.
    """
    menus = [menu(offer, answers, words) for offer in offers if offer.id not in asked]
    return {
        "general": [each for each in menus if each["kind"] in OF_THE_SHEET],
        "columns": [each for each in menus if each["kind"] == "column"],
        "answered": [each for each in menus if each["kind"] not in (*OF_THE_SHEET, "column")],
    }


def menu(offer: Offer, answers: Mapping[str, Any], words: Any) -> dict[str, Any]:
    origin = "understood" if answers.get(offer.id) == "" else offer.origin
    return {
        "id": json.dumps(offer.id),
        "kind": offer.kind,
        "label": _label(offer, words),
        "column": offer.column or "",
        "heading": offer.heading or "",
        "was": as_text(offer.value),
        "options": _options(offer, words),
        "parts": _parts(offer, words) if offer.values else [],
        "confidence": confidence(offer.confidence, words),
        "unsure": offer.confidence is not None and offer.confidence < LIKELY,
        "in_use": offer.value not in (None, "", "ignore", "personal") or origin != "understood",
        "origin": origin,
        "origin_said": words.say(f"understood.origin.{origin}"),
        "evidence": [shortened(each) for each in offer.evidence[:SAMPLES]],
    }


def _label(offer: Offer, words: Any) -> str:
    heading = offer.heading or ""
    if offer.kind == "column":
        named = " ".join(heading.split()) or words.say("understood.no_heading")
        return words.say("understood.menu.column", heading=named, column=offer.column or "")
    if offer.kind == "heading_rows" and offer.sheet:
        return words.say("understood.menu.heading_rows_of", sheet=offer.sheet)
    if offer.kind in OF_THE_SHEET:
        return words.say(f"understood.menu.{offer.kind}")
    kind = {"column_of": "column", "measure": "measure" if heading else "measure_of_cells"}.get(offer.kind, offer.kind)
    return words.say(f"question.{kind}", heading=heading) if words.has(f"question.{kind}") else offer.id


def _options(offer: Offer, words: Any) -> list[tuple[str, str]]:
    """(value, name); what is in force stands among them even where it is none of the candidates."""
    values = list(offer.candidates)
    current = as_text(offer.value)
    if not offer.values and current and current not in values:
        values.insert(0, current)
    return [(value, value_name(offer.kind, value, words)) for value in values]


def _parts(offer: Offer, words: Any) -> list[dict[str, Any]]:
    """One menu per code."""
    said = offer.value if isinstance(offer.value, dict) else {}
    return [{"id": json.dumps(code), "code": code, "was": as_text(said.get(code))} for code in offer.values]


def as_text(value: Any) -> str:
    """A value as an option carries it: rows as "3,4", nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ",".join(str(each) for each in value)
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value)


def value_name(kind: str, value: str, words: Any) -> str:
    """A candidate in the reader's language, where it is no name of the file's own."""
    if kind == "sheet":
        return value or words.say("understood.value.every_sheet")
    if kind == "heading_rows":
        rows = [row.strip() for row in value.split(",") if row.strip()]
        return words.say("understood.value.rows", count=len(rows), rows=words.list(rows))
    if kind == "layout":
        return words.say(f"understood.layout.{value}") if words.has(f"understood.layout.{value}") else value
    if kind == "column" and value not in ("ignore", "personal"):
        own = f"understood.field.{value}"
        return words.say(own) if words.has(own) else field_name(value, words)
    message = f"understood.value.{value}"
    return words.say(message) if words.has(message) else value


def confidence(value: float | None, words: Any) -> str:
    """How sure a mapping is, in words and in hundredths."""
    if value is None:
        return ""
    word = "sure" if value >= SURE else "likely" if value >= LIKELY else "guess"
    return words.say(f"understood.confidence.{word}", percent=round(100 * value))


def shortened(text: str) -> str:
    """One line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"
