"""The text in place of a picture: its finding, and what kind of picture it is."""

from typing import Any

from charts.view import View


def alt_of(view: View, words: Any) -> str:
    """Where nothing is drawn, why."""
    return view.headline if view.empty else f"{view.headline} {words.say(f'headlines.picture.{view.chart}')}"
