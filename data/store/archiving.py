"""Datasets that are put away: in no new edition, in every older one as before, and taken out again when wanted."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from data.store.errors import DatasetArchived
from data.store.tables import archivings


def archived_keys(connection: Connection) -> frozenset[str]:
    """The datasets whose newest row says so."""
    last = func.max(archivings.c.number).label("number")
    newest = select(archivings.c.dataset, last).group_by(archivings.c.dataset).subquery()
    same = (archivings.c.dataset == newest.c.dataset) & (archivings.c.number == newest.c.number)
    found = select(archivings.c.dataset).join(newest, same).where(archivings.c.archived)
    return frozenset(connection.scalars(found))


def write(connection: Connection, key: str, archived: bool, who: str, at: datetime) -> bool:
    """Whether that was new. The dataset exists."""
    if (key in archived_keys(connection)) == archived:
        return False
    last = connection.scalar(select(func.max(archivings.c.number)).where(archivings.c.dataset == key)) or 0
    connection.execute(insert(archivings).values(dataset=key, number=last + 1, who=who, at=at, archived=archived))
    return True


def check(connection: Connection, keys: Collection[str]) -> None:
    """Raises DatasetArchived when one of them is put away."""
    for key in sorted(archived_keys(connection) & set(keys)):
        raise DatasetArchived(dataset=key)
