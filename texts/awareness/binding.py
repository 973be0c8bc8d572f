"""The written syntax that binds a figure of the text to the data: {{latest killed}}, {{statement killed ...}}."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

Kind = Literal["latest", "statement"]
Outcome = Literal["killed", "injured", "casualties"]
KINDS = ("latest", "statement")
OUTCOMES = ("killed", "injured", "casualties")
SHOWS = ("number", "as_of", "counted_by")

WRITTEN = re.compile(r"\{\{([^{}\n]*(?:\n[^{}\n]+)*)\}\}")
# A word processor turns quotes round: "ANAMA", “ANAMA” and «ANAMA» are the same.
_OPTION = re.compile(r"""\s+(\w+)=(?:["“”«]([^"“”«»]*)["“”»]|([^\s"“”«»]+))""")


class NotABinding(ValueError):
    """Double braces that hold no binding we know."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One bound figure as written: `latest` moves with each publication, `statement` stays with the one it cites."""

    kind: Kind
    outcome: Outcome
    counted_by: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """What a binding found: the number, the statement it stands in (`statement_id` is its record_id) and where that is.

    `counted_by` is worded for the reader. `as_of` is None where the statement is undated.
    """

    value: float
    statement_id: str
    as_of: date | None
    counted_by: str
    href: str
    as_of_precision: str = "day"


@dataclass(frozen=True, slots=True)
class Shown:
    """A binding and how the text shows it: its number (with a word for one and for others), its date or its counter."""

    binding: Binding
    show: str = "number"
    one: str = ""
    other: str = ""


def read(inside: str) -> Shown:
    """What stands between the braces -> a binding. Raises NotABinding."""
    kind, outcome, rest = ([*inside.strip().split(maxsplit=2), "", "", ""])[:3]
    options = _options(rest)
    known = {"show", "one", "other"} | ({"counted_by", "as_of"} if kind == "statement" else set())
    if kind not in KINDS or outcome not in OUTCOMES or options.keys() - known:
        raise NotABinding(inside)
    if (kind == "statement" and "as_of" not in options) or options.get("show", "number") not in SHOWS:
        raise NotABinding(inside)
    try:
        as_of = date.fromisoformat(options["as_of"]) if "as_of" in options else None
    except ValueError:
        raise NotABinding(inside) from None
    binding = Binding(cast(Kind, kind), cast(Outcome, outcome), options.get("counted_by"), as_of)
    other = options.get("other", "")
    return Shown(binding, options.get("show", "number"), options.get("one", other), other)


def _options(rest: str) -> dict[str, str]:
    rest = " " + rest if rest else ""
    options: dict[str, str] = {}
    position = 0
    while position < len(rest.rstrip()):
        match = _OPTION.match(rest, position)
        if match is None or match[1] in options:
            raise NotABinding(rest)
        options[match[1]] = " ".join((match[2] if match[2] is not None else match[3]).split())
        position = match.end()
    return options
