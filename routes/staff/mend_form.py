"""What the forms of the page of problems ask for: which findings they are about, the mends, the meanings of words."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import request
from werkzeug.datastructures import MultiDict

from data.drafts.draft import Draft, Mend
from data.drafts.findings import Findings, Narrowed
from data.drafts.meanings import meanings
from data.drafts.mending import CannotMend, accepted, all_accepted, explained, meant_by_suggestions, typed
from data.drafts.ways import WAYS
from data.problems import Problem

LONGEST_WHY = 500


def narrowed(query: Mapping[str, str]) -> Narrowed:
    """What the list is narrowed to, by the address."""
    kind = query.get("kind", "")
    return Narrowed(
        kind if kind in WAYS else "", query.get("sheet", ""), query.get("field", ""), query.get("q", "")[:200]
    )


def view() -> str:
    """What the list was narrowed to when the form was sent; the kind only where it was the one shown."""
    query = MultiDict(request.args)
    if "view" in request.form:
        query["kind"] = request.form["view"]
    kept = {key: query[key] for key in ("kind", "sheet", "field", "q", "page") if query.get(key)}
    return f"?{urlencode(kept)}" if kept else ""


def asked_to() -> str:
    """The button: accept, accept_all, explain, all, word, or "" where there was only one."""
    return request.form.get("do", "")


def why() -> str:
    """The reason that was typed, cut where it is longer than one is kept."""
    return request.form.get("why", "")[:LONGEST_WHY]


def meant(found: Findings) -> Problem:
    """The finding that a form is about, as it stands now. Raises CannotMend when it is gone."""
    kind, sheet, row, column = _place()
    for problem in found.problems:
        if (problem.kind, problem.sheet or "", str(problem.row or ""), problem.column or "") == (
            kind, sheet, row, column):  # fmt: skip
            return problem
    raise CannotMend("gone")


def all_of_kind(found: Findings) -> list[Problem]:
    """Every finding of a kind, as the list was narrowed. Raises CannotMend when there is none."""
    asked = narrowed({**request.args, "kind": request.form.get("all_of", "")})
    problems = asked.of(found.doubts, found.cells) if asked.kind else []
    if not problems:
        raise CannotMend("gone")
    return problems


def mends(found: Findings) -> list[Mend]:
    """What the form asks to be mended, at least one. Raises CannotMend, BadValue."""
    if asked_to() == "accept_all":
        wanted = all_accepted(all_of_kind(found), found.cells)
    elif asked_to() == "accept":
        wanted = [accepted(meant(found), found.cells)]
    else:
        value, column = request.form.get("value", ""), request.form.get("at", "")
        wanted = [typed(meant(found), found.cells, value, column, why())]
    if not wanted:
        raise CannotMend("no_suggestion")
    return wanted


def answers(draft: Draft, found: Findings) -> dict[str, Any]:
    """What was said of words; nothing where the form is about cells."""
    if asked_to() == "explain":
        problem, meaning = meant(found), request.form.get("meaning", "")
        if meaning not in meanings(problem.field or ""):
            raise CannotMend("no_meaning")
        return explained(draft.answers, problem.field or "", problem.value or "", meaning)
    if asked_to() == "accept_all" and WAYS.get(request.form.get("all_of", "")) == WAYS["word_not_understood"]:
        return meant_by_suggestions(draft.answers, all_of_kind(found))
    return {}


def numbers(draft: Draft) -> list[int]:
    """The mends to be taken back, of those that are in force."""
    in_force = [mend.number for mend in draft.mends_in_force]
    if asked_to() == "all":
        return in_force
    asked = {number(text) for text in request.form.getlist("number")}
    return [mend for mend in in_force if mend in asked]


def wrong(sentence: str) -> dict[str, Any]:
    """What was typed, so that nothing of it is lost."""
    said = {name: request.form.get(name, "") for name in ("value", "at", "why")}
    return {"place": _place(), "sentence": sentence, **said}


def number(text: str) -> int | None:
    """A whole number from an address or a form, None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _place() -> tuple[str, str, str, str]:
    kind, sheet, row, column = (request.form.get(f"of_{name}", "") for name in ("kind", "sheet", "row", "column"))
    return kind, sheet, row, column
