"""district_map: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition

KEY = "district_map"
OPTIONS: tuple[Option, ...] = (
    Option("of", ("casualties", "killed", "injured", "records")),
    Option("shape", ("size", "shade", "periods")),
)


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
