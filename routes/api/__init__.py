"""/api/v1: what has been published, for programs: datasets, editions, records, summaries, charts. Read only.

One file per family of addresses. Parameters are declared once (parameters.py): they are read, told in openapi.json and
tested from the same list. A call without `edition` is answered from the newest; with it the answer never changes.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask

from data.store import Store
from routes.api import chart_views, datasets, editions, openapi, records, summaries
from routes.api.answering import ROOT, Api, add, unknown


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date]) -> None:
    api = Api(settings, store, today)
    families = (datasets, editions, records, summaries, chart_views)
    endpoints = [endpoint for family in families for endpoint in family.ENDPOINTS]
    endpoints.append(openapi.endpoint(tuple(endpoints)))
    for endpoint in endpoints:
        add(server, api, endpoint)
    for path in (ROOT, f"{ROOT}/", f"{ROOT}/<path:path>"):
        server.add_url_rule(path, f"api_unknown_{path}".replace(".", "_"), lambda **_: unknown(api, endpoints))


__all__ = ("ROOT", "register")
