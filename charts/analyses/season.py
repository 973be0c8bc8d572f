"""season: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition

KEY = "season"
OPTIONS: tuple[Option, ...] = (Option("of", ("casualties", "killed", "injured")),)


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
