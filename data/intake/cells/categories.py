"""A column of free words to the categories of one field; words that are not understood come back, never guessed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from data.fields import BY_KEY, NOT_STATED, UNKNOWN
from data.intake.cells.ages import code_like, read_age
from data.intake.cells.category_text import NEGATIONS, NOT_COUNTED, read_word
from data.intake.cells.sex_letters import letters_meaning
from data.intake.cells.uniques import as_written, different, rows_by_value
from data.intake.mapping.words import phrases, tokens
from data.places.spelling import fold

_SUGGESTION_FROM = 75  # of 100
_MOST_SUGGESTED = 200  # words; a column with more of them is prose, and nobody reads on


class UnreadWord(NamedTuple):
    """A word of the column that no rule understands: where it stands, and the category it resembles (or None)."""

    positions: np.ndarray
    suggestion: str | None


class CategoryColumn(NamedTuple):
    """values: Categorical with exactly the field's categories of fields.py; unread: the file's word -> where it stands;
    not_counted: words of an outcome that make a person no casualty -> where they stand (`values` says unknown there).

    Nothing is missing in `values`: a blank is not_stated (of outcome: unknown); a word that is not understood is
    unknown where the field has that category, else not_stated, until a person has said what it means.
    """

    values: "pd.Categorical[str]"
    unread: dict[str, UnreadWord]
    not_counted: dict[str, np.ndarray]


def read_categories(field: str, cells: Sequence[Any], answers: Mapping[str, str] | None = None) -> CategoryColumn:
    """Read a column of outcome, status, sex, age_group, device, activity, confidence, verification or
    in_official_scope. `answers`: what a person has said about words of this column, word -> category.
    """
    categories = BY_KEY[field].categories
    codes, values = different(cells)
    words = [as_written(value) for value in values]
    allowed = (*categories, NOT_COUNTED) if field == "outcome" else categories
    told = {fold(word.strip()): category for word, category in (answers or {}).items() if category in allowed}
    meanings = _meanings(field, words, values)
    found = [told.get(fold(word)) or meanings[number] for number, word in enumerate(words)]
    blank = NOT_STATED if NOT_STATED in categories else UNKNOWN
    doubtful = UNKNOWN if UNKNOWN in categories else NOT_STATED
    numbers = np.array([categories.index(_final(meaning, doubtful, blank)) for meaning in [*found, ""]], dtype=np.int8)
    rows, nobody = (
        rows_by_value(codes, [number for number, meaning in enumerate(found) if meaning == wanted])
        for wanted in (None, NOT_COUNTED)
    )
    unread = {
        words[number]: UnreadWord(where, _suggestion(field, words[number]) if rank < _MOST_SUGGESTED else None)
        for rank, (number, where) in enumerate(rows.items())
    }
    values_ = pd.Categorical.from_codes(numbers[codes], categories=pd.Index(categories))
    return CategoryColumn(values_, unread, {words[number]: where for number, where in nobody.items()})


def _final(meaning: str | None, doubtful: str, blank: str) -> str:
    """A category of the field: None is not understood, "" a blank."""
    if meaning is None:
        return doubtful
    return {"": blank, UNKNOWN: doubtful, NOT_STATED: blank, NOT_COUNTED: doubtful}.get(meaning, meaning)


def _meanings(field: str, words: Sequence[str], values: np.ndarray) -> list[str | None]:
    """Per different value its category, "" for a blank, None when not understood."""
    special: dict[str, str | None] = {}
    if field == "sex":
        special = letters_meaning(words)
    elif field == "age_group":
        rather_codes = code_like(words)
        special = {word: age for word in words if (age := None if rather_codes else read_age(word))}
    return [special[word] if word in special else _meaning(field, word) for word in words]


def _meaning(field: str, word: str) -> str | None:
    if not any(letter.isalnum() for letter in word):
        return UNKNOWN if "?" in word else ""
    return read_word(field, word)


def _suggestion(field: str, word: str) -> str | None:
    """The category whose words this one resembles; codes, "not killed" and "survived" resemble nothing."""
    words = tokens(word)
    text = " ".join(words)
    survived = "survivors" in phrases("headings").exact(words)
    if len(text) < 4 or text.isdigit() or survived or not NEGATIONS.isdisjoint(words):
        return None
    known = phrases(f"values.{field}").spellings()
    best = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=_SUGGESTION_FROM)
    return known[best[0]] if best else None
