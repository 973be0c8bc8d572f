"""The staff pages: one file per page, each a function from what is known to an HTML document."""

from components.staff import (
    drafts_page,
    password_page,
    refused_page,
    sign_in_page,
    trail_page,
    understood_page,
)
from components.staff_shell import Asked

__all__ = [
    "Asked",
    "drafts_page",
    "password_page",
    "refused_page",
    "sign_in_page",
    "trail_page",
    "understood_page",
]
