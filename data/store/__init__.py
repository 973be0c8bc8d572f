"""Datasets, versions, texts and editions: written once, never changed; who did what."""

from data.store.awareness import PhotoEntry, TextDraft, TextEntry
from data.store.dataset_list import DatasetEntry
from data.store.errors import (
    DatasetArchived,
    DatasetNotFound,
    DescribedMeanwhile,
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
    TextMeanwhile,
    TextNotFound,
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
    "DescribedMeanwhile",
    "EditionEntry",
    "EditionMeanwhile",
    "EditionNotFound",
    "FilePart",
    "LayoutDiffers",
    "LogEntry",
    "NotAStore",
    "NothingPublished",
    "PhotoEntry",
    "PublishedMeanwhile",
    "QuestionsOpen",
    "Remark",
    "RemarkEntry",
    "Store",
    "StoreError",
    "StoreNewer",
    "StoreUnreadable",
    "TextDraft",
    "TextEntry",
    "TextMeanwhile",
    "TextNotFound",
    "TrailQuery",
    "VersionEntry",
    "VersionNotFound",
]
