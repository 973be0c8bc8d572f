"""Whether a cell of a column of a public field says nothing beside that, so that everybody may see it."""

import re

import pandas as pd

from data.fields import BY_KEY
from data.intake.cells.counts import read_counts
from data.intake.cells.date_text import read_text
from data.intake.mapping.words import phrases, tokens
from data.intake.personal_cells import is_personal
from data.intake.personal_names import like_name, says_something

# Fields of a mapping that are no fields of a record: parts of a date.
DATE_PARTS = ("year", "month", "day")
COUNTED = ("killed", "injured", "stated_total", "n")
# Characters: the longest of a part of a date (a month's name), of a word for a category, and of a name of a place or an
# outlet. Beyond that a cell is prose.
_LONGEST_PART, _LONGEST_WORD, _LONGEST_TEXT = 12, 80, 160
# What the source itself calls a device or an activity.
_OWN_WORDS = ("device_text", "activity_text")
# The plain dates of a file of a million rows: a fifteenth of what reading them costs.
_PLAIN_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?|\d{4}")
_WORD = re.compile(r"[^\W\d_]+")
# An address that somebody typed without its beginning: www.example.org/page
_BARE_LINK = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", re.IGNORECASE)


def base(field: str) -> str:
    """killed.civilian and killed_min are figures of killed."""
    return field.split(".")[0].removesuffix("_min").removesuffix("_max")


def is_public(field: str) -> bool:
    key = base(field)
    return key in (*COUNTED, *DATE_PARTS) or (key in BY_KEY and BY_KEY[key].public)


def showable(field: str, text: str) -> bool:
    """`field` is a public one."""
    key, text = base(field), text.strip()
    if not text:
        return True
    if key in COUNTED:
        return not read_counts([text]).problems
    if key in DATE_PARTS:
        return len(text) <= _LONGEST_PART
    kind = BY_KEY[key].kind
    if kind == "link":
        return text[:8].lower().startswith(("https://", "http://")) or bool(_BARE_LINK.fullmatch(text))
    if kind == "date" or key == "date_text":
        return _only_a_date(text)
    if is_personal(text) or (key == "age_group" and text.replace(".", "").isdigit()):
        return False
    if kind == "category" or key in _OWN_WORDS:
        return len(text) <= _LONGEST_WORD and _no_name(text)
    return len(text) <= _LONGEST_TEXT


def shown(field: str, texts: pd.Series) -> pd.Series:
    """The cells of a column, blank where they are not showable."""
    kept = [text for text in texts.unique() if not showable(field, text)]
    return texts.mask(texts.isin(kept), "") if kept else texts


def _no_name(text: str) -> bool:
    return says_something(text) or not like_name(text)


def _only_a_date(text: str) -> bool:
    """Signs and digits; what is read as a date to its end; or words of which none but the first may be a name.

    "18 February, year not given (2021 or 2022)" is told, "18 February (First Last)" is not.
    """
    if _PLAIN_DATE.fullmatch(text):
        return True
    if "(" not in text and read_text(text, "dmy").first is not None:
        return True
    if not any(map(str.isalpha, text)):
        return not is_personal(text)
    missing = phrases("missing").find(tokens(text))
    return len(text) <= _LONGEST_WORD and all(
        word.islower() or (bool(missing) and not at) or _of_dates(word) for at, word in enumerate(_WORD.findall(text))
    )


def _of_dates(word: str) -> bool:
    return read_text(f"1 {word} 2020", "dmy").first is not None
