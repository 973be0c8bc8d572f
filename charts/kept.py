"""Views that were drawn before: an edition never changes, so neither does what is drawn of it."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from charts import draw
from charts.view import View
from data.frame import Edition
from data.selection import Selection

# Per edition; a front page asks for ten.
KEPT = 60
_views: "WeakKeyDictionary[Edition, OrderedDict[tuple[Any, ...], View]]" = WeakKeyDictionary()


def kept(
    chart: str, edition: Edition, selection: Selection, words: Any, *,
    today: date, options: Mapping[str, str], narrow: bool = False, dataset: str = "", against: Edition | None = None,
) -> View:  # fmt: skip
    """charts.draw with the same arguments."""
    views = _views.setdefault(edition, OrderedDict())
    other = against.number if against else None
    asked = (chart, selection, words.language, today, tuple(sorted(options.items())), narrow, dataset, other)
    view = views.get(asked)
    if view is None:  # another thread may draw the same, or push it out: what is given back is our own
        view = views[asked] = draw(
            chart, edition, selection, words,
            today=today, options=options, narrow=narrow, dataset=dataset, against=against,
        )  # fmt: skip
        while len(views) > KEPT:
            views.pop(next(iter(tuple(views))), None)
    return view
