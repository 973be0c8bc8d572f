"""The safety box: five steps in both languages, and a number to call only where one is set."""

import re

import pytest

from texts import LANGUAGES, Words
from texts.safety import safety_box


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_steps_and_no_number_when_none_is_set(language: str) -> None:
    box = safety_box(Words(language))
    assert box.count("<li>") == 5
    assert "tel:" not in box
    assert not re.search(r"\d", re.sub("<[^>]*>", "", box))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_is_a_telephone_link(language: str) -> None:
    box = safety_box(Words(language), "+994 12 000 00 00")
    assert '<a href="tel:+994120000000">+994 12 000 00 00</a>' in box
    assert box.count("<li>") == 5


def test_a_number_is_only_ever_text() -> None:
    box = safety_box(Words("en"), '<b onclick="x">112</b>')
    assert "<b" not in box
    assert 'href="tel:112"' in box
    assert "tel:" not in safety_box(Words("en"), "the police")
    assert "the police" in safety_box(Words("en"), "the police")
