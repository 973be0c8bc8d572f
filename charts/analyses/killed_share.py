"""killed_share: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition
from data.selection import FIELDS

KEY = "killed_share"
OPTIONS: tuple[Option, ...] = (Option("rows", FIELDS),)


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
