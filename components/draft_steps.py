"""The steps of a draft (understood, problems, agreement, publish) and the reading in progress, as values for pages."""

from typing import Any, Protocol

STEPS = (("understood", ""), ("problems", "/problems"), ("agreement", "/agreement"), ("publish", "/publish"))
# Seconds until the page asks again: soon while someone watches one file, calmer on the list.
POLL, LIST_POLL = 0.5, 2
# How many rows there are is known beforehand only nearly: blank ones at the end are counted and not read.
_NEARLY = 0.99


class _Asked(Protocol):
    @property
    def words(self) -> Any: ...

    def link(self, path: str) -> str: ...


def draft_path(draft: Any) -> str:
    return f"/staff/drafts/{draft.id}"


def draft_steps(asked: _Asked, draft: Any, here: str) -> list[tuple[str, str, bool, int]]:
    """(label, link, whether it is this page, number of things to look at), for staff/steps.html.j2."""
    result = draft.result or {}
    counts = {"understood": len(result.get("questions") or ()), "problems": len(result.get("problems") or ())}
    return [
        (asked.words.say(f"draft.step.{key}"), asked.link(draft_path(draft) + path), key == here, counts.get(key, 0))
        for key, path in STEPS
    ]


def draft_reading(asked: _Asked, draft: Any) -> dict[str, Any] | None:
    """What is said while the file is being read, for staff/reading.html.j2; None when it is not.

    `sentence`, `done` and `known` (rows; None before they are known), `poll` (seconds).
    """
    if draft.state not in ("waiting", "reading"):
        return None
    if draft.progress is None:
        return {"sentence": asked.words.say(f"draft.{draft.state}"), "done": None, "known": None, "poll": POLL}
    done, known = draft.progress
    if done >= _NEARLY * known:
        said = asked.words.say("draft.reading.understanding", count=done)
    else:
        said = asked.words.say("draft.reading.rows", done=done, known=known)
    return {"sentence": said, "done": done, "known": known, "poll": POLL}
