"""/staff/datasets: list, create and describe them; publishers also publish a description and archive."""

from typing import Any

from flask import Blueprint, abort, request

from data.describing import PLAIN, TEXTS, Described, described, typed_of
from data.drafts import DraftNotFound
from data.notes import note_of
from data.store import DatasetEntry, DescribedMeanwhile, EditionNotFound, StoreError
from routes.staff.context import Context
from routes.staff.guard import person, publisher, say_once, signed_in
from routes.staff.moved_figures import key_numbers_after, moved_figures
from routes.staff.numbers import whole
from routes.staff.own_draft import own_draft
from texts.words import LANGUAGES

HOME = "/staff/datasets"
FIELDS = ("key", "layout", *(f"{name}.{code}" for name in TEXTS for code in LANGUAGES), *PLAIN)
# Characters of a note in one language.
LONGEST_NOTE = 1000


def register(blueprint: Blueprint, context: Context) -> None:
    _lists(blueprint, context)
    _describes(blueprint, context)
    _publishes(blueprint, context)


def _lists(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/datasets")
    @signed_in
    def datasets() -> Any:
        return context.pages.datasets_page.datasets_page(context.asked(), context.store.dataset_list())

    @blueprint.get("/datasets/new")
    @signed_in
    def dataset_new() -> Any:
        draft = _draft(context)
        found = (draft.result or {}).get("layout") if draft else None
        return _new_page(context, {"layout": found or ""}, Described(), draft)

    @blueprint.post("/datasets/new")
    @signed_in
    def dataset_create() -> Any:
        draft, typed = _draft(context), _typed()
        read = described(typed, LANGUAGES, _keys(context), context.today())
        if read.dataset is None:
            return _new_page(context, typed, read, draft), 400
        try:
            context.store.add_dataset(read.dataset, person().name, expected=0)
        except DescribedMeanwhile:
            read.wrong["key"] = ("dataset.wrong.key_taken", {"key": read.dataset.key})
            return _new_page(context, typed | {"key": read.dataset.key}, read, draft), 400
        say_once("good", "dataset.created", key=read.dataset.key)
        return context.go(_aimed(context, draft, read.dataset.key))


def _describes(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/datasets/<key>")
    @signed_in
    def dataset(key: str) -> Any:
        entry = _entry(context, key)
        return _page(context, entry, typed_of(entry.dataset, LANGUAGES))

    @blueprint.post("/datasets/<key>")
    @signed_in
    def dataset_describe(key: str) -> Any:
        entry, typed = _entry(context, key), _typed()
        if entry.versions:
            typed["layout"] = entry.dataset.layout
        others = [other for other in _keys(context) if other != key]
        read = described(typed, LANGUAGES, others, context.today(), key)
        if read.dataset is None:
            return _page(context, entry, typed, read, _seen()), 400
        try:
            context.store.add_dataset(read.dataset, person().name, expected=_seen())
        except DescribedMeanwhile:
            return _page(context, _entry(context, key), typed, meanwhile=True), 409
        say_once("good", "dataset.saved_unpublished" if entry.published else "dataset.saved")
        return context.go(f"{HOME}/{key}")


def _publishes(blueprint: Blueprint, context: Context) -> None:
    @blueprint.post("/datasets/<key>/publish")
    @publisher
    def dataset_publish(key: str) -> Any:
        """The version that is published (or was last), with the newest description."""
        entry, notes, wrong = _entry(context, key), _notes(), _wrong_notes()
        if not entry.last_edition:
            abort(404)
        if wrong:
            return _page(context, entry, typed_of(entry.dataset, LANGUAGES), notes=(notes, wrong)), 400
        return _done(context, key, lambda writer: writer.publish({key: _last_version(entry)}, {}, note_of(notes))[0])

    @blueprint.get("/datasets/<key>/archive")
    @publisher
    def dataset_archiving(key: str) -> Any:
        return _archive_page(context, _entry(context, key), {}, {})

    @blueprint.post("/datasets/<key>/archive")
    @publisher
    def dataset_archive(key: str) -> Any:
        entry = _entry(context, key)
        notes, wrong = _notes(), _wrong_notes() if entry.published else {}
        if wrong:
            return _archive_page(context, entry, notes, wrong), 400

        def archive(writer: Any) -> int | None:
            writer.archive(key)
            return writer.publish({}, {}, note_of(notes), without=[key])[0] if entry.published else None

        return _done(context, key, archive)

    @blueprint.post("/datasets/<key>/unarchive")
    @publisher
    def dataset_unarchive(key: str) -> Any:
        _entry(context, key)
        context.store.archive(key, person().name, archived=False)
        say_once("good", "dataset.unarchived")
        return context.go(f"{HOME}/{key}")


def _done(context: Context, key: str, work: Any) -> Any:
    """Does it in one transaction and says the edition that it made, or why it was not done."""
    try:
        with context.store.writing(person().name) as writer:
            edition = work(writer)
    except StoreError as error:
        say_once("bad", error.message, **error.params)
        return context.go(f"{HOME}/{key}")
    if edition:
        say_once("good", "dataset.published", edition=str(edition))
    else:
        say_once("good", "dataset.archived")
    return context.go(f"{HOME}/{key}")


def _last_version(entry: DatasetEntry) -> int:
    assert entry.last_edition is not None, "only what was published once is published so"  # noqa: S101
    return entry.published[0] if entry.published else entry.last_edition[1]


def _keys(context: Context) -> list[str]:
    return list(context.store.datasets())


def _entry(context: Context, key: str) -> DatasetEntry:
    """Answers 404 where there is none."""
    found = next((entry for entry in context.store.dataset_list() if entry.dataset.key == key), None)
    return found or abort(404)


def _typed() -> dict[str, str]:
    return {name: request.form.get(name, "") for name in FIELDS}


def _seen() -> int:
    """The number of the description that the form was made from."""
    return request.form.get("seen", 0, whole)


def _notes() -> dict[str, str]:
    return {code: request.form.get(f"note.{code}", "").strip() for code in LANGUAGES}


def _wrong_notes() -> dict[str, tuple[str, dict[str, Any]]]:
    wrong: dict[str, tuple[str, dict[str, Any]]] = {}
    for code, note in _notes().items():
        if not note:
            kind = "required" if any(_notes().values()) else "empty"
            wrong[f"note.{code}"] = (f"dataset.wrong.{kind}", {"language": code})
        elif len(note) > LONGEST_NOTE:
            wrong[f"note.{code}"] = ("dataset.wrong.long", {"most": LONGEST_NOTE, "count": len(note)})
    return wrong


def _draft(context: Context) -> Any:
    """The draft that asked for a new dataset, None where none did. Raises DraftNotFound (own_draft answers it)."""
    id = request.args.get("draft", "")
    return own_draft(context, id) if id else None


def _aimed(context: Context, draft: Any, key: str) -> str:
    """Where to go on: back to the draft, which is now meant for the new dataset."""
    if draft is None:
        return f"{HOME}/{key}"
    try:
        context.desk.change(draft.id, person().name, dataset=key)
    except DraftNotFound as gone:
        say_once("warn", gone.message)
        return f"{HOME}/{key}"
    return f"/staff/drafts/{draft.id}"


def _new_page(context: Context, typed: dict[str, str], read: Described, draft: Any) -> Any:
    others = context.store.datasets()
    return context.pages.dataset_page.new_page(context.asked(), typed, read.wrong, others, draft)


def _page(
    context: Context, entry: DatasetEntry, typed: dict[str, str], read: Described | None = None,
    seen: int | None = None, *, meanwhile: bool = False, notes: Any = ({}, {}),
) -> Any:  # fmt: skip
    others = {key: other for key, other in context.store.datasets().items() if key != entry.dataset.key}
    return context.pages.dataset_page.dataset_page(
        context.asked(), entry, typed, (read or Described()).wrong, others,
        seen=entry.description if seen is None else seen, meanwhile=meanwhile, notes=notes,
    )  # fmt: skip


def _archive_page(context: Context, entry: DatasetEntry, notes: dict[str, str], wrong: dict[str, Any]) -> Any:
    moved, numbers = [], ""
    if entry.published:
        try:
            edition = context.store.current()
        except EditionNotFound:
            abort(404)
        moved, numbers = moved_figures(edition, entry.dataset.key), key_numbers_after(edition, entry.dataset.key)
    return context.pages.dataset_archive_page.dataset_archive_page(context.asked(), entry, moved, numbers, notes, wrong)
