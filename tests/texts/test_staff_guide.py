"""The staff guides: what they call a thing is what the pages call it, and each picture is there and described."""

import re
from pathlib import Path

import pytest

from texts.words import messages

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"en": DOCS / "staff_guide.md", "nb": DOCS / "staff_guide_nb.md"}
PICTURE = re.compile(r"!\[([^\]]*)\]\(pictures/staff/(\w+)_(nb|en)\.png\)")


def text(language: str) -> str:
    return GUIDES[language].read_text(encoding="utf-8")


@pytest.mark.parametrize("language", GUIDES)
def test_what_stands_in_bold_stands_on_a_page(language: str) -> None:
    said = {form for one in messages(language).values() for form in ([one] if isinstance(one, str) else one)}
    bold = [" ".join(each.split()) for each in re.findall(r"\*\*(.+?)\*\*", text(language), re.DOTALL)]
    labels = [each for each in bold if not each.startswith("…")]
    assert len(labels) > 20
    assert not [each for each in labels if each not in said]


@pytest.mark.parametrize("language", GUIDES)
def test_each_picture_is_there_small_and_described(language: str) -> None:
    found = PICTURE.findall(text(language))
    assert len(found) >= 10
    for alt, name, of in found:
        assert of == language
        assert len(alt) > 30, name
        file = DOCS / "pictures" / "staff" / f"{name}_{language}.png"
        assert file.stat().st_size < 150_000
        # Width, from the header of a PNG.
        assert int.from_bytes(file.read_bytes()[16:20], "big") == 1100


def test_the_guides_say_the_same_in_the_same_order() -> None:
    en, nb = text("en"), text("nb")
    assert [name for _, name, _ in PICTURE.findall(en)] == [name for _, name, _ in PICTURE.findall(nb)]
    assert len(re.findall(r"^#", en, re.MULTILINE)) == len(re.findall(r"^#", nb, re.MULTILINE))
    assert len(re.findall(r"^- ", en, re.MULTILINE)) == len(re.findall(r"^- ", nb, re.MULTILINE))
    assert "(staff_guide_nb.md)" in en.split("##")[0]
    assert "(staff_guide.md)" in nb.split("##")[0]
