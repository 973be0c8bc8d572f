"""What people were doing when they were killed or injured: one bar per activity."""

from datetime import date
from typing import Any

from charts.breakdown import breakdown_view
from charts.view import View
from data.frame import Edition
from data.selection import Selection


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: str, narrow: bool) -> View:
    return breakdown_view("by_activity", "activity", edition, selection, words, today)
