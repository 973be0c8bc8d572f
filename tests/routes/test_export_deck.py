"""The deck by GET, and by POST on a template of one's own: what it answers, and what it refuses in words."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient
from pptx import Presentation

from exports.formats import PRESENTATION
from routes import export_deck
from tests.exports.slide_template import templates
from tests.routes.conftest import Shelf

ONE = "/export/deck.pptx?charts=by_status&lang=en"


def texts(content: bytes) -> list[str]:
    """All that stands on each slide."""
    slides = Presentation(io.BytesIO(content)).slides
    return ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]


def test_a_deck_is_a_file_with_a_name_that_says_what_it_is(client: FlaskClient) -> None:
    answer = client.get(f"{ONE}&from=2020&to=2024&status=civilian")
    assert answer.status_code == 200
    assert answer.mimetype == PRESENTATION
    assert (
        "filename=killed-and-injured-2020-2024-selection-slides-edition-1.pptx" in answer.headers["Content-Disposition"]
    )
    assert client.get(f"{ONE}&from=2020&to=2024&status=civilian").data == answer.data
    again = client.get(f"{ONE}&from=2020&to=2024&status=civilian", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_length_and_text_are_chosen_apart(client: FlaskClient, shelf: Shelf) -> None:
    shelf.newest = replace(shelf.newest, texts={"en": "# A heading\n\nWords about it.", "nb": ""})
    counts = {more: len(texts(client.get(ONE + more).data)) for more in ("", "&length=full", "&length=full&text=no")}
    assert counts[""] < counts["&length=full&text=no"] < counts["&length=full"]
    assert client.get(f"{ONE}&length=long").status_code == 400


def test_a_template_that_is_sent_is_used_and_its_slides_are_not(client: FlaskClient) -> None:
    form = {"template": (io.BytesIO(templates.plain()), "own.potx"), "lang": "nb", "charts": "by_status"}
    answer = client.post("/export/deck.pptx?lang=en", data=form)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Language"] == "nb"
    presentation = Presentation(io.BytesIO(answer.data))
    assert presentation.slide_width == 9_144_000
    assert "Old slide" not in templates.texts_of(answer.data)
    assert "utgave 1" in texts(answer.data)[0]


def test_a_bad_template_is_refused_in_words(client: FlaskClient) -> None:
    answer = client.post(ONE, data={"template": (io.BytesIO(b"a letter"), "letter.pptx")})
    assert answer.status_code == 400
    assert "not a PowerPoint file" in answer.text
    assert client.post(ONE).status_code == 400
    assert "Choose a PowerPoint file" in client.post(ONE, data={"template": (io.BytesIO(b""), "")}).text
    bad = client.post("/export/deck.pptx?lang=en", data={"charts": "pie", "template": (io.BytesIO(b"a"), "a.pptx")})
    assert "charts=pie" in bad.text


def test_only_this_address_takes_so_much_and_no_more(client: FlaskClient, monkeypatch) -> None:
    form = {"template": (io.BytesIO(bytes(2_500_000)), "zeros.pptx")}
    assert client.post(ONE, data=form).status_code == 400
    monkeypatch.setattr(export_deck, "LARGEST_BODY", 1000)
    answer = client.post(ONE, data={"template": (io.BytesIO(templates.plain()), "own.pptx")})
    assert answer.status_code == 413
    assert "too large" in answer.text


def test_pages_of_other_sites_cannot_send_one(client: FlaskClient) -> None:
    form = {"template": (io.BytesIO(templates.plain()), "own.pptx")}
    assert client.post(ONE, data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_template_of_the_settings_that_is_gone_is_said(serve: Callable[..., FlaskClient], tmp_path: Path) -> None:
    answer = serve(slide_template=str(tmp_path / "gone.pptx")).get(ONE)
    assert answer.status_code == 503
    assert "MINETALL_SLIDE_TEMPLATE" in answer.text
