"""Where it happened: the district as a code where it is one of ours, as the file's own name elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.intake.mapping.columns import Column
from data.places import PLACES, resolve, suggest
from data.problems import Problem

_MOSTLY_OURS = 0.5  # of the different names: in a file of another country no name is a misspelt district of ours


def districts(
    spelling: pd.Series | None, rows: int, meant: Mapping[str, str] | None = None
) -> tuple[pd.Series, pd.Series]:
    """Code (or own name, "" where not stated) and the file's own spelling. `meant`: as `confirmed` gives it."""
    if spelling is None:
        blank = pd.Series([""] * rows, dtype="str")
        return blank, blank
    codes, unique = pd.factorize(spelling)
    names = np.array([_code(text, meant or {}) for text in unique], dtype=object)
    return pd.Series(names[codes] if rows else [], dtype="str"), spelling


def confirmed(answers: Mapping[str, Any]) -> dict[str, str]:
    """Spellings that a person has explained: the answer `words:district` maps spelling to code."""
    words = answers.get("words:district")
    known = words.items() if isinstance(words, Mapping) else ()
    return {str(spelling).strip(): code for spelling, code in known if code in PLACES}


def not_understood(column: Column, codes: pd.Series, sheets: Sequence[str], rows: Sequence[int]) -> Iterator[Problem]:
    """One finding per name that is no district, at its first row, in a file whose districts are mostly ours.

    The suggestion is the code of the district that the name resembles.
    """
    frame = pd.DataFrame({"name": column.text, "code": codes})
    found = frame[frame["name"] != ""].groupby("name", sort=False)["code"].agg(["first", "size"])
    ours = found["first"].isin(list(PLACES))
    if not len(found) or ours.mean() < _MOSTLY_OURS:
        return
    first = frame["name"].drop_duplicates()
    places = dict(zip(first, first.index, strict=True))
    for name, count in found.loc[~ours, "size"].items():
        at, alike = int(places[name]), suggest(str(name))
        yield Problem(
            "place_not_understood", sheets[at], int(rows[at]), column.letter_at(at), "district", str(name),
            alike.code if alike else None, {"count": int(count)},
        )  # fmt: skip


def _code(text: str, meant: Mapping[str, str]) -> str:
    if text in meant:
        return meant[text]
    place = resolve(text) if text else None
    return place.code if place else text
