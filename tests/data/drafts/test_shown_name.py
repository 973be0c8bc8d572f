"""Names of uploaded files, as they are shown."""

import pytest

from data.drafts.shown_name import MOST, shown_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("june.xlsx", "june.xlsx"),
        ("ulykker æøå ə.xlsx", "ulykker æøå ə.xlsx"),
        ("../../etc/june.csv", "june.csv"),
        ("C:\\lists\\june.csv", "june.csv"),
        ("june\r\nSet-Cookie: a.csv", "june Set-Cookie: a.csv"),
        ("june\u202excod.exe", "junexcod.exe"),
        ("\u2066ju\u200bne.csv", "june.csv"),
        ("a\ud800b.csv", "ab.csv"),
        ("..", "?"),
        ("", "?"),
        ("/", "?"),
    ],
)
def test_nothing_unseen_is_shown(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_long_name_is_shortened_and_keeps_its_ending() -> None:
    shown = shown_name("a" * 500 + ".xlsx")
    assert len(shown) == MOST
    assert shown.endswith("a….xlsx")
