"""Every dataset with what stands beside its description: versions, what is published of it, whether it is put away."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.frame import Dataset
from data.store.archiving import archived_keys
from data.store.listing import dataset_keys, described, items_of, newest_description, newest_edition
from data.store.tables import edition_versions, versions


@dataclass(frozen=True, slots=True)
class DatasetEntry:
    """A dataset as described last. `description` is the number of that description.

    `published` is (version, description) in the newest edition, None where that edition does not hold the dataset.
    `records` are those of the published version, else of the newest one; None without any version. `last_edition` is
    (number, version) of the newest edition that held it, None where there was none. `versions` counts them all.
    """

    dataset: Dataset
    description: int
    versions: int
    published: tuple[int, int] | None
    records: int | None
    last_edition: tuple[int, int] | None
    archived: bool

    @property
    def told_anew(self) -> bool:
        """Whether it is published with an older description than this one."""
        return self.published is not None and self.published[1] != self.description


def dataset_list(connection: Connection) -> list[DatasetEntry]:
    """By key."""
    held, _ = items_of(connection, newest_edition(connection))
    archived = archived_keys(connection)
    last: dict[str, tuple[int, int]] = {}
    for held_by in connection.execute(select(edition_versions).order_by(edition_versions.c.edition)):
        last[held_by.dataset] = (held_by.edition, held_by.version)
    entries = []
    for key in dataset_keys(connection):
        row = newest_description(connection, key)
        if row is None:
            continue
        counts = _record_counts(connection, key)
        published = held.get(key)
        shown = published[0] if published else max(counts, default=0)
        entry = DatasetEntry(
            described(row), row.number, len(counts), published, counts.get(shown), last.get(key), key in archived
        )
        entries.append(entry)
    return entries


def _record_counts(connection: Connection, key: str) -> dict[int, int]:
    """Version -> how many records."""
    found = select(versions.c.number, versions.c.record_count).where(versions.c.dataset == key)
    return {row.number: row.record_count for row in connection.execute(found)}
