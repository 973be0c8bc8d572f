"""/staff/record/<dataset>/<record>: the whole row that a record was read from, for those who are signed in."""

from typing import Any
from urllib.parse import quote

from flask import Blueprint, abort, request

from data.pinned import PARAMETER, edition_asked
from data.record.finding import position_of
from data.record.row_source import row_source
from data.selection import BadSelection
from data.store import EditionNotFound
from routes.staff.context import Context
from routes.staff.guard import signed_in
from routes.staff.numbers import whole


def register(blueprint: Blueprint, context: Context) -> None:
    @signed_in
    def record(key: str, record_id: str) -> Any:
        number = request.args.get(PARAMETER, type=whole) or None
        try:
            frame = edition_asked(context.store, number).frames[key]
        except (BadSelection, EditionNotFound, KeyError):
            abort(404)
        position = position_of(frame, record_id)
        if position is None:
            abort(404)
        asked = context.asked()
        public = f"/record/{quote(key, safe='')}/{quote(record_id, safe='')}" + (f"?edition={number}" if number else "")
        source = row_source(context.store, frame, position)
        return context.pages.record_page.record_page(asked, frame, source, asked.link(public))

    blueprint.add_url_rule("/record/<key>/<record_id>", "record", record, methods=["GET"])
