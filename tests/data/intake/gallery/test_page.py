"""The page of what is understood is what the gallery holds."""

from pathlib import Path

from tests.data.intake.gallery.exhibit import TOPICS, exhibits
from tests.data.intake.gallery.page import page

PAGE = Path(__file__).parents[4] / "docs" / "what_files_are_understood.md"


def test_the_page_is_as_the_gallery_is() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make docs"


def test_every_exhibit_and_topic_stands_on_it() -> None:
    text = page()
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## {title}" for title in TOPICS.values()
    ]
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        f"### {each.title}" for each in exhibits()
    ]


def test_what_is_not_understood_yet_says_so() -> None:
    assert page().count("**Not yet:**") == sum(exhibit.todo is not None for exhibit in exhibits())
