"""The address of a set of charts, and those that it becomes when a chart is moved, left out or put in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

Pairs = Sequence[tuple[str, str]]
PATH, CHARTS = "/share", "charts"
MOST_OF_ONE = 9


@dataclass(frozen=True, slots=True)
class SetAddress:
    """`names` in their order (over_time-2 is over_time once more), `pairs` all else beside language and charts."""

    language: str
    names: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, query: Pairs, defaults: Pairs = ()) -> "SetAddress":
        """From routes.asked_set.AskedSet.query; what stands at one of the `defaults` needs no naming."""
        given = dict(query)
        pairs = tuple(pair for pair in query if pair[0] not in ("lang", CHARTS) and pair not in defaults)
        return cls(given["lang"], tuple(given[CHARTS].split(",")), pairs)

    @property
    def query(self) -> str:
        return urlencode([("lang", self.language), (CHARTS, ",".join(self.names)), *self.pairs], safe=",")

    @property
    def link(self) -> str:
        return f"{PATH}?{self.query}"

    def hidden(self, *without: str) -> list[tuple[str, str]]:
        """The fields of a form that asks for the parameters named itself."""
        pairs = [("lang", self.language), (CHARTS, ",".join(self.names)), *self.pairs]
        return [pair for pair in pairs if pair[0] not in without]

    def moved(self, name: str, by: int) -> "SetAddress | None":
        """One place up (-1) or down (1); None at the ends."""
        names, at = list(self.names), self.names.index(name)
        if not 0 <= at + by < len(names):
            return None
        names[at], names[at + by] = names[at + by], names[at]
        return replace(self, names=tuple(names))

    def without(self, name: str) -> "SetAddress | None":
        """None where it is the only one: a set without charts is no set."""
        names = tuple(one for one in self.names if one != name)
        pairs = tuple(pair for pair in self.pairs if not pair[0].startswith(f"{name}."))
        return replace(self, names=names, pairs=pairs) if names else None

    def with_chart(self, chart: str) -> "SetAddress | None":
        """At the end; the same chart once more under a name of its own. None where there are nine already."""
        free = (chart, *(f"{chart}-{number}" for number in range(2, MOST_OF_ONE + 1)))
        name = next((one for one in free if one not in self.names), "")
        return replace(self, names=(*self.names, name)) if name else None

    def value(self, name: str) -> str:
        return dict(self.pairs).get(name, "")


def set_of_one(chart: str, language: str, own: Pairs, edition: int | None) -> SetAddress:
    """One chart with its own selection and options, from which a set grows."""
    pairs = [(f"{chart}.{name}", value) for name, value in own]
    pairs += [("edition", str(edition))] if edition else []
    return SetAddress(language, (chart,), tuple(pairs))
