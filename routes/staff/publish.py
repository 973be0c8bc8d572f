"""/staff/drafts/<id>/publish: whole or not at all, in one transaction; and the page after it."""

from typing import TYPE_CHECKING, Any

from flask import Blueprint, request

from data.comparison.outcome import Blocker, Outcome, blockers
from data.comparison.remarks import remarks
from data.drafts import Draft, DraftChanged
from data.intake import Intake
from data.notes import note_of
from data.store import DatasetArchived, EditionNotFound, PublishedMeanwhile
from data.store.writing import Writer
from routes.staff.context import Context
from routes.staff.guard import person, publisher, say_once, signed_in
from routes.staff.numbers import NUMBER
from routes.staff.own_draft import own_draft
from texts.words import LANGUAGES

if TYPE_CHECKING:
    from routes.staff.agreement import View

LONGEST_NOTE = 2000


class StillBlocked(Exception):
    """Something stands in the way that was not there when the page was made."""


def add(blueprint: Blueprint, context: Context, compared: "View") -> None:
    view = Publishing(context, compared)
    blueprint.add_url_rule("/drafts/<id>/publish", "publish", signed_in(view.page), methods=["GET"])
    blueprint.add_url_rule("/drafts/<id>/publish", "publishes", publisher(view.publish), methods=["POST"])
    blueprint.add_url_rule(f"/published/{NUMBER}", "published", signed_in(view.published), methods=["GET"])


class Publishing:
    def __init__(self, context: Context, compared: "View") -> None:
        self.context, self.compared = context, compared

    def page(self, id: str) -> Any:
        return self._page(own_draft(self.context, id))

    def _page(self, draft: Draft, note: dict[str, str] | None = None, missing: bool = False) -> Any:
        found = self.compared.found(draft)
        publishers = [one.name for one in self.context.accounts.accounts() if one.may_publish]
        page = self.context.pages.publish_page.publish_page
        return page(self.context.asked(), draft, found, self._blocked(draft, found), publishers, note, missing)

    def _blocked(self, draft: Draft, found: Outcome | None) -> list[Blocker]:
        return blockers(draft, found, self.context.store.archived())

    def publish(self, id: str) -> Any:
        draft = own_draft(self.context, id)
        typed = {language: request.form.get(f"note-{language}", "").strip()[:LONGEST_NOTE] for language in LANGUAGES}
        if not any(typed.values()):
            return self._page(draft, typed, missing=True), 400
        try:
            if request.form.get("revision", "") != str(draft.revision):
                raise DraftChanged(file=draft.file_name)
            edition, new = self._publish(draft, note_of(typed))
        except (StillBlocked, PublishedMeanwhile, DatasetArchived):
            say_once("warn", "publishing.not_done")
            return self.context.go(f"/staff/drafts/{id}/publish")
        if new:
            return self.context.go(f"/staff/published/{edition}")
        say_once("warn", "publishing.nothing_new", edition=str(edition))
        return self.context.go("/staff/history")

    def _publish(self, draft: Draft, note: str) -> tuple[int, bool]:
        """(edition, whether it is new).

        The comparison is made before the transaction, so that nobody waits for it; the store says if it is stale.
        """
        found = self.compared.found(draft)
        if found is None or self._blocked(draft, found):
            raise StillBlocked

        made: list[bool] = []

        def write(writer: Writer, now: Draft, intake: Intake) -> int:
            if (now.dataset, now.mode, now.choices) != (draft.dataset, draft.mode, draft.choices):
                raise DraftChanged(file=now.file_name)
            edition, new = _written(writer, draft, found, note)
            made.append(new)
            return edition

        return self.context.desk.publish(draft.id, person().name, note, write), made[-1]

    def published(self, number: int) -> Any:
        store = self.context.store
        try:
            edition = store.edition(number)
        except EditionNotFound:
            return self.context.go("/staff/history")
        page = self.context.pages.publish_page.published_page
        newest = store.editions()[-1].number == number
        return page(self.context.asked(), edition, number - 1 if number > 1 else None, newest)


def _written(writer: Writer, draft: Draft, found: Outcome, note: str) -> tuple[int, bool]:
    key = found.dataset.key
    files = getattr(found.after, "files", None)
    said = remarks(draft, found)
    version, _ = writer.add_version(key, found.after, note, files, said)
    return writer.publish({key: version}, {}, note, expected={key: draft.base_version})
