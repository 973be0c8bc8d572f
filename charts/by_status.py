"""Who was killed and injured: civilians, mine action staff, military and police."""

from datetime import date
from typing import Any

from charts.breakdown import breakdown_view
from charts.view import View
from data.frame import Edition
from data.selection import Selection


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: str, narrow: bool) -> View:
    return breakdown_view("by_status", "status", edition, selection, words, today)
