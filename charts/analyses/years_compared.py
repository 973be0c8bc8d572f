"""years_compared: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition

KEY = "years_compared"
OPTIONS: tuple[Option, ...] = (Option("of", ("casualties", "killed", "injured")), Option("shape", ("lines", "running")))


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
