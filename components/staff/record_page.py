"""/staff/record/<dataset>/<record>: the whole row of a record, with cells and findings that others do not see."""

from typing import Any

from markupsafe import Markup

from components import record_origin
from components.draft_target import title
from components.staff_shell import Asked, staff_page
from data.frame import Frame
from data.record.row_source import RowSource


def record_page(asked: Asked, frame: Frame, source: RowSource, public: str) -> Markup:
    """`public`: path of the page that everybody sees."""
    words = asked.words
    values: dict[str, Any] = {
        "place": words.say("changes.row", sheet=source.sheet, row=str(source.row)),
        "file": source.file.file_name,
        "cells": record_origin.cells(source, words, staff=True),
        "mends": record_origin.mends(source, words, staff=True),
        "findings": record_origin.findings(source, words, len(frame.files) > 1, staff=True),
        "public": public,
    }
    key = frame.dataset.key
    trail = [
        (words.say("history.title"), "/staff/history"),
        (title(frame.dataset, words), f"/staff/history/{key}"),
        (words.say("history.version", version=str(frame.version)), f"/staff/history/{key}/{frame.version}"),
    ]
    heading = words.say("record.staff.title")
    return staff_page("staff/record.html.j2", asked, heading, "history", trail=trail, **values)
