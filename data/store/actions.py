"""What the log can say: every action, with the details that its sentence for people needs."""

from collections.abc import Collection

# Each has its name and its sentence, trail.name.<action> and trail.action.<action>, in every language.
ACTIONS: dict[str, tuple[str, ...]] = {
    "account_added": ("name", "role"),
    "account_disabled": ("name",),
    "account_reset": ("name",),
    "password_set": (),
    "signed_in": (),
    "sign_in_refused": (),
    "sign_ins_paused": (),
    "signed_out": (),
    "trail_downloaded": (),
    "dataset_added": ("dataset",),
    "dataset_described": ("dataset",),
    "dataset_archived": ("dataset",),
    "dataset_unarchived": ("dataset",),
    "version_added": ("dataset", "version", "file"),
    "text_added": ("language", "text"),
    "text_discarded": ("language",),
    "photo_added": ("photo",),
    "published": ("edition", "versions"),
    "went_back": ("edition", "restores"),
    "remarks_kept": ("dataset", "version", "count"),
    "answers_remembered": ("questions",),
    "draft_received": ("file",),
    "draft_downloaded": ("file",),
    "draft_marked_downloaded": ("file",),
    "draft_mended": ("file", "count"),
    "draft_mends_taken_back": ("file", "count"),
    "draft_published": ("file", "edition"),
    "draft_discarded": ("file",),
    "draft_cancelled": ("file",),
    "draft_expired": ("file",),
}


def check(action: str, details: Collection[str]) -> None:
    """Raises ValueError for an action that is not declared, or that lacks a detail."""
    if action not in ACTIONS:
        raise ValueError(f"no such action in the log: {action}")
    if missing := set(ACTIONS[action]) - set(details):
        raise ValueError(f"{action} is noted without {sorted(missing)}")
