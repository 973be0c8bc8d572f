"""Notes for readers: in their language where there is one, else as it was written."""

import pytest

from data.notes import note_in, note_of


@pytest.mark.parametrize(
    ("texts", "language", "shown"),
    [
        ({"nb": "Ny fil", "en": "New file"}, "en", ("New file", "en")),
        ({"nb": "Ny fil", "en": "  "}, "en", ("Ny fil", "nb")),
        ({"nb": " Ny fil ", "en": "New file"}, "nb", ("Ny fil", "nb")),
        ({"nb": "", "en": "New file"}, "nb", ("New file", "en")),
        ({"nb": "", "en": ""}, "nb", ("", None)),
    ],
)
def test_a_note_comes_in_the_readers_language(texts: dict[str, str], language: str, shown: tuple) -> None:
    assert note_in(note_of(texts), language) == shown


@pytest.mark.parametrize("note", ["", "first", "{not json", '{"nb": 3}', '{"nb"', "[1]", "3"])
def test_a_plain_note_is_shown_as_it_is(note: str) -> None:
    assert note_in(note, "en") == (note, None)
