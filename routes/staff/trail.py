"""/staff/trail: who did what, for publishers; /staff/trail.csv is the same as a file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from flask import Blueprint, Response, request

from data.store import TrailQuery
from exports import trail as as_file
from routes.staff.context import Context
from routes.staff.guard import person, publisher

ON_PAGE = 50


@dataclass(frozen=True, slots=True)
class Filter:
    """What the address asks for, as it stands there; `what` is an action; `wrong` names the dates that are none."""

    what: str
    who: str
    first: str
    last: str
    page: int
    wrong: tuple[str, ...]

    def query(self) -> TrailQuery:
        """Days are those of UTC, as the times on the page are; the last one is included."""
        return TrailQuery(self.what or None, _who(self.who), _day(self.first), _day(self.last, after=1))


def register(blueprint: Blueprint, context: Context) -> None:
    @blueprint.get("/trail")
    @publisher
    def trail() -> Any:
        asked = read(request.args)
        entries, number = context.store.trail(asked.query(), ON_PAGE, ON_PAGE * (asked.page - 1))
        actions, people = context.store.trail_values()
        return context.pages.trail_page.trail_page(
            context.asked(), entries, number, asked, ON_PAGE, actions=actions, people=people
        )

    @blueprint.get("/trail.csv")
    @publisher
    def trail_csv() -> Response:
        asked = read(request.args)
        entries, _ = context.store.trail(asked.query())
        chosen = {name: value for name in ("what", "who", "first", "last") if (value := getattr(asked, name))}
        context.store.note(person().name, "trail_downloaded", **chosen)
        name = f"{context.words().say('trail.file')}-{context.today().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(as_file.document(entries, context.words()), headers=headers, mimetype="text/csv")


def read(query: Any) -> Filter:
    """From a werkzeug MultiDict; what cannot be used is as if it were not there, and said."""
    dates = {name: query.get(name, "").strip() for name in ("first", "last")}
    wrong = tuple(name for name, value in dates.items() if value and _day(value) is None)
    page = query.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
    return Filter(
        query.get("what", "")[:100], query.get("who", "")[:200], dates["first"][:40], dates["last"][:40],
        max(1, number), wrong,
    )  # fmt: skip


def _who(who: str) -> str | None:
    """ "-" is what was done by nobody known: a refused sign-in under an unknown name."""
    return "" if who == "-" else who or None


def _day(value: str, after: int = 0) -> datetime | None:
    """When a day begins, or one that is some days `after` it; None for what is none, or beyond the calendar."""
    try:
        day = date.fromisoformat(value) + timedelta(days=after) if value else None
        return None if day is None else datetime.combine(day, time.min, UTC)
    except (ValueError, OverflowError):
        return None
