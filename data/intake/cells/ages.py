"""Ages and ranges of ages in years to child (under 18) or adult: IMAS 05.10, Convention on the Rights of the Child."""

import re
from collections.abc import Sequence

from data.fields import UNKNOWN
from data.places.spelling import fold

ADULT_FROM, OLDEST = 18, 120
# The texts are folded first: without accents, Arabic letters in one form, Hebrew without final letters.
_RANGE = re.compile(
    r"(?:(?:de|from|fra|entre|between|от|від|من|בינ|بين)\s+)?(\d+)\s*"
    r"(?:-|–|—|to|til|a|ate|y|e|i|до|الي|עד)\s*(\d+)"
)
_MORE = r"(?:and|or|og|eller|ou|o|y|e|i|и) (?:over|older|more|above|eldre|mais|mas|mes|старше|более)"
_OVER = re.compile(
    r"(?:>=?|≥|over|above|mas de|mais de|mes de|mayor de|maior de|старше|понад|اكثر من|فوق|מעל)\s*(\d+)|"
    rf"(\d+)\s*(?:\+|{_MORE}|فاكثر|ומעלה)"
)
_UNDER = re.compile(
    r"(?:<|under|below|menos de|menys de|menor de|younger than|младше|до|اقل من|دون|تحت|מתחת ל-?|פחות מ-?)\s*(\d+)"
)
_UNIT = re.compile(
    r"\s*(?<![^\W\d_])(?:years?(?: old)?|yrs?|y\.?o\.?|ar|yas|let|лет|год|года|років|роки|anos|anys|ans|سنه|سنوات|عام|"
    r"اعوام|שנימ|שנה)(?![^\W\d_])\.?"
)
_INFANT = re.compile(r"\d+\s*(?:months?|weeks?|days?|måneder|maneder|mnd|мес|месяц\w*|ay|meses)\.?")


def read_age(text: str) -> str | None:
    """child, adult, unknown (-1, or a range over both) or None when the text is no age."""
    plain = fold(text).strip()
    if _INFANT.fullmatch(plain):
        return "child"
    plain = _UNIT.sub("", plain).strip()
    if re.fullmatch(r"-\d+(?:\.0)?", plain):
        return UNKNOWN
    if re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        return _group(float(plain.replace(",", ".")))
    if ends := _RANGE.fullmatch(plain):
        low, high = (_group(float(end)) for end in ends.groups())
        return None if low is None or high is None else low if low == high else UNKNOWN
    if over := _OVER.fullmatch(plain):
        return "adult" if float(over.group(1) or over.group(2)) >= ADULT_FROM - 1 else UNKNOWN
    if under := _UNDER.fullmatch(plain):
        return "child" if float(under.group(1)) <= ADULT_FROM else UNKNOWN
    return None


def _group(age: float) -> str | None:
    if not 0 <= age <= OLDEST:
        return None
    return "child" if age < ADULT_FROM else "adult"


def code_like(words: Sequence[str]) -> bool:
    """Whether the column's numbers are rather codes of age bands than ages: all small, and as few as bands are.

    Eleven bands are the most in use (STATS19); a real column of ages with nobody older is rarer than such codes.
    """
    numbers = [float(word) for word in words if re.fullmatch(r"-?\d+", word)]
    others = [word for word in words if re.search(r"[^\W\d_]", word)]
    return bool(numbers) and not others and max(numbers) <= 12 and len([n for n in numbers if n >= 0]) >= 2
