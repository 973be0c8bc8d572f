"""What cannot be shown is said: what happened, why, and where to go."""

import pytest

from components.error_page import error_page
from data.selection import BadParameter
from settings import Settings
from texts.words import Words

SETTINGS = Settings(site_name="Figures")


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("kind", ["bad_address", "not_found", "nothing_published", "broken"])
def test_every_kind_in_every_language(kind: str, language: str) -> None:
    html = error_page(kind, Words(language), SETTINGS)
    assert f'<html lang="{language}">' in html
    assert f'href="/?lang={language}"' in html
    assert "<h1>" in html
    assert 'name="robots" content="noindex"' in html
    assert "canonical" not in html


def test_a_bad_address_names_what_is_wrong_and_what_would_do() -> None:
    problem = BadParameter("by", "week", "page.bad.choice", ("month", "quarter", "year"))
    html = error_page("bad_address", Words("en"), SETTINGS, (problem,))
    assert "by=week: There is no such value. Possible values: month, quarter, year." in html


def test_what_a_stranger_wrote_is_escaped() -> None:
    html = error_page("bad_address", Words("en"), SETTINGS, (BadParameter("by", "<b>", "page.bad.choice"),))
    assert "by=&lt;b&gt;:" in html
