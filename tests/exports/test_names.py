"""File names say what is inside, in the reader's language."""

from dataclasses import replace
from datetime import date

import pytest

from data.selection import Selection
from exports.names import ascii_name, file_name, standing_alone
from tests.exports.views import WHOLE
from texts import Words

NB, EN = Words("nb"), Words("en")


@pytest.mark.parametrize(
    ("title", "selection", "words", "name"),
    [
        ("Where", Selection(), EN, "killed-and-injured-where-edition-7.csv"),
        ("Hvor", Selection(date(2022, 1, 1), date(2022, 12, 31)), NB, "drepte-og-skadde-hvor-2022-utgave-7.csv"),
        ("Drepte og skadde per måned", Selection(), NB, "drepte-og-skadde-per-måned-utgave-7.csv"),
        ("Hvor", Selection(status=frozenset({"civilian"})), NB, "drepte-og-skadde-hvor-utvalg-utgave-7.csv"),
    ],
)
def test_names(title: str, selection: Selection, words: Words, name: str) -> None:
    assert file_name(replace(WHOLE, title=title), selection, words, "csv") == name


def test_a_long_title_is_cut_between_words() -> None:
    name = file_name(replace(WHOLE, title="several " * 30), Selection(), EN)
    assert len(name) < 100
    assert set(name.removeprefix("killed-and-injured-").removesuffix("-edition-7").split("-")) == {"several"}


def test_no_title_escapes_from_the_folder() -> None:
    name = file_name(replace(WHOLE, title='../../etc/pass"wd\r\nX: y'), Selection(), EN, "csv")
    assert name == "killed-and-injured-etc-pass-wd-x-y-edition-7.csv"


@pytest.mark.parametrize(("name", "plain"), [
    ("drepte-per-måned.csv", "drepte-per-maned.csv"), ("øst-ærlig.csv", "ost-aerlig.csv"),
    ("ağdam-füzuli-şuşa-əhmədli.csv", "agdam-fuzuli-susa-ahmadli.csv"), ("карабах.csv", "chart.csv"),
])  # fmt: skip
def test_plain_letters(name: str, plain: str) -> None:
    assert ascii_name(name) == plain


def test_a_title_says_what_is_counted_away_from_the_page() -> None:
    assert standing_alone(WHOLE, EN).title == "Killed and injured by district"
    assert standing_alone(WHOLE, NB).title == "Drepte og skadde etter distrikt"
    assert standing_alone(replace(WHOLE, chart="season"), EN).title == WHOLE.title
