"""/staff/statement: a form for one published statement, checked as it is typed, which then goes the way of a file."""

import io
from typing import Any

from flask import Blueprint, request

from data import statement
from data.drafts.draft import ADD
from data.frame import Dataset, Frame
from data.store import NothingPublished
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from texts.words import Words

FIELDS = (*statement.DATES, *statement.COUNTS, *statement.TEXTS)
# Menus whose last choice is a word of one's own.
MENUS = ("scope", "counted_by")
OTHER = "other"


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/statement")
    @signed_in
    def statement_form() -> Any:
        return page(context, {})

    @blueprint.post("/statement")
    @signed_in
    def statement_typed() -> Any:
        """Without the button (a script asks while one types) nothing is kept."""
        typed = typed_of(request.form)
        return add(context, typed) if request.form.get("do") == "add" else page(context, typed)


def typed_of(form: Any) -> dict[str, str]:
    """What stands in the fields; of a menu the word that is chosen, or the one that was written beside it."""
    typed = {key: form.get(key, "") for key in (*FIELDS, "dataset", "scope_other", "counted_by_other")}
    for key in MENUS:
        typed[f"{key}_menu"] = typed[key]
        if typed[key] == OTHER:
            typed[key] = typed[f"{key}_other"]
    return typed


def page(context: Context, typed: dict[str, str], asked_to_add: bool = False) -> Any:
    """Fields that are still empty are no fault until one asks to add."""
    datasets = running(context)
    key = typed.get("dataset") or next(iter(datasets), "")
    frame = frame_of(context, key)
    earlier = statement.of_series(frame) if frame else []
    given = statement.read(typed)
    empty = {field for field in FIELDS if not typed.get(field)} | ({"figures"} if not asked_to_add else set())
    wrong = {field: why for field, why in given.wrong.items() if asked_to_add or field not in empty}
    findings = []
    if not wrong and given.as_of and "figures" not in given.wrong:
        findings = statement.findings(given, earlier, context.today(), Words("en"))
    menus = {field: sorted({getattr(one, field) for one in earlier} - {""}, key=str.casefold) for field in MENUS}
    return context.pages.statement_page.statement_page(
        context.asked(), typed | {"dataset": key}, datasets, menus, wrong, findings,
        given, statement.neighbours(given, earlier),
    )  # fmt: skip


def running(context: Context) -> dict[str, Dataset]:
    return {key: one for key, one in context.open_datasets().items() if one.layout == "running_totals"}


def frame_of(context: Context, key: str) -> Frame | None:
    try:
        return context.store.current().frames.get(key)
    except NothingPublished:
        return None


def add(context: Context, typed: dict[str, str]) -> Any:
    """A file of one row at the desk, to be added to its dataset and published like any other."""
    given = statement.read(typed)
    if given.wrong or typed["dataset"] not in running(context):
        return page(context, typed, asked_to_add=True), 422
    words = Words("en")
    row = statement.row_of(given, words)
    content = statement.file_of([row], words)
    draft = context.desk.receive(
        io.BytesIO(content), f"statement-{given.as_of}.csv", person().name, ADD, typed["dataset"]
    )
    context.desk.change(draft.id, person().name, answers=statement.answers([row], words))
    say_once("good", "statement.received")
    return context.go(f"/staff/drafts/{draft.id}/agreement")
