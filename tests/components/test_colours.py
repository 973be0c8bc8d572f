"""The dark scheme of the charts maps exactly the palette, and every scheme keeps the contrast that a reader needs."""

import re
from itertools import pairwise

import pytest

from charts import palette
from components.document import ASSETS

DARK_CHARTS = (ASSETS / "dark_charts.css").read_text(encoding="utf-8")
BASE = (ASSETS / "minetall.css").read_text(encoding="utf-8")
TEXTS = ("--ink", "--text", "--dim", "--ochre-text", "--accent")


def schemes() -> dict[str, dict[str, str]]:
    light, dark = (
        dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{(.*?)\n\s*\}", BASE, re.S)[:2]
    )
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mapped() -> dict[tuple[str, str], str]:
    """(property, light colour) -> variable of the dark scheme."""
    rules = re.findall(
        r'\[style\*="(fill|stroke): (rgb\([^)]+\))"\], \.js-plotly-plot \[(\w+)="(rgb\([^)]+\))"\]'
        r'(?:, \.js-plotly-plot tspan\[style\*="fill:(#\w{6})"\])? '
        r"\{ (\w+): var\((--[\w-]+)\) !important; \}",
        DARK_CHARTS,
    )
    assert len(rules) == DARK_CHARTS.count("!important")
    assert all(rule[0] == rule[2] == rule[5] and rule[1] == rule[3] for rule in rules)
    found = {(rule[0], "#{:02x}{:02x}{:02x}".format(*map(int, re.findall(r"\d+", rule[1])))): rule for rule in rules}
    # Words inside a label carry their colour as it was written: tspan style="fill:#1d1f23".
    assert all(rule[4] == (colour if name == "fill" else "") for (name, colour), rule in found.items())
    return {key: rule[6] for key, rule in found.items()}


def test_every_colour_of_the_palette_is_mapped_and_nothing_else() -> None:
    colours = {colour for colour in palette.COLOURS if colour != palette.CLEAR}
    assert set(mapped()) == {(name, colour) for colour in colours for name in ("fill", "stroke")}


def test_the_light_side_of_the_mapping_is_the_light_scheme() -> None:
    light = schemes()["light"]
    assert {(name, light[variable]): variable for (name, _), variable in mapped().items()} == mapped()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_are_readable(scheme: str) -> None:
    colours = schemes()[scheme]
    for text in TEXTS:
        for ground in ("--paper", "--card"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["--ink"], colours["--mark"]) >= 4.5
    assert contrast(colours["--ochre-text"], colours["--mark"]) >= 4.5
    assert contrast(colours["--on-ink"], colours["--ink"]) >= 4.5
    assert contrast(colours["--numeral"], colours["--paper"]) >= 3  # 38 px and larger


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_told_apart(scheme: str) -> None:
    colours = schemes()[scheme]
    for mark in ("--ink", "--ochre", "--grey", "--accent"):
        assert contrast(colours[mark], colours["--card"]) >= 3, mark
    assert contrast(colours["--ink"], colours["--ochre"]) >= 3
    assert contrast(colours["--edge"], colours["--card"]) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shades_run_one_way_and_words_on_them_are_readable(scheme: str) -> None:
    colours = schemes()[scheme]
    shades = [colours[f"--shade-{step}"] for step in range(1, 6)]
    steps = [contrast(shade, colours["--card"]) for shade in shades]
    assert steps == sorted(steps)
    assert all(contrast(shade, colours["--ink"]) >= 4.5 for shade in shades[:3])
    assert all(contrast(shade, colours["--card"]) >= 4.5 for shade in shades[3:])
    assert all(contrast(one, next_one) >= 1.3 for one, next_one in pairwise(shades))
