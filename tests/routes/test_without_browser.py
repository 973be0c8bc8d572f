"""Without Chrome on the server: people get a page that says what is missing and works instead, programs a line."""

import pytest

from exports.browser import Without
from texts import LANGUAGES, Words

PERSON = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extension", ["png", "svg", "pdf"])
def test_a_person_is_told_what_works_instead(client, language: str, extension: str) -> None:
    answer = client.get(f"/export/by_district.{extension}?lang={language}&from=2021&size=square", headers=PERSON)
    assert (answer.status_code, answer.mimetype) == (501, "text/html")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == language
    say = Words(language).say
    for message in ("pictures.no_browser.off", "pictures.instead", "pictures.instead.page", "pictures.instead.csv"):
        assert say(message) in answer.text
    # The same figures: the links keep the selection.
    assert f"/export/by_district.csv?lang={language}&amp;from=2021" in answer.text
    assert client.get(f"/export/by_district.xlsx?lang={language}&from=2021").status_code == 200


def test_a_program_gets_a_line_of_text(client) -> None:
    answer = client.get("/export/by_district.png?lang=en", headers={"Accept": "image/*"})
    assert (answer.status_code, answer.mimetype) == (501, "text/plain")
    assert answer.text.strip() == Words("en").say("pictures.no_browser.off")


def test_what_may_pass_is_no_501(serve) -> None:
    assert serve(browser=Without("late")).get("/export/by_district.png").status_code == 503


def test_options_of_a_picture_are_checked_first(client) -> None:
    answer = client.get("/export/by_district.png?lang=en&size=round&width=20&scale=9&theme=pink", headers=PERSON)
    assert answer.status_code == 400
    for name in ("size", "width", "scale", "theme"):
        assert name in answer.text


def test_the_reader_s_own_browser_gets_the_same_figure(client) -> None:
    asked = "/export/by_district.json?picture=1&lang=en&size=portrait&theme=dark&width=540&scale=1"
    told = client.get(asked).get_json()
    assert (told["width"], told["height"], told["scale"]) == (540, 675, 1)
    assert told["figure"]["layout"]["paper_bgcolor"] == "#1d2024"
