"""/staff/drafts/<id>/marked.xlsx: the uploaded file with its findings marked, for whoever may see the draft."""

from typing import Any

from flask import Blueprint, Response

from data.drafts.findings import findings
from data.intake.readers import NotASpreadsheet
from exports.marked_workbook import file_name, marked_workbook, marks
from exports.names import attachment
from routes.staff.context import Context
from routes.staff.guard import person, say_once, signed_in
from routes.staff.own_draft import own_draft

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/drafts/<id>/marked.xlsx")
    @signed_in
    def marked(id: str) -> Any:
        draft, words = own_draft(context, id), context.words()
        found = findings(context.desk, draft)
        content = context.desk.file(id).read_bytes()
        try:
            book = marked_workbook(content, marks(found.problems, draft.mends_in_force, words, found.size))
        except NotASpreadsheet:
            say_once("warn", "marked.failed")
            return context.go(f"/staff/drafts/{id}/problems")
        context.store.note(person().name, "draft_marked_downloaded", draft=id, file=draft.file_name)
        response = Response(book, mimetype=TYPE)
        response.headers.set("Content-Disposition", "attachment", **attachment(file_name(draft.file_name, words)))
        return response
