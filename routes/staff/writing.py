"""The awareness text as staff find it: what is being written, what is published, and what is wrong with it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

from data.frame import Edition
from data.store import NothingPublished, Store, TextDraft, TextEntry
from data.summaries.statements import Statement, latest, resolve_statement, statements
from texts import awareness
from texts.words import LANGUAGES

# Characters of a text; the shipped ones have 8,500. Markdown made to be slow takes the square of its length.
MOST = 40_000
# Typed numbers below this are seldom figures of the data.
SMALLEST = 10
OUTCOMES = ("killed", "injured", "casualties")


@dataclass(frozen=True, slots=True)
class Writing:
    """One language: `markdown` is the draft's, or what is published. `mark` is what a saving must expect.

    `moved`: the draft began from a text that is not the published one any more.
    """

    language: str
    markdown: str
    draft: TextDraft | None
    published: TextEntry | None
    moved: bool
    findings: list[awareness.Finding]

    @property
    def mark(self) -> str:
        return self.draft.mark if self.draft else ""

    @property
    def errors(self) -> int:
        return sum(finding.severity == "error" for finding in self.findings)


def edition_now(store: Store) -> Edition:
    """The newest edition, or one without anything."""
    try:
        return store.current()
    except NothingPublished:
        return Edition(0, datetime.now(UTC), "", {}, {})


def writings(store: Store) -> dict[str, Writing]:
    drafts, edition = store.text_drafts(), edition_now(store)
    found = {}
    for language in LANGUAGES:
        draft, published = drafts.get(language), published_text(store, language)
        markdown = draft.markdown if draft else edition.texts.get(language, "")
        moved = draft is not None and draft.based_on != (published.number if published else 0)
        checked = findings(markdown, edition, store)
        found[language] = Writing(language, markdown, draft, published, moved, checked)
    return found


def published_text(store: Store, language: str) -> TextEntry | None:
    """The text that the newest edition holds."""
    newest = edition_now(store).number
    return next((entry for entry in reversed(store.texts(language)) if newest in entry.editions), None)


def findings(markdown: str, edition: Edition, store: Store) -> list[awareness.Finding]:
    def known(binding: awareness.Binding) -> bool:
        return _statement(edition, binding) is not None

    return awareness.findings(
        markdown, known, set(_values(markdown, edition)), lambda file: store.photo(file) is not None, _offering(edition)
    )


def _statement(edition: Edition, binding: awareness.Binding) -> Statement | None:
    found = resolve_statement(edition, binding.kind, binding.outcome, binding.counted_by, binding.as_of)
    return None if found is None or found.value(binding.outcome) is None else found


def _values(markdown: str, edition: Edition) -> Iterator[float]:
    """The figures of the newest statement and of those that the text speaks of."""
    told = [latest(edition), *(_statement(edition, binding) for binding in awareness.bindings(markdown))]
    for statement in told:
        values = (statement.value(outcome) for outcome in OUTCOMES) if statement else ()
        yield from (value for value in values if value is not None and value >= SMALLEST)


def citable(edition: Edition) -> list[Statement]:
    """The statements that a figure can be bound to, newest first: of the main scope, of one day."""
    dated = [one for one in statements(edition) if one.start and one.is_main_scope and one.precision == "day"]
    return sorted(dated, key=lambda one: one.first, reverse=True)


def written(statement: Statement, outcome: str) -> str:
    """The binding of one figure of a statement."""
    counter = re.sub('["“”«»{}]', "", statement.counted_by)
    return f'{{{{statement {outcome} counted_by="{counter}" as_of={statement.first}}}}}'


def _offering(edition: Edition) -> Callable[[str], str]:
    """What to write in place of a binding that finds nothing: the statement of the nearest day, else the newest."""

    def instead(wrong: str) -> str:
        outcome = next((one for one in OUTCOMES if one in wrong), "killed")
        day = re.search(r"\d{4}-\d\d-\d\d", wrong)
        try:
            asked = date.fromisoformat(day[0]) if day else None
        except ValueError:
            asked = None
        near = [one for one in citable(edition) if one.value(outcome) is not None]
        if asked is None or not near:
            return f"{{{{latest {outcome}}}}}"
        return written(min(near, key=lambda one: abs(one.first - asked)), outcome)

    return instead


def before_last_change(store: Store) -> tuple[int, dict[str, int]] | None:
    """(the edition that changed a text last, language -> number of the text before it); None: nothing to undo."""
    entries: list[Any] = store.editions()
    for older, newer in reversed(list(pairwise(entries))):
        changed = {language: number for language, number in older.texts.items() if newer.texts.get(language) != number}
        if changed:
            return newer.number, changed
    return None
