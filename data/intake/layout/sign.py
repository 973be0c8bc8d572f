"""A sign: what speaks for one of the four layouts, and how clearly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """`layout` is one of data.fields.LAYOUTS. `certain` False asks a person. `evidence` is data, not a sentence."""

    layout: str
    name: str
    certain: bool = True
    evidence: tuple[str, ...] = ()
