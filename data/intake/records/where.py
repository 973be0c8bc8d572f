"""Where it happened: the district as a code where it is one of ours, as the file's own name elsewhere."""

import numpy as np
import pandas as pd

from data.places import resolve


def districts(spelling: pd.Series | None, rows: int) -> tuple[pd.Series, pd.Series]:
    """Code (or own name, "" where not stated) and the file's own spelling."""
    if spelling is None:
        blank = pd.Series([""] * rows, dtype="str")
        return blank, blank
    codes, unique = pd.factorize(spelling)
    names = np.array([_code(text) for text in unique], dtype=object)
    return pd.Series(names[codes] if rows else [], dtype="str"), spelling


def _code(text: str) -> str:
    place = resolve(text) if text else None
    return place.code if place else text
