"""Themes of a picture: dark has the colours of the dark pages, transparent has no ground."""

import re
from dataclasses import replace
from pathlib import Path

from charts import palette
from exports.picture import picture
from exports.picture_theme import DARK
from tests.exports.views import EMPTY, FIGURE, WHOLE
from texts import Words

CSS = (Path(__file__).parents[2] / "assets" / "minetall.css").read_text(encoding="utf-8")
ROLES = {"INK": "ink", "TEXT": "text", "DIM": "dim", "CARD": "card", "INJURED": "ochre", "INJURED_TEXT": "ochre-text",
         "GREY": "grey", "GRID": "grid", "ACCENT": "accent"}  # fmt: skip


def made(view, theme: str) -> str:
    return repr(picture(view, Words("en"), "https://figures.example.org/", "name", theme=theme)["figure"])


def test_every_colour_of_the_palette_has_that_of_the_dark_pages() -> None:
    dark = CSS[CSS.index("prefers-color-scheme: dark") :]
    value = {
        name: re.search(rf"--{name}: (#[0-9a-f]+)", dark)[1]
        for name in [*ROLES.values(), *(f"shade-{n}" for n in range(1, 6))]
    }
    expected = {getattr(palette, colour): value[role] for colour, role in ROLES.items()}
    expected |= {shade: value[f"shade-{n}"] for n, shade in enumerate(palette.SHADES, 1)}
    assert expected == DARK
    assert set(DARK) == palette.COLOURS - {palette.CLEAR}


def test_dark_leaves_no_light_colour_behind_not_even_inside_words() -> None:
    coloured = {**FIGURE, "data": [{"type": "bar", "y": [1], "marker": {"color": [palette.INJURED]},
                                    "text": f'<span style="color:{palette.INK}">x</span>'}]}  # fmt: skip
    figure = made(replace(WHOLE, figure=coloured), "dark")
    assert [colour for colour in DARK if colour in figure] == []
    assert DARK[palette.INJURED] in figure
    assert f"color:{DARK[palette.INK]}" in figure


def test_transparent_has_no_ground() -> None:
    for view in (WHOLE, EMPTY):
        assert "'paper_bgcolor': 'rgba(0,0,0,0)'" in made(view, "transparent")
        assert "'paper_bgcolor': '#ffffff'" in made(view, "light")
