"""One record, one value and one difference in words, for pages that set records beside each other."""

from datetime import date
from typing import Any

from charts.sentences import district_name, recorded, source_text
from data.comparison.differences import value
from data.fields import BY_KEY
from data.frame import Frame

# Facts beside date and place that tell one record from another, shown where they are stated.
TELLING = ("counted_by", "reported_in", "device", "activity")
SILENT = ("", "not_stated")


def difference(number: float, words: Any) -> str:
    """+3, −2 or 0."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + str(words.number(abs(number)))


def field_name(field: str, words: Any) -> str:
    own = f"changes.field.{field}"
    return str(words.say(own if words.has(own) else f"field.{field}"))


def told(field: str, found: Any, words: Any) -> str:
    """The value of a field (data.comparison.differences.value) in words."""
    if found is None or found == "":
        return str(words.say("changes.not_stated"))
    if isinstance(found, date | float):
        return str(words.date(found) if isinstance(found, date) else words.number(found))
    if field == "district":
        return district_name(found, words)
    if field in BY_KEY and BY_KEY[field].kind == "category" and words.has(f"value.{field}.{found}"):
        return str(words.say(f"value.{field}.{found}"))
    return source_text(field, str(found), words)


def record_told(frame: Frame, position: int, words: Any) -> dict[str, str]:
    """`when`, `where`, `figures` and `about` of a record, each a short text."""
    places = [value(frame, position, "place"), value(frame, position, "district")]
    where = [place if field == "place" else district_name(place, words)
             for field, place in zip(("place", "district"), places, strict=True) if place not in SILENT]  # fmt: skip
    about = [told(field, text, words) for field in TELLING if (text := value(frame, position, field)) not in SILENT]
    sheet, row = value(frame, position, "sheet"), str(int(value(frame, position, "row")))
    return {
        "when": when(frame, position, words),
        "where": ", ".join(where),
        "figures": " · ".join(_figures(frame, position, words)),
        "about": " · ".join(about),
        "row": str(words.say("changes.row", sheet=sheet, row=row)),
    }


def _figures(frame: Frame, position: int, words: Any) -> list[str]:
    """Killed and injured, said also where they are not recorded; the others where there are any."""
    found = {field: value(frame, position, field) for field in ("killed", "injured", "unknown", "not_split")}
    shown = [field for field in found if found[field] or field in ("killed", "injured")]
    return [f"{field_name(field, words)}: {recorded(found[field], words)}" for field in shown]


def when(frame: Frame, position: int, words: Any) -> str:
    """As exact as it is known."""
    first, last = value(frame, position, "date_from"), value(frame, position, "date_to")
    if first is None:
        return value(frame, position, "date_text") or str(words.say("changes.undated"))
    precision = value(frame, position, "date_precision")
    if precision in ("day", "month", "quarter", "year") or last in (None, first):
        return str(words.date(first, precision))
    return str(words.say("changes.span", first=first, last=last))
