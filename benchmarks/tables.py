"""How measurements stand in docs/performance.md: tables with a column per case, and each aim beside what was found."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Aim(NamedTuple):
    """What was aimed at: the highest that `found` may be. `why` says what stands in the way, should it be missed."""

    name: str
    bound: float
    unit: str
    found: float
    why: str = ""

    def line(self) -> str:
        verdict = "met"
        if self.found > self.bound:
            verdict = f"missed by {self.found - self.bound:.3g} {self.unit}. {self.why}".strip()
        return f"- {self.name}: {verdict} ({self.found:.4g} of {self.bound:g} {self.unit})"


def table(title: str, columns: Mapping[str, Mapping[str, str]]) -> str:
    """A heading and a table: `columns` maps the head of a column to its lines, which all columns have."""
    heads = list(columns)
    lines = [
        f"| {name} | " + " | ".join(column[name] for column in columns.values()) + " |" for name in columns[heads[0]]
    ]
    return "\n".join([f"### {title}", "", f"| | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|", *lines, ""])


def aims(found: Iterable[Aim]) -> str:
    return "\n".join(["### The aims", "", *(aim.line() for aim in found), ""])
