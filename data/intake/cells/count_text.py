"""One written number of people to a figure: "12", "2-3", "5 or more", "less than 5", "12*", "one", "TK"."""

import re
import unicodedata
from functools import cache
from math import nan
from typing import NamedTuple

from data.intake.cells.number_form import Form, read_number
from data.intake.mapping.words import number_words, phrases, tokens, word_set
from data.places.spelling import fold, plain_digits


class Figure(NamedTuple):
    """n, n_min, n_max: NaN when not told. kind: the finding it gives rise to, with the suggestion for a person."""

    n: float
    n_min: float = nan
    n_max: float = nan
    kind: str | None = None
    suggestion: str | None = None


NOTHING = Figure(nan)
_NOT_A_COUNT = Figure(nan, kind="not_a_count")
_BRACKETS = re.compile(r"\(.*\)|\[.*\]", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = (
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "or_more",
    "or_fewer",
    "about",
    "range",
    "and",
    "between",
    "people",
)
_LONGEST = 60  # characters; what is longer is prose
_ERRORS = re.compile(r"#(?:ref|value|div/0|name|num|null|spill|calc)[!?]?", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=\d)\s*(?:\*+|[†‡§]+|\[\s*\w{1,3}\s*\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$")
_REMARK = re.compile(r"^(.*?\d|\w+)\s*(?:\((.*)\)|\?)$", re.DOTALL)
_HEBREW_FROM = re.compile(r"(?<=מ)[-־](?=\d)")  # "קטן מ-5", less than 5
_DASH = r"(?:-|–|—|\.\.+|…)"
_SIGNS = {">=": "at_least", "≥": "at_least", ">": "more_than", "<=": "at_most", "≤": "at_most", "<": "less_than",
          "~": "about", "≈": "about", "±": "about"}  # fmt: skip


def read_figure(text: str, form: Form) -> Figure:
    """The figure that `text` states; see CountColumn for what ranges and bounds become."""
    written = plain_digits(text).strip().strip("'\"").replace("\u2212", "-").strip()
    if len(written) > _LONGEST:
        return _NOT_A_COUNT
    if not written or not re.search(r"\w", written) or phrases("missing").exact(tokens(written)):
        return NOTHING
    if _ERRORS.fullmatch(written):
        return Figure(nan, kind="formula_error")
    if not _vocabulary().issuperset(_LETTERS.findall(fold(_BRACKETS.sub(" ", written)))):
        return _NOT_A_COUNT  # prose: most cells of most columns end here
    figure = _stated(written, form)
    if figure is None:
        figure = _with_remark(written, form) or _NOT_A_COUNT
    return figure


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that can stand in a figure."""
    phrases_ = [phrase for key in _WORDS for phrase in word_set("numbers", key)]
    return frozenset(word for phrase in (*phrases_, *number_words()) for word in phrase)


def _with_remark(written: str, form: Form) -> Figure | None:
    """ "12*", "12[1]", "63 (8 percent)", "3 killed", "5?": the number stands, and the rest is shown to a person."""
    remark = _FOOTNOTE.search(written) or _REMARK.match(written)
    if remark:
        number = written[: remark.start()] if remark.re is _FOOTNOTE else remark.group(1)
        figure = _stated(number.strip(), form) or _people(number.strip(), form)
    else:
        figure = _people(written, form)
    return (
        figure
        if figure is None or figure.kind
        else figure._replace(kind="count_with_remark", suggestion=_shown(figure))
    )


def _shown(figure: Figure) -> str:
    return f"{figure.n:g}" if figure.n_max != figure.n_max else f"{figure.n_min:g}-{figure.n_max:g}"


def _people(written: str, form: Form) -> Figure | None:
    """ "2 soldiers": a number and words for people only."""
    words = fold(written).split()
    if len(words) < 2 or any(tokens(word) not in word_set("numbers", "people") for word in words[1:]):
        return None
    return _stated(written.split()[0], form)


def _stated(written: str, form: Form) -> Figure | None:
    """A number, a range or a bound, and nothing else."""
    if any(unicodedata.category(letter) == "No" for letter in written):
        return None  # superscripts and fractions: 12¹ is not 121
    exact = _number(written, form)
    if exact is not None:
        return exact
    return _bounded(written, form) or _range(written, form)


def _number(written: str, form: Form) -> Figure | None:
    negative = written.startswith("-")
    number = read_number(written.lstrip("+-"), form) if re.fullmatch(r"[+-]?\d.*", written, re.DOTALL) else None
    if number is not None:
        value, sure = number
        figure = Figure(-value if negative else value)
        return figure if sure else figure._replace(kind="thousands_or_decimals", suggestion=f"{value:g}")
    named = number_words().get(tokens(written))
    return Figure(float(named)) if named is not None else None


def _bounded(written: str, form: Form) -> Figure | None:
    for sign, bound in _SIGNS.items():
        if written.startswith(sign):
            return _bound(bound, _number(written[len(sign) :].strip(), form))
    if written.endswith("+"):
        return _bound("at_least", _number(written[:-1].strip(), form))
    words = fold(_HEBREW_FROM.sub(" ", written)).split()
    for bound in ("about", "at_least", "more_than", "at_most", "less_than"):
        for phrase in word_set("numbers", bound):
            rest = _after(words, phrase)
            if rest and (found := _bound(bound, _number(rest, form))):
                return found
    for key, bound in (("or_more", "at_least"), ("or_fewer", "at_most"), ("more_than", "more_than")):
        for phrase in word_set("numbers", key):
            if tuple(words[-len(phrase) :]) == phrase and len(words) > len(phrase):
                found = _bound(bound, _number(" ".join(words[: -len(phrase)]), form))
                if found:
                    return found
    return None


def _after(words: list[str], phrase: tuple[str, ...]) -> str | None:
    """What follows the phrase at the beginning, abbreviations with a point too ("ca. 5")."""
    beginning = tuple(word.rstrip(".") for word in words[: len(phrase)])
    return " ".join(words[len(phrase) :]) if beginning == phrase else None


def _bound(bound: str, number: Figure | None) -> Figure | None:
    if number is None or number.kind or number.n < 0:
        return number if number is not None and number.kind else None
    n = number.n
    match bound:
        case "at_least":
            return Figure(n, n)
        case "more_than":
            return Figure(n + 1, n + 1)
        case "at_most":
            return Figure(0.0, 0.0, n)
        case "less_than":
            return Figure(0.0, 0.0, n - 1) if n >= 1 else None
        case _:
            return Figure(n, kind="approximate_count", suggestion=f"{n:g}")


def _range(written: str, form: Form) -> Figure | None:
    plain = fold(written)
    words = word_set("numbers", "range")
    for phrase in word_set("numbers", "between"):
        if plain.startswith(f"{' '.join(phrase)} "):
            plain = plain.removeprefix(" ".join(phrase)).strip()
            words |= word_set("numbers", "and")  # only "between" makes a range of "2 and 3"
    dividers = [rf"\s*{_DASH}\s*", *(rf"\s+{' '.join(phrase)}\s+" for phrase in words)]
    for divider in dividers:
        ends = re.split(divider, plain)
        if len(ends) == 2 and all(ends):
            low, high = (_number(end.strip(), form) for end in ends)
            if low and high and not low.kind and not high.kind:
                return _ordered(low.n, high.n)
    return None


def _ordered(low: float, high: float) -> Figure:
    if low > high:
        return Figure(nan, kind="range_backwards", suggestion=f"{high:g}-{low:g}")
    return Figure(low) if low == high else Figure(low, low, high)
