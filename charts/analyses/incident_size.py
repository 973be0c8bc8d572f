"""incident_size: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition

KEY = "incident_size"
OPTIONS: tuple[Option, ...] = ()


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
