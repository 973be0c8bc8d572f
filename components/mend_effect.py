"""What a mend has changed: records, killed, injured and findings before and after."""

from collections.abc import Mapping
from typing import Any

from data.drafts.draft import Draft

FIGURES = ("records", "killed", "injured", "findings")


def mend_effect(before: Mapping[str, Any] | None, after: Mapping[str, Any], draft: Draft, words: Any) -> list[str]:
    """A line for each figure that changed; one that says so where none did; nothing while the file is being read.

    `before`: revision (the one that the mend made) and the figures of the reading before it; a figure may be None.
    """
    if before is None or not draft.current or draft.revision != before.get("revision"):
        return []
    changed = [key for key in FIGURES if before.get(key) != after.get(key)]
    if not changed:
        return [words.say("mending.effect.none")]
    return [
        words.say(f"mending.effect.{key}", before=_figure(before.get(key), words), after=_figure(after.get(key), words))
        for key in changed
    ]  # fmt: skip


def _figure(value: Any, words: Any) -> str:
    return words.say("mending.effect.not_known") if value is None else words.number(value)
