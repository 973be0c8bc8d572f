"""Addresses with old names lead to the present ones: charts, parameters and values (charts/renamed.py).

A redirect, and in one place before any page, export, embed or API answers: what is copied from then on has the present
names, and nothing else has to know the old ones. Programs and frames follow it; scripts of other sites may.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import Flask, redirect, request

from charts import ALL_CHARTS
from charts.renamed import ALIASES, PARAMETERS, VALUES
from data.selection import NOT
from data.web_address import NONE, parts_of

Pairs = list[tuple[str, str]]
# Families of addresses that are promised; the first part that may be a chart's name, the second what stands behind it.
_OF_A_CHART = re.compile(r"(/(?:embed|export|share|api/v1/charts)/)([a-z_]+)((?:\.[a-z.]+)?)", re.IGNORECASE)
PROMISED = ("/explore", "/embed/", "/export/", "/share", "/api/v1", "/oembed", "/method", "/edition", "/record/")
# Parameters whose values are names of charts.
_NAMING = ("form", "chart", "charts")
# An address that a parameter holds (oEmbed).
ADDRESS = "url"


def register(server: Flask) -> None:
    server.before_request(moved)


def moved() -> Any:
    """The redirect to the present names, or None where these are in use already."""
    if not (ALIASES or PARAMETERS or VALUES) or not (request.path == "/" or request.path.startswith(PROMISED)):
        return None
    asked = list(request.args.items(multi=True))
    path, pairs = present(request.path, asked)
    if (path, pairs) == (request.path, asked):
        return None
    # 308: what is sent with POST is sent again.
    response = redirect(f"{path}?{urlencode(pairs)}", 301 if request.method in ("GET", "HEAD") else 308)
    response.headers.extend({"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=86400"})
    return response


def present(path: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, Pairs]:
    """The address with present names; what is not known stays as it is, in its order."""
    found = _OF_A_CHART.fullmatch(path)
    chart = _chart(found[2]) if found else ""
    if found:
        path = f"{found[1]}{chart}{found[3]}"
    given = [(_with_prefix(name), _named(name, value)) for name, value in pairs]
    values, names = dict(given), {name for name, _ in given}
    chart = chart if chart in ALL_CHARTS else values.get("chart", "")
    of_set = [name for name in values.get("charts", "").split(",") if name]
    both = [(pair, now) for pair in given for now in _present(*pair, chart, of_set)]
    # What an earlier redirect added for one chart of a set is there already.
    return path, [now for pair, now in both if now == pair or "." not in now[0] or now[0] not in names]


def _present(name: str, value: str, chart: str, of_set: Sequence[str]) -> Pairs:
    """One parameter, and those that it stands for in the charts of a set."""
    before, dot, own = name.partition(".")
    if dot and _base(before) in ALL_CHARTS:
        now, value = _renamed(_base(before), own, value)
        return [(f"{before}.{now}", value)]
    if dot and f"{before}." == NOT:
        now, value = _renamed("", own, value)
        return [(f"{NOT}{now}", value)]
    changed = [(one, _renamed(_base(one), name, value)) for one in of_set if _base(one) in ALL_CHARTS]
    common = _renamed(chart, name, value)
    return [common, *((f"{one}.{now[0]}", now[1]) for one, now in changed if now != common)]


def _renamed(chart: str, name: str, value: str) -> tuple[str, str]:
    name = PARAMETERS.get((chart, name)) or PARAMETERS.get(("", name)) or name
    return name, VALUES.get((chart, name, value)) or VALUES.get(("", name, value)) or value


def _with_prefix(name: str) -> str:
    """by_victim.by -> by_status.by, tab.by_victim -> tab.by_status."""
    before, dot, own = name.partition(".")
    if not dot:
        return name
    return f"tab.{_chart(own)}" if before == "tab" else f"{_chart(before)}.{own}"


def _named(name: str, value: str) -> str:
    if name in _NAMING:
        return ",".join(_chart(one) for one in value.split(","))
    if name == ADDRESS:
        if (parts := parts_of(value)) == NONE:
            return value
        path, pairs = present(parts.path, parse_qsl(parts.query))
        return parts._replace(path=path, query=urlencode(pairs)).geturl()
    return value


def _chart(name: str) -> str:
    """over_time-2 keeps its number."""
    base, dash, number = name.strip().partition("-")
    return f"{ALIASES.get(base, base)}{dash}{number}"


def _base(name: str) -> str:
    return name.partition("-")[0]
