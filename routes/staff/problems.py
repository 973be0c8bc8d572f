"""/staff/drafts/<id>/problems, and what is done there: mend, set-aside, take-back."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, request, session
from werkzeug.datastructures import MultiDict

from data.drafts.draft import Draft
from data.drafts.findings import Findings, Narrowed, findings
from data.drafts.meanings import meanings
from data.drafts.mending import (
    CannotMend,
    accepted,
    all_accepted,
    all_set_aside,
    explained,
    meant_by_suggestions,
    on_original,
    set_aside,
    typed,
)
from data.drafts.typed_value import BadValue
from data.drafts.ways import WAYS
from data.problems import Problem
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft

_EFFECT = "mending_effect"
_LONGEST_WHY = 500


def register(blueprint: Blueprint, context: Context) -> None:
    def page(draft: Draft, wrong: Mapping[str, Any] | None = None) -> Any:
        found = findings(context.desk, draft)
        kept = session.get(_EFFECT, {})
        return context.pages.problems_page.problems_page(
            context.asked(), draft, found, narrowed(request.args), _number(request.args.get("page", "")) or 1,
            figures=figures(draft, found), before=kept if kept.get("draft") == draft.id else None, wrong=wrong,
        )  # fmt: skip

    def done(draft: Draft, before: dict[str, Any], message: str, **params: Any) -> Any:
        """Back to the list, as it was narrowed; what the change did is said there once the file has been read."""
        session[_EFFECT] = before | {"draft": draft.id, "revision": draft.revision}
        say_once("good", message, **params)
        return context.go(f"/staff/drafts/{draft.id}/problems{_view()}")

    def acted(id: str, act: Callable[[Draft, Findings], Any]) -> Any:
        draft = own_draft(context, id)
        try:
            return act(draft, findings(context.desk, draft))
        except CannotMend as error:
            say_once("warn", error.message)
            return context.go(f"/staff/drafts/{draft.id}/problems{_view()}")
        except BadValue as error:
            sentence = context.words().say(error.message, **error.params)
            return page(draft, _wrong(sentence)), 422

    @blueprint.get("/drafts/<id>/problems")
    @signed_in
    def problems(id: str) -> Any:
        return page(own_draft(context, id))

    @blueprint.post("/drafts/<id>/mend")
    @signed_in
    def mend(id: str) -> Any:
        def act(draft: Draft, found: Findings) -> Any:
            before, who = figures(draft, found), person().name
            answers = _answers(draft, found)
            if answers:
                return done(context.desk.change(draft.id, who, answers=answers), before, "mending.done.explained")
            mends = on_original(_mends(found), draft.mends_in_force)
            return done(context.desk.mend(draft.id, who, mends), before, "mending.done.mended", count=len(mends))

        return acted(id, act)

    @blueprint.post("/drafts/<id>/set-aside")
    @signed_in
    def sets_aside(id: str) -> Any:
        def act(draft: Draft, found: Findings) -> Any:
            why = request.form.get("why", "")[:_LONGEST_WHY]
            mends = all_set_aside(_all_of(found), why) if _do() == "all" else [set_aside(_meant(found), why)]
            after = context.desk.mend(draft.id, person().name, mends)
            return done(after, figures(draft, found), "mending.done.set_aside", count=len(mends))

        return acted(id, act)

    @blueprint.post("/drafts/<id>/take-back")
    @signed_in
    def take_back(id: str) -> Any:
        def act(draft: Draft, found: Findings) -> Any:
            before, who = figures(draft, found), person().name
            if _do() == "word":
                answers = explained(draft.answers, request.form.get("field", ""), request.form.get("word", ""), "")
                return done(context.desk.change(draft.id, who, answers=answers), before, "mending.done.taken_back")
            numbers = _numbers(draft)
            if not numbers:
                raise CannotMend("gone")
            after = context.desk.take_back(draft.id, who, numbers)
            return done(after, before, "mending.done.taken_back")

        return acted(id, act)


def narrowed(query: Mapping[str, str]) -> Narrowed:
    """What the list is narrowed to, by the address."""
    kind = query.get("kind", "")
    return Narrowed(
        kind if kind in WAYS else "", query.get("sheet", ""), query.get("field", ""), query.get("q", "")[:200]
    )


def figures(draft: Draft, found: Findings) -> dict[str, Any]:
    """Records, killed, injured (None where they are not added up) and findings of the newest reading."""
    result = draft.result or {}
    return {key: result.get(key) for key in ("records", "killed", "injured")} | {"findings": len(found.doubts)}


def _do() -> str:
    return request.form.get("do", "")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _view() -> str:
    """What the list was narrowed to when the form was sent; the kind only where it was the one shown."""
    query = MultiDict(request.args)
    if "view" in request.form:
        query["kind"] = request.form["view"]
    kept = {key: query[key] for key in ("kind", "sheet", "field", "q", "page") if query.get(key)}
    return f"?{urlencode(kept)}" if kept else ""


def _place() -> tuple[str, str, str, str]:
    kind, sheet, row, column = (request.form.get(f"of_{name}", "") for name in ("kind", "sheet", "row", "column"))
    return kind, sheet, row, column


def _meant(found: Findings) -> Problem:
    """The finding that a form is about, as it stands now. Raises CannotMend when it is gone."""
    kind, sheet, row, column = _place()
    for problem in found.problems:
        if (problem.kind, problem.sheet or "", str(problem.row or ""), problem.column or "") == (
            kind, sheet, row, column):  # fmt: skip
            return problem
    raise CannotMend("gone")


def _all_of(found: Findings) -> list[Problem]:
    """Every finding of a kind, as the list was narrowed. Raises CannotMend when there is none."""
    asked = narrowed({**request.args, "kind": request.form.get("all_of", "")})
    problems = asked.of(found.doubts, found.cells) if asked.kind else []
    if not problems:
        raise CannotMend("gone")
    return problems


def _mends(found: Findings) -> list[Any]:
    if _do() == "accept_all":
        mends = all_accepted(_all_of(found), found.cells)
    elif _do() == "accept":
        mends = [accepted(_meant(found), found.cells)]
    else:
        value, why = request.form.get("value", ""), request.form.get("why", "")[:_LONGEST_WHY]
        mends = [typed(_meant(found), found.cells, value, request.form.get("at", ""), why)]
    if not mends:
        raise CannotMend("no_suggestion")
    return mends


def _answers(draft: Draft, found: Findings) -> dict[str, Any]:
    """What was said of words; nothing where the form is about cells."""
    if _do() == "explain":
        problem, meaning = _meant(found), request.form.get("meaning", "")
        if meaning not in meanings(problem.field or ""):
            raise CannotMend("no_meaning")
        return explained(draft.answers, problem.field or "", problem.value or "", meaning)
    if _do() == "accept_all" and WAYS.get(request.form.get("all_of", "")) == WAYS["word_not_understood"]:
        return meant_by_suggestions(draft.answers, _all_of(found))
    return {}


def _numbers(draft: Draft) -> list[int]:
    in_force = [mend.number for mend in draft.mends_in_force]
    if _do() == "all":
        return in_force
    asked = {_number(text) for text in request.form.getlist("number")}
    return [number for number in in_force if number in asked]


def _wrong(sentence: str) -> dict[str, Any]:
    """What was typed, so that nothing of it is lost."""
    said = {name: request.form.get(name, "") for name in ("value", "at", "why")}
    return {"place": _place(), "sentence": sentence, **said}
