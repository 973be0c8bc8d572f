"""Where people were killed and injured: one bar per district, the largest first."""

from datetime import date
from typing import Any

from charts.breakdown import breakdown_view
from charts.view import View
from data.frame import Edition
from data.selection import Selection


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: str, narrow: bool) -> View:
    return breakdown_view("by_district", "district", edition, selection, words, today)
