"""Personal columns end here: recognised by heading and by content, dropped before anything leaves the intake."""

import re
from collections.abc import Callable, Sequence

from data.intake.mapping.columns import Column
from data.intake.records.cell_text import cell_text
from data.intake.result import Dropped

_LOOKED_AT = 400  # different values of a column
_LONGEST = 300  # characters of a value: in a cell of millions the search for an address takes hours
_MOST = 0.5  # of them must be of one personal kind
_NAMES_MOST = 0.8
_SAYS_IT = 0.5  # score of a heading that is nothing else
_FEWEST = 3  # values, below which contents prove nothing
# Columns that a heading explains; their contents may look like names (villages, outlets) and are none.
_EXPLAINED = frozenset(
    {"place", "district", "region", "country", "counted_by", "reported_in", "source", "source_url", "note", "device",
     "activity", "scope", "status", "incident_id", "record_id"}
)  # fmt: skip

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?:\+|00)\d[\d\s().-]{7,17}\d|\(?0\d{1,3}\)?[\s./-]\d[\d\s./-]{5,12}\d")
_DATE_LIKE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_WORD = r"[^\W\d_](?:[^\W\d_]|['’.-])*"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,3}}")
# Azerbaijani, Russian and Spanish compound names give themselves away; the rest must be capitalised and all different.
_PATRONYMIC = re.compile(
    r"\b(?:oğlu|ogly|oglu|qızı|gizi|kızı|oglı|\w+(?:ович|евич|овна|евна|ovich|evich|ovna|evna))\b", re.I
)
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def personal(columns: Sequence[Column]) -> tuple[list[Column], list[Dropped]]:
    """The columns that may be kept, and those that are dropped with the reason."""
    kept, dropped = [], []
    for column in columns:
        reason = _by_heading(column) or _by_content(column)
        if reason:
            dropped.append(Dropped(column.heading, column.letter, reason))
        else:
            kept.append(column)
    return kept, dropped


def _by_heading(column: Column) -> str | None:
    """A heading that says a name or number; one that only mentions a name ("conflict_name") must hold names."""
    if not column.roles or column.roles[0].field != "personal":
        return None
    texts = [cell_text(cell)[:_LONGEST] for cell in column.unique[:_LOOKED_AT]]
    if column.roles[0].score < _SAYS_IT and texts and sum(map(_like_name, texts)) < _MOST * len(texts):
        return None
    return "heading"


def _by_content(column: Column) -> str | None:
    texts = [cell_text(cell)[:_LONGEST] for cell in column.unique[:_LOOKED_AT]]
    if len(texts) < _FEWEST:
        return None
    explained = bool(column.roles) and column.roles[0].field in _EXPLAINED
    for reason, seen in _SEEN.items():
        if reason == "national_id" and explained:
            continue
        if sum(map(seen, texts)) >= _MOST * len(texts):
            return reason
    return "names" if not explained and _names(column, texts) else None


def _names(column: Column, texts: list[str]) -> bool:
    """Two to four words, nearly all capitalised and nearly all different; or patronymics."""
    if sum(bool(_PATRONYMIC.search(text)) for text in texts) >= _MOST * len(texts):
        return True
    like = sum(map(_like_name, texts))
    different = len(column.unique) >= _NAMES_MOST * column.filled
    return not column.roles and different and len(texts) >= 2 * _FEWEST and like >= _NAMES_MOST * len(texts)


def _like_name(text: str) -> bool:
    words = text.split()
    return bool(_NAME.fullmatch(text)) and all(
        word[0].isupper() or word[0].lower() == word[0].upper() for word in words
    )


def _phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text.strip())) and not _DATE_LIKE.fullmatch(text.strip())


def _norwegian_number(text: str) -> bool:
    """Eleven digits with both check digits of the national identity number (modulus 11)."""
    if not re.fullmatch(r"\d{6}\s?\d{5}", text):
        return False
    digits = [int(character) for character in text if character.isdecimal()]
    first = -sum(d * w for d, w in zip(digits, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=False)) % 11
    second = -sum(d * w for d, w in zip(digits, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    return first == digits[9] and second == digits[10]


def _spanish_number(text: str) -> bool:
    """Eight digits and the letter that they give modulo 23."""
    match = re.fullmatch(r"(\d{8})-?([A-Z])", text.upper())
    return bool(match) and _DNI_LETTERS[int(match[1]) % 23] == match[2]  # type: ignore[index]


def _azerbaijani_number(text: str) -> bool:
    """The series and number of an identity card (AZE, AA) or a seven-character personal code of letters and digits."""
    if re.fullmatch(r"(?:AZE|AA)\s?(?:№|N)?\s?\d{7,8}", text.upper()):
        return True
    mixed = re.fullmatch(r"[0-9A-HJ-NP-Z]{7}", text)
    return bool(mixed) and sum(c.isdigit() for c in text) >= 2 and sum(c.isalpha() for c in text) >= 2


_SEEN: dict[str, Callable[[str], bool]] = {
    "email": lambda text: bool(_EMAIL.search(text)),
    "phone": _phone,
    "national_id": lambda text: _norwegian_number(text) or _spanish_number(text) or _azerbaijani_number(text),
}
