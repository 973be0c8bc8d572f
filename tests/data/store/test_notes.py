import pytest

from data.store.notes import both, note_in


def test_a_note_in_two_languages_is_read_in_each() -> None:
    note = both(" Fire nye ulykker ", "Four new accidents")
    assert (note_in(note, "nb"), note_in(note, "en")) == ("Fire nye ulykker", "Four new accidents")


def test_a_language_that_was_left_out_is_told_in_the_other() -> None:
    assert note_in(both("Bare norsk", ""), "en") == "Bare norsk"
    assert note_in(both("", "English only"), "nb") == "English only"
    assert both(" ", "") == note_in("", "nb") == ""


@pytest.mark.parametrize("plain", ["June figures", "{not json", '{"nb": 3}', "[1]", '{"nb"', "3"])
def test_whatever_is_no_note_of_languages_is_plain_text(plain: str) -> None:
    assert note_in(plain, "nb") == plain
