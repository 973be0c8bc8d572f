"""Datasets, versions, texts and editions: written once, never changed; who did what."""

from data.store.errors import (
    DatasetNotFound,
    EditionNotFound,
    LayoutDiffers,
    NotAStore,
    NothingPublished,
    QuestionsOpen,
    StoreError,
    StoreNewer,
    StoreUnreadable,
    VersionNotFound,
)
from data.store.listing import EditionEntry, LogEntry, VersionEntry
from data.store.store import Store
from data.store.trail import TrailQuery

__all__ = [
    "DatasetNotFound",
    "EditionEntry",
    "EditionNotFound",
    "LayoutDiffers",
    "LogEntry",
    "NotAStore",
    "NothingPublished",
    "QuestionsOpen",
    "Store",
    "StoreError",
    "StoreNewer",
    "StoreUnreadable",
    "TrailQuery",
    "VersionEntry",
    "VersionNotFound",
]
