"""A store's first contents: the shipped spreadsheets and the awareness text, published as edition 1 in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.intake import corrections, take_in
from data.samples import shipped
from data.store.store import Store

# Who publishes what is shipped, in the log and in the history.
WHO = "minetall"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the start did. `new` is False when the store had contents already; then nothing was read.

    `records` and `problems` are numbers per dataset key.
    """

    new: bool
    edition: int | None
    records: dict[str, int]
    problems: dict[str, int]


def load_shipped(store: Store, texts: dict[str, str], take_in: Callable[..., Any] = take_in) -> Loaded:
    """Fills an empty store; `texts` is the awareness text, language -> Markdown.

    Several processes may call it at once: each reads the files, the first one that is done writes, the others find the
    store filled. Raises QuestionsOpen when a shipped file is no longer understood without a person.
    """
    if store.datasets() or store.editions():
        return Loaded(False, None, {}, {})
    taken = [(dataset, _read(file, mended, take_in)) for dataset, file, mended in shipped()]
    with store.writing(WHO) as writer:
        if not writer.empty():
            return Loaded(False, None, {}, {})
        versions = {}
        for dataset, intake in taken:
            writer.add_dataset(dataset)
            versions[dataset.key], _ = writer.add_version(dataset.key, intake, note="")
        edition, _ = writer.publish(versions, texts, note="")
    records = {dataset.key: len(intake.records) for dataset, intake in taken}
    return Loaded(True, edition, records, {dataset.key: len(intake.problems) for dataset, intake in taken})


def _read(file: Any, mended: Any, take_in: Callable[..., Any]) -> Any:
    known = corrections.read(mended) if mended else None
    return take_in(file.read_bytes(), file.name, corrections=known)
