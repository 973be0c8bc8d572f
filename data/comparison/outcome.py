"""What publishing a draft would do: the version it makes, what changes, what must be decided, what is in the way."""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

from data.comparison.agreement import WithinFile, WithStatement, with_statements, within_file
from data.comparison.changes import Changes, changes
from data.comparison.contradictions import Contradiction, contradictions
from data.comparison.doubts import Doubt, confirms, doubts
from data.comparison.incidents import OF_EVENTS
from data.comparison.merging import merged
from data.comparison.overlaps import Overlaps, overlaps
from data.comparison.sides import framed
from data.frame import Dataset, Edition, Frame
from data.store import NothingPublished, Store

ADD = "add"
DECISION, CONFIRMED = "overlap:", "confirmed:"
# Pages of a draft are asked for one after another; an outcome holds both versions.
KEPT = 3


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why a draft cannot be published; the sentence is `publishing.blocked.<kind>`, `step` where it is dealt with."""

    kind: str
    step: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Outcome:
    """`published` is the version that readers see, `base` the one the draft was compared with (None: none).

    `after` is what would be published: an Intake, or a Merged one when the file is added.
    """

    dataset: Dataset
    intake: Any
    before: Frame | None
    after: Any
    frame: Frame
    overlaps: Overlaps | None
    changes: Changes
    doubts: list[Doubt]
    edition: Edition | None

    @cached_property
    def within_file(self) -> list[WithinFile]:
        return within_file(self.intake)

    @cached_property
    def with_statements(self) -> list[WithStatement]:
        return with_statements(self.edition, self.frame)

    @cached_property
    def contradictions(self) -> list[Contradiction]:
        """Of running totals: where what is new or changed contradicts what is published."""
        if self.before is None or self.frame.dataset.layout != "running_totals":
            return []
        return contradictions(self.frame, [*self.changes.added.tolist(), *self.changes.changed_after.tolist()])

    @property
    def published(self) -> int | None:
        return None if self.before is None else self.before.version


class Outcomes:
    """The outcomes of the drafts that are looked at, worked out once for each state of a draft and of the site."""

    def __init__(self, store: Store) -> None:
        self._store, self._lock = store, Lock()
        self._kept: OrderedDict[tuple[Any, ...], Outcome] = OrderedDict()

    def of(self, draft: Any, intake: Any) -> Outcome:
        """`draft` has a dataset and was read. Raises DatasetNotFound."""
        edition = newest(self._store)
        decisions = decisions_of(draft.choices)
        name = (draft.id, draft.read_revision, draft.dataset, draft.mode, edition and edition.number,
                tuple(sorted(decisions.items())))  # fmt: skip
        with self._lock:
            if name not in self._kept:
                self._kept[name] = outcome(self._store, edition, draft, intake)
            self._kept.move_to_end(name)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[name]


def outcome(store: Store, edition: Edition | None, draft: Any, intake: Any) -> Outcome:
    """Compares with what readers see now."""
    dataset = store.datasets()[draft.dataset]
    before = edition.frames.get(draft.dataset) if edition else None
    after, found = intake, None
    if draft.mode == ADD and before is not None and mixes(before.dataset.layout, intake.layout):
        found = overlaps(before, framed(dataset, intake), decisions_of(draft.choices))
        after = merged(intake, found, store.raw(draft.dataset, before.version))
    frame = framed(dataset, after)
    change = changes(before, frame)
    return Outcome(dataset, intake, before, after, frame, found, change, doubts(change, intake, found), edition)


def mixes(one: str, other: str) -> bool:
    """Whether a dataset of one layout may hold a file of the other."""
    return one == other or (one in OF_EVENTS and other in OF_EVENTS)


def decisions_of(choices: Mapping[str, Any]) -> dict[str, str]:
    """Pair id -> decision."""
    return {key.removeprefix(DECISION): str(said) for key, said in choices.items() if key.startswith(DECISION)}


def reasons_of(choices: Mapping[str, Any]) -> dict[str, str]:
    """Doubt id -> what the person typed, where it is a reason."""
    found = {key.removeprefix(CONFIRMED): str(said) for key, said in choices.items() if key.startswith(CONFIRMED)}
    return {key: reason for key, reason in found.items() if confirms(reason)}


def blockers(draft: Any, found: Outcome | None, archived: Collection[str] = ()) -> list[Blocker]:
    """Everything that is in the way, in the order of the steps. `found` None: there is nothing to compare yet.

    `archived`: the datasets that are put away.
    """
    put_away = [Blocker("archived", "")] if draft.dataset in archived else []
    return put_away + (_unready(draft) if found is None or _unready(draft) else _undone(draft, found))


def _unready(draft: Any) -> list[Blocker]:
    told = []
    if draft.state == "failed":
        told.append(Blocker("failed", ""))
    elif not draft.current or draft.state != "read":
        told.append(Blocker("reading", ""))
    elif (draft.result or {}).get("refused"):
        told.append(Blocker("refused", ""))
    if not draft.dataset:
        told.append(Blocker("dataset", ""))
    return told


def _undone(draft: Any, found: Outcome) -> list[Blocker]:
    told = []
    questions = len(found.intake.questions)
    told += [Blocker("questions", "", {"count": questions})] if questions else []
    if not mixes(found.dataset.layout, found.intake.layout):
        told.append(Blocker("layout", "", {"layout": found.intake.layout, "expected": found.dataset.layout}))
    if found.published != draft.base_version:
        told.append(Blocker("meanwhile", "agreement", {"version": str(found.published)} if found.published else {}))
    if found.overlaps is not None and found.overlaps.undecided:
        told.append(Blocker("undecided", "agreement", {"count": found.overlaps.undecided}))
    open_doubts = [doubt for doubt in found.doubts if doubt.id not in reasons_of(draft.choices)]
    return told + ([Blocker("unconfirmed", "agreement", {"count": len(open_doubts)})] if open_doubts else [])


def newest(store: Store) -> Edition | None:
    try:
        return store.current()
    except NothingPublished:
        return None
