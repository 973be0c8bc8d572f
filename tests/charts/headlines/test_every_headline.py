"""What holds for the finding sentence of every chart: short, whole, of the table's numbers, without causes."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from charts import ALL_CHARTS
from charts.headlines import social_text
from charts.view import View
from tests.charts.test_analyses import drawn
from texts.words import LANGUAGES, Words, messages

CASES = ("normal", "one record", "nothing found", "filtered")
# What happened first is not what made it happen; a sentence of counts cannot know.
CAUSES = r"because|due to|led to|caused|cause[sd]?|result(?:s|ed)? (?:in|of)|thanks to|owing to|driven by|" \
         r"fordi|førte til|fører til|skyld(?:es|tes)|på grunn av|årsak\w*|takket være|som følge av"  # fmt: skip
DATES = r"\b\d{1,2}\.? [A-Za-zæøå]+ \d{4}|\b(?:19|20)\d\d\b|\d+(?:\N{NO-BREAK SPACE}?%)"
EDITIONS = r"(?i)\b(?:edition|utgave) \d+"


@cache
def view_of(chart: str, language: str, case: str) -> View:
    return drawn(chart, case, language)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", ALL_CHARTS)
def test_a_headline_stands_alone(chart: str, language: str, case: str) -> None:
    view = view_of(chart, language, case)
    said = view.headline
    assert said.endswith(".")
    assert len(said) <= 230, said
    assert not re.search(r"[{}]|\bnan\b|None|headlines\.|  |\.\.|\(\)", said)
    assert len(social_text(view, Words(language))) <= 280
    if case == "filtered" and "Aghdam" not in said:
        assert view.empty
    if not view.empty:
        assert re.search("according to|published by|ifølge|kunngjort av", said)
        assert numbers(said) <= told(view), said


def numbers(said: str) -> set[float]:
    plain = re.sub(EDITIONS, "", re.sub(DATES, "", said))
    return {float(text.replace("\N{NO-BREAK SPACE}", "").replace(",", "")) for text in re.findall(r"\d[\d,]*", plain)}


def told(view: View) -> set[float]:
    """The table's numbers, of each column the sum and how many are above zero, and what columns come to together."""
    columns = [
        [row[j] for row in view.table.rows if isinstance(row[j], int | float)]
        for j, column in enumerate(view.table.columns)
        if column.kind == "number"
    ]
    cells = {float(cell) for column in columns for cell in column}
    in_rows = {float(sum(pair)) for row in rows_of(view) for n in (2, 3) for pair in combinations(row, n)}
    sums = [float(sum(column)) for column in columns]
    return cells | in_rows | set(sums) | {sum(some) for n in (2, 3, 4) for some in combinations(sums, n)}


def rows_of(view: View) -> Iterator[list[float]]:
    for row in view.table.rows:
        yield [cell for cell in row if isinstance(cell, int | float)][:5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_names_a_cause(language: str) -> None:
    for key, message in messages(language).items():
        if key.startswith("headlines."):
            for form in (message,) if isinstance(message, str) else message:
                assert not re.search(rf"\b(?:{CAUSES})\b", form, re.IGNORECASE), key
