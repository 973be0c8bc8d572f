"""What the forms of "What was understood" send: changed choices and answers, checked against what may be said."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from data.intake.offers import Offer
from data.intake.result import Question

# A sheet has at most 1000 columns (settings.max_columns), each a choice; the longest value is a heading.
MOST, LONGEST = 1_200, 2_000
T = TypeVar("T")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOST_HEADING_ROWS = 5


class Unfit(Exception):
    """What was sent cannot be said of this file. `message` and `params` as for Words.say."""

    def __init__(self, message: str, **params: str) -> None:
        super().__init__(message)
        self.message, self.params = message, params


def changed(form: Mapping[str, str], offers: Sequence[Offer]) -> dict[str, Any]:
    """Offer id -> new value, of the choices that are another than on the page they were sent from. Raises Unfit."""
    found: dict[str, Any] = {}
    for key, offer in _meant(form, {offer.id: offer for offer in offers}):
        if after := _codes(form, key, "value"):
            if after != _codes(form, key, "was"):
                found[offer.id] = _parts(after, offer)
        elif form.get(f"value-{key}", "") != form.get(f"was-{key}", ""):
            found[offer.id] = _value(form[f"value-{key}"], offer)
    return found


def _parts(said: Mapping[str, str], offer: Offer) -> dict[str, str]:
    """A meaning for every code, or a year for every sheet."""
    if offer.kind == "year":
        return _years(said, offer.values or offer.value)
    return _all_codes(said, offer.values, offer.candidates)


def taken_back(form: Mapping[str, str], offers: Sequence[Offer]) -> Offer | None:
    """The choice that is to be as it was understood, None where none is. Raises Unfit."""
    if "back" not in form:
        return None
    return _known(_text(form["back"]), {offer.id: offer for offer in offers})


def answered(form: Mapping[str, str], questions: Sequence[Question]) -> dict[str, Any]:
    """Question id -> answer. Raises Unfit."""
    known = {question.id: question for question in questions}
    found = {question.id: _answer(form, key, question) for key, question in _meant(form, known)}
    if not found:
        raise Unfit("understood.bad.no_answer")
    return found


def _answer(form: Mapping[str, str], key: str, question: Question) -> Any:
    if question.values:
        return _all_codes(_codes(form, key, "value"), question.values, question.candidates)
    if question.candidates:
        value = form.get(f"value-{key}", "")
        if not value:
            raise Unfit("understood.bad.no_answer")
        return _among(value, question.candidates, question.heading or question.kind)
    if "undated" in form:
        return "undated"
    by_sheet = _codes(form, key, "value")
    if by_sheet:
        return _years(by_sheet, question.guess)
    return _year(form.get(f"value-{key}", ""))


def _meant(form: Mapping[str, str], known: Mapping[str, T]) -> Iterator[tuple[str, T]]:
    """(key, what is meant) of every choice in the form. An id travels as JSON, which keeps line breaks in a heading."""
    keys = [name.removeprefix("id-") for name in form if name.startswith("id-")]
    if len(keys) > MOST:
        raise Unfit("understood.bad.unknown_choice")
    for key in keys:
        yield key, _known(_text(form[f"id-{key}"]), known)


def _known(id: str, known: Mapping[str, T]) -> T:
    if id not in known:
        raise Unfit("understood.bad.unknown_choice")
    return known[id]


def _text(value: str) -> str:
    try:
        found = json.loads(value[:LONGEST])
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, str):
        raise Unfit("understood.bad.unknown_choice")
    return found


def _codes(form: Mapping[str, str], key: str, what: str) -> dict[str, str]:
    """Code -> what is said of it, of the menus that belong together."""
    start = f"part-{key}-"
    parts = {name.removeprefix(start): _text(value) for name, value in form.items() if name.startswith(start)}
    return {code: form.get(f"{what}-{key}-{at}", "").strip() for at, code in parts.items()}


def _all_codes(said: Mapping[str, str], codes: Sequence[str], candidates: Sequence[str]) -> dict[str, str]:
    if not all(said.get(code) for code in codes):
        raise Unfit("understood.bad.incomplete")
    return {code: _among(said[code], candidates, code) for code in codes}


def _value(value: str, offer: Offer) -> Any:
    what = offer.heading or offer.sheet or offer.kind
    if offer.kind == "year":
        return _year(value)
    if offer.kind == "heading_rows":
        rows = value.split(",")
        if len(rows) > _MOST_HEADING_ROWS:
            raise Unfit("understood.bad.choice", value=_shown(value), what=_shown(what))
        return [int(_among(row, offer.candidates, what)) for row in rows]
    return _among(value, offer.candidates, what)


def _among(value: str, candidates: Sequence[str], what: str) -> str:
    """The candidate that was sent; browsers send line breaks as CR LF."""
    plain = value.replace("\r\n", "\n")
    if plain not in candidates:
        raise Unfit("understood.bad.choice", value=_shown(value), what=_shown(what))
    return plain


def _years(said: Mapping[str, str], sheets: Any) -> dict[str, str]:
    """A year for each of the sheets that the menus were made for: a list of names, or the guess for each."""
    known = sheets if isinstance(sheets, Mapping | list | tuple) else ()
    if not all(sheet in known for sheet in said):
        raise Unfit("understood.bad.unknown_choice")
    return {sheet: _year(value) for sheet, value in said.items()}


def _year(value: str) -> str:
    if not _YEAR.fullmatch(value.strip()):
        raise Unfit("understood.bad.year", value=_shown(value))
    return value.strip()


def _shown(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= 60 else text[:59] + "…"
