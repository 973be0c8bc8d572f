"""Datasets, versions, texts and editions: written once, never changed; who did what."""

from data.store.dataset_list import DatasetEntry
from data.store.errors import (
    DatasetArchived,
    DatasetNotFound,
    EditionMeanwhile,
    EditionNotFound,
    LayoutDiffers,
    NotAStore,
    NothingPublished,
    PublishedMeanwhile,
    QuestionsOpen,
    StoreError,
    StoreNewer,
    StoreUnreadable,
    VersionNotFound,
)
from data.store.listing import EditionEntry, LogEntry, VersionEntry
from data.store.origins import FilePart, Remark, RemarkEntry
from data.store.store import Store
from data.store.trail import TrailQuery

__all__ = [
    "DatasetArchived",
    "DatasetEntry",
    "DatasetNotFound",
    "EditionEntry",
    "EditionMeanwhile",
    "EditionNotFound",
    "FilePart",
    "LayoutDiffers",
    "LogEntry",
    "NotAStore",
    "NothingPublished",
    "PublishedMeanwhile",
    "QuestionsOpen",
    "Remark",
    "RemarkEntry",
    "Store",
    "StoreError",
    "StoreNewer",
    "StoreUnreadable",
    "TrailQuery",
    "VersionEntry",
    "VersionNotFound",
]
