"""The lines of a filter's values in /explore: name, number with its bar, and the links that leave out and show."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from charts.sentences import district_name, number
from data.selection import NOT, value_name
from data.summaries.amounts import Amount
from data.summaries.facets import LAST, Value

Encoded = dict[tuple[str, str], str]
Fill = Callable[..., Markup]
# Where a line is cut; no value of a spreadsheet holds such a sign.
CUT = "\x00"


def lines(
    fill: Fill, field: str, sized: list[tuple[Value, Amount]], most: float, address: Any, encoded: Encoded, words: Any
) -> Markup:
    """The list's HTML. `fill` makes HTML of a template (components.document), `most` is the number that fills the bar.

    `sized` are the values with the number beside each; `encoded` holds the parameters of `address`, each as it stands
    in a link. A page has some 300 values and nothing but their numbers differs from one to the next: what stands round
    those is filled in once for each value.
    """
    selection = address.selection
    chosen, left_out = getattr(selection, field), selection.left_out(field)
    every = escape(f"{address.path}?" + "".join(f"{text}&" for text in encoded.values()))
    others = [text for (name, _), text in encoded.items() if name.removeprefix(NOT) != field]
    only = escape(f"{address.path}?" + "".join(f"{text}&" for text in others))
    found = []
    for one, size in sized:
        taken, gone = one.key in chosen, one.key in left_out
        pieces = _pieces(fill, field, one.key, taken, gone, words)
        leave = every
        if taken or gone:
            leave = escape(_without(address.path, encoded, (NOT + field if gone else field, one.key), gone))
        share = str(round(100 * size.known / most, 1))
        found.append("".join((pieces[0], only, pieces[1], share, pieces[2], escape(number(size, words)), pieces[3],
                              leave, pieces[4])))  # fmt: skip
    return Markup("\n".join(found))  # noqa: S704


@lru_cache(maxsize=8192)
def _pieces(fill: Fill, field: str, key: str, chosen: bool, left_out: bool, words: Any) -> tuple[str, ...]:
    """The line of a value, cut where go: the beginning of its records' address, share, number, that of `leave`."""
    name = name_of_value(field, key, words)
    value = {
        "field": field, "key": key, "name": name, "plain": plain(name), "chosen": chosen, "left_out": left_out,
        "last": key in LAST, "count": CUT, "share": CUT,
        "records": CUT + urlencode([(field, key)]) + "#records",
        "leave": CUT + ("" if left_out else urlencode([(NOT + field, key)])),
    }  # fmt: skip
    return tuple(fill("explore_value.html.j2", words, value=value).split(CUT))


def _without(path: str, encoded: Encoded, pair: tuple[str, str], whole: bool) -> str:
    """The address without a parameter; unless `whole`, another one follows it."""
    return f"{path}?" + "&".join([*(text for one, text in encoded.items() if one != pair), *([] if whole else [""])])


@lru_cache(maxsize=4096)
def name_of_value(field: str, key: str, words: Any) -> str:
    """A value as it is called in a list. Kept: a panel names some hundreds."""
    return value_name(field, key, words, lambda code: district_name(code, words))


def plain(name: str) -> str:
    """Without case and marks, as a reader looks for it."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(sign))
