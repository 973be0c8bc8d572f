"""/staff/history: every edition and version, one of them, any two compared, and the way back."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, request

from data.comparison.changes import changes
from data.comparison.figures import Figures, totals
from data.store import DatasetNotFound, EditionMeanwhile, EditionNotFound, VersionEntry, VersionNotFound
from routes.staff.context import Context
from routes.staff.guard import person, publisher, say_once, signed_in
from routes.staff.numbers import NUMBER, whole

# Editions on one page; figures of versions that are kept, a few dozen bytes each.
PAGE, KEPT = 50, 5000


def register(blueprint: Blueprint, context: Context) -> None:
    view = View(context)
    rules: dict[str, Callable[..., Any]] = {
        "": view.editions,
        "/<key>": view.dataset,
        f"/<key>/{NUMBER}": view.version,
        "/<key>/compare": view.compare,
    }
    for path, page in rules.items():
        blueprint.add_url_rule(f"/history{path}", f"history_{page.__name__}", signed_in(page), methods=["GET"])
    blueprint.add_url_rule("/history/go-back", "go_back", publisher(view.go_back), methods=["POST"])


class View:
    def __init__(self, context: Context) -> None:
        self.context, self.store = context, context.store
        self._figures: dict[tuple[str, int], Figures] = {}

    def editions(self) -> Any:
        """Newest first, a page at a time; `before` leaves out that one and all after it."""
        entries = self.store.editions()[::-1]
        newest = entries[0].number if entries else 0
        before = request.args.get("before", type=whole) or newest + 1
        left = [one for one in entries if one.number < before]
        older = left[PAGE - 1].number if len(left) > PAGE else None
        page = self.context.pages.history_page.history_page
        return page(self.context.asked(), left[:PAGE], self.store.datasets(), older, newest)

    def dataset(self, key: str) -> Any:
        versions = self._versions(key)[::-1]
        figures = {one.number: self._totals(key, one.number) for one in versions}
        page = self.context.pages.history_page.dataset_history_page
        return page(self.context.asked(), self.store.datasets()[key], versions, figures, self._newest())

    def version(self, key: str, number: int) -> Any:
        one = next((each for each in self._versions(key) if each.number == number), None)
        if one is None:
            abort(404)
        page, frame = self.context.pages.history_page.version_page, self.store.frame(key, number)
        dataset, figures = self.store.datasets()[key], self._totals(key, number)
        return page(self.context.asked(), dataset, one, figures, frame, self._newest())

    def compare(self, key: str) -> Any:
        numbers = [request.args.get(name, type=whole) for name in ("a", "b")]
        try:
            one, other = (self.store.frame(key, number or 0) for number in numbers)
        except (DatasetNotFound, VersionNotFound):
            abort(404)
        page = self.context.pages.history_page.compare_page
        return page(self.context.asked(), one.dataset, changes(one, other), one.version, other.version)

    def go_back(self) -> Any:
        """To the edition that is named, if the newest is still the one that the person saw."""
        edition, expected = (request.form.get(name, type=whole) for name in ("edition", "expected"))
        if edition is None or expected is None:
            abort(400)
        try:
            number = self.store.go_back(edition, person().name, expected=expected)
        except (EditionMeanwhile, EditionNotFound) as error:
            say_once("warn", error.message, **error.params)
            return self.context.go("/staff/history")
        say_once("good", "history.went_back", edition=str(edition), number=str(number))
        return self.context.go("/staff/history")

    def _versions(self, key: str) -> list[VersionEntry]:
        try:
            return self.store.versions(key)
        except DatasetNotFound:
            abort(404)

    def _totals(self, key: str, number: int) -> Figures:
        """Versions never change, so their figures are worked out once."""
        if (key, number) not in self._figures:
            if len(self._figures) >= KEPT:
                self._figures.clear()
            self._figures[key, number] = totals(self.store.frame(key, number))
        return self._figures[key, number]

    def _newest(self) -> int:
        return max((one.number for one in self.store.editions()), default=0)
