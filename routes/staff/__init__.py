"""The staff pages: one file per family of addresses, all under /staff, none of them there without `register`."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, Flask

from accounts import Accounts
from data.store import Store
from routes.staff import (
    agreement,
    datasets,
    drafts,
    history,
    marked,
    password,
    photos,
    problems,
    record,
    refused,
    session,
    sign_in,
    statement,
    text,
    text_publish,
    text_versions,
    trail,
    understood,
    upload,
)
from routes.staff.context import Context

FAMILIES = (
    agreement,
    datasets,
    drafts,
    history,
    marked,
    password,
    photos,
    problems,
    record,
    sign_in,
    statement,
    text,
    text_publish,
    text_versions,
    trail,
    understood,
    upload,
)


def register(
    server: Flask, settings: Any, store: Store, accounts: Accounts, desk: Any, pages: Any, today: Callable[[], date]
) -> None:
    """`pages` is the package components.staff; `desk` a data.drafts.Desk."""
    context = Context(settings, store, accounts, desk, pages, today)
    blueprint = Blueprint("staff", __name__, url_prefix="/staff")
    session.register(server, blueprint, context)
    refused.register(blueprint, context)
    for family in FAMILIES:
        family.register(blueprint, context)
    server.register_blueprint(blueprint)
