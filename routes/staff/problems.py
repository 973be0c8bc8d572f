"""/staff/drafts/<id>/problems, and what is done there: mend, set-aside, take-back."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, request, session

from data.drafts.draft import Draft
from data.drafts.findings import Findings, findings
from data.drafts.mending import CannotMend, all_set_aside, explained, on_original, set_aside
from data.drafts.typed_value import BadValue
from routes.staff import mend_form
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft

_EFFECT = "mending_effect"


def register(blueprint: Blueprint, context: Context) -> None:
    view = View(context)
    blueprint.add_url_rule("/drafts/<id>/problems", "problems", signed_in(view.problems), methods=["GET"])
    for path, act in (("mend", view.mend), ("set-aside", view.set_aside), ("take-back", view.take_back)):
        blueprint.add_url_rule(
            f"/drafts/<id>/{path}", f"draft_{act.__name__}", signed_in(view.acting(act)), methods=["POST"]
        )


class View:
    def __init__(self, context: Context) -> None:
        self.context = context

    def problems(self, id: str) -> Any:
        return self._page(own_draft(self.context, id))

    def acting(self, act: Callable[[Draft, Findings], Any]) -> Callable[[str], Any]:
        """The view of an act on a draft and its findings: what cannot be done is said on the page, and why."""

        def acted(id: str) -> Any:
            draft = own_draft(self.context, id)
            try:
                return act(draft, findings(self.context.desk, draft))
            except CannotMend as error:
                say_once("warn", error.message)
                return self._back(draft)
            except BadValue as error:
                sentence = self.context.words().say(error.message, **error.params)
                return self._page(draft, mend_form.wrong(sentence)), 422

        return acted

    def mend(self, draft: Draft, found: Findings) -> Any:
        desk, before, who = self.context.desk, figures(draft, found), person().name
        answers = mend_form.answers(draft, found)
        if answers:
            return self._done(desk.change(draft.id, who, answers=answers), before, "mending.done.explained")
        mends = on_original(mend_form.mends(found), draft.mends_in_force)
        return self._done(desk.mend(draft.id, who, mends), before, "mending.done.mended", count=len(mends))

    def set_aside(self, draft: Draft, found: Findings) -> Any:
        if mend_form.asked_to() == "all":
            mends = all_set_aside(mend_form.all_of_kind(found), mend_form.why())
        else:
            mends = [set_aside(mend_form.meant(found), mend_form.why())]
        after = self.context.desk.mend(draft.id, person().name, mends)
        return self._done(after, figures(draft, found), "mending.done.set_aside", count=len(mends))

    def take_back(self, draft: Draft, found: Findings) -> Any:
        desk, before, who = self.context.desk, figures(draft, found), person().name
        if mend_form.asked_to() == "word":
            answers = explained(draft.answers, request.form.get("field", ""), request.form.get("word", ""), "")
            return self._done(desk.change(draft.id, who, answers=answers), before, "mending.done.taken_back")
        numbers = mend_form.numbers(draft)
        if not numbers:
            raise CannotMend("gone")
        return self._done(desk.take_back(draft.id, who, numbers), before, "mending.done.taken_back")

    def _page(self, draft: Draft, wrong: Mapping[str, Any] | None = None) -> Any:
        found, kept = findings(self.context.desk, draft), session.get(_EFFECT, {})
        return self.context.pages.problems_page.problems_page(
            self.context.asked(), draft, found, mend_form.narrowed(request.args),
            mend_form.number(request.args.get("page", "")) or 1,
            figures=figures(draft, found), before=kept if kept.get("draft") == draft.id else None, wrong=wrong,
        )  # fmt: skip

    def _done(self, draft: Draft, before: dict[str, Any], message: str, **params: Any) -> Any:
        """Back to the list; what the change did is said there once the file has been read."""
        session[_EFFECT] = before | {"draft": draft.id, "revision": draft.revision}
        say_once("good", message, **params)
        return self._back(draft)

    def _back(self, draft: Draft) -> Any:
        """To the list, as it was narrowed."""
        return self.context.go(f"/staff/drafts/{draft.id}/problems{mend_form.view()}")


def figures(draft: Draft, found: Findings) -> dict[str, Any]:
    """Records, killed, injured (None where they are not added up) and findings of the newest reading."""
    result = draft.result or {}
    return {key: result.get(key) for key in ("records", "killed", "injured")} | {"findings": len(found.doubts)}
