"""Datasets, versions, texts and editions: written once, never changed; who did what."""

from data.store.awareness import PhotoEntry, TextDraft, TextEntry
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
    TextMeanwhile,
    TextNotFound,
    VersionNotFound,
)
from data.store.listing import EditionEntry, LogEntry, VersionEntry
from data.store.store import Store

__all__ = [
    "DatasetNotFound",
    "EditionEntry",
    "EditionNotFound",
    "LayoutDiffers",
    "LogEntry",
    "NotAStore",
    "NothingPublished",
    "PhotoEntry",
    "QuestionsOpen",
    "Store",
    "StoreError",
    "StoreNewer",
    "StoreUnreadable",
    "TextDraft",
    "TextEntry",
    "TextMeanwhile",
    "TextNotFound",
    "VersionEntry",
    "VersionNotFound",
]
