"""Which language a reader gets, from an address, a browser or a terminal."""

import pytest

from texts.spoken import language_of, of_terminal


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        ("nb", ["en"], "nb"),
        ("", ["nn-NO", "en"], "nb"),
        ("", ["no"], "nb"),
        ("", ["de", "en-US"], "en"),
        ("klingon", ["az"], "nb"),
        ("", [], "nb"),
    ],
)
def test_a_reader(asked: str, accepted: list[str], language: str) -> None:
    assert language_of(asked, accepted, "nb") == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "nn_NO.UTF-8"}, "nb"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "C.UTF-8"}, "nb"),
        ({}, "nb"),
    ],
)
def test_a_terminal(environ: dict[str, str], language: str) -> None:
    assert of_terminal(environ, "nb") == language
