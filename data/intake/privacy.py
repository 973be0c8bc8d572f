"""Personal columns end here: recognised by heading and by content, dropped before anything leaves the intake."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from data.intake.cells.dates import read_dates
from data.intake.mapping.chosen import IGNORE, PERSONAL
from data.intake.mapping.columns import Column
from data.intake.mapping.words import tokens, word_set
from data.intake.personal_names import like_name, names, no_names, patronymic
from data.intake.personal_numbers import bare_phone, checked_number, document, israeli_number, phone
from data.intake.records.cell_text import cell_text
from data.intake.result import Dropped

_LOOKED_AT = 400  # different values of a column
_LONGEST = 300  # characters of a value: in a cell of millions the search for an address takes hours
_MOST = 0.5  # of them must be of one personal kind
_NEARLY_ALL = 0.9  # where the heading says that the column is something else, or a number may hold by chance
_NAMES_MOST = 0.8
_SAYS_IT = 0.5  # score of a heading that is nothing else
SAID = "said"  # the reason of a column that a person calls personal
_FEWEST = 3  # values, below which contents prove nothing
# Columns that a heading explains; their contents may look like names (villages, outlets) and are none.
_EXPLAINED = frozenset(
    {"place", "district", "region", "country", "counted_by", "reported_in", "source", "source_url", "note", "device",
     "activity", "scope", "status", "incident_id", "record_id"}
)  # fmt: skip
# A table with one of these is about people: an address in it may be a home.
_OF_A_PERSON = frozenset(("sex", "age", "age_group", "status"))
_COORDINATES = frozenset({"latitude", "longitude", "coordinates"})
_EVENT = frozenset({"date", "date_from"})
# Ages that dates of birth have at the time of the events: spread out, and of grown people too.
_OLDEST, _MEDIAN_AGE, _SPREAD = 110, 10.0, 4.0

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_FLAT = re.compile(
    r"\b(?:кв|квартира|apt|apto|apartment|apartamento|flat|piso|pis|leilighet|mənzil|daire|דירה|شقة)\.?"
    r"\s*(?:№|#|no\.?|nr\.?)?\s*\d+",
    re.IGNORECASE,
)


def personal(columns: Sequence[Column], said: Mapping[int, str] | None = None) -> tuple[list[Column], list[Dropped]]:
    """The columns that may be kept, and those that are dropped with the reason.

    `said`: what a person says of columns (see mapping.chosen): "personal" drops one, and a field keeps one that only
    its heading speaks against. What the cells show is never overruled.
    """
    said = said or {}
    event = _event(columns)
    reasons = [_by_heading(column) or _by_content(column, event) for column in columns]
    kept, dropped = [], []
    reasons = [
        _with_word(column, reason, event, said.get(column.index))
        for column, reason in zip(columns, reasons, strict=True)
    ]
    for column, reason in zip(columns, reasons, strict=True):
        others = [one for one, why in zip(columns, reasons, strict=True) if why and one is not column]
        if reason == "heading" and not others and not _by_content(column, event) and _of_the_accident(column, columns):
            kept.append(replace(column, roles=tuple(role for role in column.roles if role.field != "personal")))
        elif reason:
            dropped.append(Dropped(column.heading, column.letter, reason))
        else:
            kept.append(column)
    return kept, dropped


def proven(column: Column, columns: Sequence[Column]) -> bool:
    """Do the cells themselves show something personal, whatever the heading says?"""
    return _by_content(column, _event(columns)) is not None


def _event(columns: Sequence[Column]) -> Column | None:
    return next((column for column in columns if _first(column) in _EVENT and column.filled), None)


def _with_word(column: Column, reason: str | None, event: Column | None, word: str | None) -> str | None:
    if word == PERSONAL:
        return reason or SAID
    if word in (None, IGNORE) or reason != "heading" or _by_content(column, event):
        return reason
    return None


def has_email(text: str) -> bool:
    return bool(_EMAIL.search(text))


def has_flat(text: str) -> bool:
    """Does the text name a flat, as an address of a home does?"""
    return bool(_FLAT.search(text))


def _of_the_accident(column: Column, columns: Sequence[Column]) -> bool:
    """Whether an address with nothing personal beside it is that of an accident: a row is one, and no person."""
    if column.role("place") is None or any(_first(each) in _OF_A_PERSON for each in columns):
        return False
    numbered = [each for each in columns if _first(each) == "incident_id" and each.filled]
    return any(len(each.unique) == each.filled for each in numbered)


def _first(column: Column) -> str | None:
    return column.roles[0].field if column.roles else None


def _by_heading(column: Column) -> str | None:
    """A heading that says a name or number; one that only mentions a name ("conflict_name") must hold names."""
    if _first(column) in _COORDINATES and _of_a_home(column.heading):
        return "heading"
    if _first(column) != "personal":
        return None
    texts = [cell_text(cell)[:_LONGEST] for cell in column.unique[:_LOOKED_AT]]
    if column.roles[0].score < _SAYS_IT and texts and sum(map(like_name, texts)) < _MOST * len(texts):
        return None
    # "Потерпевший", "Person": a name, or a number or a word for who it was
    if column.roles[0].score == _SAYS_IT and texts and no_names(texts):
        return None
    return "heading"


def _of_a_home(heading: str) -> bool:
    """ "Home latitude", "широта места жительства"."""
    words = tokens(heading)
    known = word_set("home", "words")
    return any(words[start:end] in known for end in range(len(words) + 1) for start in range(end))


def _by_content(column: Column, event: Column | None) -> str | None:
    texts = [cell_text(cell)[:_LONGEST] for cell in column.unique[:_LOOKED_AT]]
    if len(texts) < _FEWEST:
        return None
    for reason, kinds in _SEEN.items():
        for seen, share, explained in kinds:
            needed = explained if _first(column) in _EXPLAINED else share
            if needed and sum(map(seen, texts)) >= needed * len(texts):
                return reason
    if _names(column, texts):
        return "names"
    return "birth_dates" if not column.roles and event and _birth_dates(column, event) else None


def _names(column: Column, texts: list[str]) -> bool:
    """Fathers' names; or names nearly all different under a heading that says nothing, or "Victim"."""
    if _first(column) in _EXPLAINED:
        return False
    if sum(map(patronymic, texts)) >= _MOST * len(texts):
        return True
    person = column.role("personal") is not None
    different = len(column.unique) >= _NAMES_MOST * column.filled
    if not different or (column.roles and not person) or len(texts) < (_FEWEST if person else 2 * _FEWEST):
        return False
    return names(texts, _NAMES_MOST)


def _birth_dates(column: Column, event: Column) -> bool:
    """Days that lie as long before the days of the events as ages do."""
    cells, moments = column.cells[:_LOOKED_AT], event.cells[:_LOOKED_AT]
    born = read_dates(cells, order="dmy")
    days = (read_dates(moments, order="dmy").date_from - born.date_from).astype("timedelta64[D]")
    known = ~np.isnat(days) & np.asarray(born.precision == "day")
    if known.sum() < _FEWEST or known.sum() < _NEARLY_ALL * sum(cell is not None for cell in cells):
        return False
    ages = days[known].astype(np.int64) / 365.25
    lived = np.mean((ages > 0) & (ages < _OLDEST)) >= _NEARLY_ALL
    return bool(lived and np.median(ages) >= _MEDIAN_AGE and np.std(ages) >= _SPREAD)


# Reason -> (what a value must be, the share of the values that must be so, the same where the heading says that the
# column is something else; 0: then nothing is proven).
_SEEN: dict[str, tuple[tuple[Callable[[str], bool], float, float], ...]] = {
    "email": ((has_email, _MOST, _MOST),),
    "phone": ((phone, _MOST, _MOST), (bare_phone, _MOST, 0)),
    "national_id": (
        (checked_number, _MOST, _NEARLY_ALL), (israeli_number, _NEARLY_ALL, _NEARLY_ALL), (document, _MOST, 0),
    ),
    "address": ((has_flat, _MOST, _MOST),),
}  # fmt: skip
