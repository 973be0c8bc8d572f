"""Asked: everything that an analysis is drawn from, besides the edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.frame import Edition
from data.selection import Selection


@dataclass(frozen=True, slots=True)
class Asked:
    """`options` holds every option of the analysis (charts.options); `words` is a texts.Words.

    `dataset` is a key, "" for the dataset of single accidents or people. `against` is the edition to compare with.
    """

    selection: Selection
    words: Any
    today: date
    options: Mapping[str, str] = field(default_factory=dict)
    dataset: str = ""
    against: Edition | None = None
    narrow: bool = False
