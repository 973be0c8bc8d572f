"""Which dataset a draft is meant for: those it fits, and those it does not with the reason."""

from collections.abc import Mapping
from typing import Any

from data.comparison.outcome import mixes
from data.drafts.draft import MODES
from data.frame import Dataset


def draft_target(
    layout: str | None, chosen: str | None, mode: str, datasets: Mapping[str, Dataset], words: Any
) -> dict[str, Any]:
    """`fitting` (key, title, chosen), `others` (title, why), the `modes`, and `misfit`: the chosen one does not fit."""
    fits = {key: layout is None or mixes(each.layout, layout) for key, each in datasets.items()}
    titles = {key: title(each, words) for key, each in datasets.items()}
    return {
        "fitting": [(key, titles[key], key == chosen) for key in datasets if fits[key]],
        "others": [
            (titles[key], words.say(f"understood.misfit.{datasets[key].layout}")) for key in datasets if not fits[key]
        ],
        "modes": [(each, words.say(f"understood.mode.{each}"), each == mode) for each in MODES],
        "misfit": titles[chosen] if chosen and not fits.get(chosen, True) else "",
        "chosen": chosen or "",
    }


def title(dataset: Dataset, words: Any) -> str:
    return dataset.title.get(words.language) or next(iter(dataset.title.values()), dataset.key)
