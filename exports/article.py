"""The text column: the awareness text of the edition, its figures bound to published statements."""

import re
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from data.frame import Edition
from data.summaries.statements import resolve_statement
from texts import awareness

_rendered: "WeakKeyDictionary[Edition, dict[tuple[str, bool], awareness.Article]]" = WeakKeyDictionary()
# As data.store names the photos that it keeps.
_PHOTO = re.compile(r"[0-9a-f]{64}\.(?:jpg|webp)")


def article(
    edition: Edition, words: Any, counter: Callable[[str], str], statement_link: Callable[[str], str],
    pinned: bool = False,
) -> awareness.Article:  # fmt: skip
    """The text of an edition in the language of `words`, made once, and once more where its links pin the edition.

    `counter` names an authority for the reader; `statement_link` gives the address of a statement by its id.
    """
    texts, kept = _rendered.setdefault(edition, {}), (words.language, pinned)
    if kept not in texts:
        texts[kept] = rendered(edition.texts.get(words.language, ""), edition, words, counter, statement_link)
    return texts[kept]


def rendered(
    markdown: str, edition: Edition, words: Any, counter: Callable[[str], str], statement_link: Callable[[str], str]
) -> awareness.Article:
    """Any text with the figures of an edition, as the front page would show it."""

    def resolve(binding: awareness.Binding) -> awareness.Bound | None:
        found = resolve_statement(edition, binding.kind, binding.outcome, binding.counted_by, binding.as_of)
        value = found.value(binding.outcome) if found else None
        if found is None or value is None:
            return None
        return awareness.Bound(
            value=value,
            statement_id=found.record_id,
            as_of=found.start,
            counted_by=counter(found.counted_by),
            href=statement_link(found.record_id),
            as_of_precision=found.precision,
        )

    return awareness.render(markdown, resolve, words, photo_address)


def photo_address(file: str) -> str | None:
    """Where a photo of the store is served."""
    return f"/photo/{file}" if _PHOTO.fullmatch(file) else None
