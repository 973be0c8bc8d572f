"""What an address of a set asks for: charts in their order, each with what is its own; or why it cannot be had.

charts=by_district,season,season-2&status=civilian&season-2.of=killed: a parameter holds for every chart, one
with a chart's name before it for that chart alone, in place of the common one. The same chart once more is -2, -3 ...
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from charts import ALIASES, ALL_CHARTS, CHARTS
from charts.options import Option, read_options
from data.pinned import PARAMETER, edition_asked, edition_number
from data.selection import BadParameter, BadSelection
from exports.handed_set import HandedSet
from routes.asked import Asked, read
from texts.words import Words

CHARTS_PARAMETER = "charts"
# Every chart there is, and as many again.
MOST = 40
# The charts of a set whose address names none: those of the front page that count something of their own.
DEFAULT = (CHARTS[0], *CHARTS[2:])
# Common to all: one set is in one language and of one edition.
COMMON = ("lang", PARAMETER)
_NAME = re.compile(r"([a-z_]+)(?:-[2-9])?")


@dataclass(frozen=True, slots=True)
class AskedSet:
    """`names` are those of the address (over_time-2), `asked` what each asks for. `query` is as it was asked."""

    names: tuple[str, ...]
    asked: tuple[Asked, ...]
    words: Words
    query: list[tuple[str, str]]
    pinned: int | None
    options: dict[str, str]

    @property
    def question(self) -> str:
        """All that the address decides, in one order."""
        return urlencode([*self.query, *sorted(self.options.items())])

    def handed(self, store: Any, today: date, settings: Any, name: str) -> HandedSet:
        """What an export gets. `store` has the photos of the text too. Raises BadSelection and NothingPublished."""
        query = urlencode(self.query, safe=",")

        def photo(file: str) -> bytes | None:
            found = store.photo(file)
            return found[1] if found else None

        return HandedSet(
            tuple(one.handed(store, today, settings) for one in self.asked), edition_asked(store, self.pinned),
            self.words, settings, today, f"{settings.public_url}/share?{query}", name, query, self.pinned, self.options,
            photo,
        )  # fmt: skip


def read_set(query: MultiDict[str, str], words: Words, options: Sequence[Option] = ()) -> AskedSet:
    """Raises BadSelection with all that is wrong."""
    problems: list[BadParameter] = []
    names = _names(query, problems)
    asked = []
    for name in names:
        try:
            asked.append(read(_chart(name), _own(query, name, names), words))
        except BadSelection as bad:
            problems += [problem for problem in bad.problems if problem not in problems]
    pinned = edition_number(query.get(PARAMETER, ""), []) if not problems else None
    chosen = read_options(options, query, problems)
    if problems:
        raise BadSelection(problems)
    return AskedSet(names, tuple(asked), words, _pairs(query, names, words), pinned, chosen)


def _names(query: MultiDict[str, str], problems: list[BadParameter]) -> tuple[str, ...]:
    """From charts=a,b or charts=a&charts=b; each once."""
    given = [name.strip() for value in query.getlist(CHARTS_PARAMETER) for name in value.split(",") if name.strip()]
    names = tuple(dict.fromkeys(given)) or DEFAULT
    for name in names:
        if not _NAME.fullmatch(name) or _chart(name) not in ALL_CHARTS:
            problems.append(BadParameter(CHARTS_PARAMETER, name[:60], "selection.bad.value", ALL_CHARTS))
    if len(names) > MOST:
        problems.append(BadParameter(CHARTS_PARAMETER, str(len(names)), "selection.bad.number", ("1", str(MOST))))
    return names if not problems else ()


def _chart(name: str) -> str:
    """over_time-2 -> over_time; an old name -> the present one."""
    chart = name.partition("-")[0]
    return ALIASES.get(chart, chart)


def _own(query: MultiDict[str, str], name: str, names: Sequence[str]) -> MultiDict[str, str]:
    """The query of one chart: the common parameters, those of its own in their place."""
    own = {key.partition(".")[2] for key in query if key.partition(".")[0] == name} - set(COMMON)
    pairs = []
    for key, value in query.items(multi=True):
        before, dot, after = key.partition(".")
        if dot and before == name and after in own:
            pairs.append((after, value))
        elif not (dot and before in names) and key not in own:
            pairs.append((key, value))
    return MultiDict(pairs)


def _pairs(query: MultiDict[str, str], names: Sequence[str], words: Words) -> list[tuple[str, str]]:
    """The address as we write it: language, charts, then what was asked beside them."""
    rest = [(key, value) for key, value in query.items(multi=True) if key not in ("lang", CHARTS_PARAMETER) and value]
    return [("lang", words.language), (CHARTS_PARAMETER, ",".join(names)), *rest]
