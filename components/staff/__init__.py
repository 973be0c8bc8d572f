"""The staff pages: one file per page, each a function from what is known to an HTML document."""

from components.staff import (
    agreement_page,
    dataset_archive_page,
    dataset_page,
    datasets_page,
    drafts_page,
    history_page,
    password_page,
    photos_page,
    problems_page,
    refused_page,
    sign_in_page,
    statement_page,
    text_page,
    text_publish_page,
    text_versions_page,
    trail_page,
    understood_page,
)
from components.staff_shell import Asked

__all__ = [
    "Asked",
    "agreement_page",
    "dataset_archive_page",
    "dataset_page",
    "datasets_page",
    "drafts_page",
    "history_page",
    "password_page",
    "photos_page",
    "problems_page",
    "refused_page",
    "sign_in_page",
    "statement_page",
    "text_page",
    "text_publish_page",
    "text_versions_page",
    "trail_page",
    "understood_page",
]
