"""Foreign PowerPoint files: what comes in clean, what is left behind, what is refused and why."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation

from exports.slide_template import taking_in
from exports.slide_template.cleaning import clean
from exports.slide_template.package import Refused
from exports.slide_template.taking_in import LIMITS, REASONS, BadTemplate, of_file, taken_in
from tests.exports.slide_template import templates
from texts.words import LANGUAGES, Words

TEMPLATE_TYPE = templates.MAIN.format("template")
MACROS = "application/vnd.ms-powerpoint.template.macroEnabled.main+xml"


def test_slides_go_with_their_parts_and_layouts_stay() -> None:
    content = clean(templates.plain(slides=3))
    presentation = Presentation(io.BytesIO(content))
    assert len(presentation.slides) == 0
    assert len(presentation.slide_layouts) == 11
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if name.startswith(("ppt/slides/", "docProps/", "ppt/printerSettings"))]
    assert "Old slide" not in templates.texts_of(content)


def test_the_child_gives_what_the_cleaning_gives() -> None:
    assert taken_in(templates.plain()) == clean(templates.plain())


def test_a_template_becomes_a_presentation() -> None:
    content = clean(templates.of_kind(TEMPLATE_TYPE))
    assert TEMPLATE_TYPE not in templates.texts_of(content)
    assert len(Presentation(io.BytesIO(content)).slide_layouts) == 11


@pytest.mark.parametrize(("kind", "target", "outside"), [
    ("image", "https://tracker.example.org/pixel.png", True),
    ("oleObject", "../presProps.xml", False),
    ("video", "https://example.org/film.mp4", True),
    ("hyperlink", "file:///server/share", True),
    ("image", "../../../outside.png", False),
])  # fmt: skip
def test_what_points_elsewhere_goes_with_the_shape_that_points(kind: str, target: str, outside: bool) -> None:
    content = clean(templates.related(kind, target, outside))
    told = templates.texts_of(content)
    assert "rId99" not in told
    assert "Foreign" not in told
    assert len(Presentation(io.BytesIO(content)).slide_layouts[1].placeholders) == 5


def test_a_link_to_a_page_stays() -> None:
    content = clean(templates.related("hyperlink", "https://example.org/", True))
    assert "https://example.org/" in templates.texts_of(content)


def _without_layouts(name: str, body: bytes) -> bytes | None:
    return None if name.startswith("ppt/slideLayouts/") else body


def _with_entities(name: str, body: bytes) -> bytes:
    if name != "ppt/presentation.xml":
        return body
    return body.replace(b"<p:presentation ", b'<!DOCTYPE p [<!ENTITY a "aaaa">]><p:presentation ', 1)


def _cut(name: str, body: bytes) -> bytes:
    return body[: len(body) // 2] if name == "ppt/slideMasters/slideMaster1.xml" else body


@pytest.mark.parametrize(("make", "reason"), [
    (lambda: templates.of_kind(MACROS), "macros"),
    (lambda: templates.changed(templates.plain(), _without_layouts), "no_layouts"),
    (lambda: templates.changed(templates.plain(), _with_entities), "damaged"),
    (lambda: templates.changed(templates.plain(), _cut), "damaged"),
    (lambda: templates.changed(templates.plain(), lambda name, body: None, **{"a.txt": b"a"}), "not_powerpoint"),
])  # fmt: skip
def test_what_cannot_be_a_template_is_refused_by_what_it_is(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(make())
    assert refused.value.reason == reason


@pytest.mark.parametrize(("content", "reason"), [
    (b"", "empty"),
    (b"a text", "not_powerpoint"),
    (b"PK\x03\x04 and no archive", "damaged"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "old_powerpoint"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    (b"\0" * (LIMITS.bytes + 1) + b"a", "too_many_bytes"),
], ids=lambda value: value if isinstance(value, str) else "")  # fmt: skip
def test_rubbish_is_refused_before_a_process_is_started(
    content: bytes, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "ReadingChild", None)
    with pytest.raises(BadTemplate) as refused:
        taken_in(content)
    assert refused.value.reason == reason


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_in, "ReadingChild", None)
    many = templates.changed(templates.plain(), lambda name, body: body, **{f"a/{i}": b"" for i in range(50)})
    with pytest.raises(BadTemplate, match="too_many_parts"):
        taken_in(many, replace(LIMITS, zip_entries=60))
    large = templates.changed(templates.plain(), lambda name, body: body, bomb=bytes(2_000_000))
    with pytest.raises(BadTemplate, match="too_large_unpacked"):
        taken_in(large, replace(LIMITS, unpacked_bytes=1_000_000))


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(BadTemplate) as refused:
        taken_in(templates.plain(), replace(LIMITS, wall_seconds=0.01))
    assert refused.value.reason == "timeout"


def test_the_template_of_the_settings_is_made_once_for_each_state(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate) as refused:
        of_file(str(tmp_path / "none.pptx"))
    assert refused.value.reason == "not_there"
    file = tmp_path / "own.pptx"
    file.write_bytes(templates.plain())
    assert of_file(str(file)) is of_file(str(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language: str) -> None:
    words = Words(language)
    for reason in REASONS:
        assert words.say(f"deck.template.{reason}", most=1, file="a", why="b")
