"""What comma and point mean in a column of numbers written as text: thousands or decimals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPACES = "\u0020\u00a0\u2009\u202f\u2007"
_GROUPED_BY_SPACE = re.compile(rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+")
_BOTH = re.compile(r"\d{1,3}(?:([.,])\d{3})+([.,])\d+")
_MANY = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})+")
_ONE = re.compile(r"(\d+)([.,])(\d+)")


@dataclass(frozen=True, slots=True)
class Form:
    """decimal: the sign that this column is known to use for decimals (or None); thousands: likewise."""

    decimal: str | None = None
    thousands: str | None = None


def form_of(texts: Iterable[str]) -> Form:
    """What the column's unmistakable numbers show: 1,234.5 and 1.234.567 show thousands, 1,5 and 0.25 decimals."""
    decimal, thousands = set(), set()
    for text in texts:
        both, many, one = _BOTH.fullmatch(text.strip()), _MANY.fullmatch(text.strip()), _ONE.fullmatch(text.strip())
        if both and both.group(1) != both.group(2):
            thousands.add(both.group(1))
            decimal.add(both.group(2))
        elif many:
            thousands.add(many.group(1))
        elif one and not _like_thousands(one):
            decimal.add(one.group(2))
    return Form(_only(decimal), _only(thousands - decimal))


def _only(signs: set[str]) -> str | None:
    return next(iter(signs)) if len(signs) == 1 else None


def _like_thousands(one: re.Match[str]) -> bool:
    return len(one.group(3)) == 3 and len(one.group(1)) <= 3 and not one.group(1).startswith("0")


def read_number(text: str, form: Form) -> tuple[float, bool] | None:
    """(number, sure). Not sure: "1,234" where nothing in the column shows whether comma divides thousands or decimals.

    People are counted in whole numbers, so such a number is then read as thousands. None: not one number.
    """
    if text.isdecimal():
        return float(text), True
    if _GROUPED_BY_SPACE.fullmatch(text):
        return float(re.sub(r"\D", "", text)), True
    both, many, one = _BOTH.fullmatch(text), _MANY.fullmatch(text), _ONE.fullmatch(text)
    if both and both.group(1) != both.group(2):
        return float(text.replace(both.group(1), "").replace(both.group(2), ".")), True
    if many:
        return float(text.replace(many.group(1), "")), True
    if one is None:
        return None
    as_decimal = float(f"{one.group(1)}.{one.group(3)}")
    if form.decimal == one.group(2) or not _like_thousands(one):
        return as_decimal, True
    sure = form.thousands == one.group(2) or (form.decimal is not None and form.decimal != one.group(2))
    return float(one.group(1) + one.group(3)), sure
