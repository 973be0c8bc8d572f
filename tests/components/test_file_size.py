"""Sizes as people read them, the same on every page that says one."""

import pytest

from components.file_size import file_size
from texts.words import Words


@pytest.mark.parametrize(
    ("size", "nb", "en"),
    [
        (1, "1 kB", "1 kB"),
        (80 * 1024, "80 kB", "80 kB"),
        (1536 * 1024, "1,5 MB", "1.5 MB"),
        (100 * 1024 * 1024, "100 MB", "100 MB"),
    ],
)
def test_a_size_in_both_languages(size: int, nb: str, en: str) -> None:
    assert (file_size(size, Words("nb")), file_size(size, Words("en"))) == (nb, en)
