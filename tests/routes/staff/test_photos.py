"""Photos in the text: put into a slot of both drafts, seen by staff only until they are published."""

import io
from collections.abc import Callable

import pytest
from PIL import Image

from data.store import Store
from tests.routes.staff.actors import Staff
from texts import awareness

TEXT = """+++
# Keep this remark
[photo.1]
file = ""
alt = ""
credit = "Somebody"
+++

# T

{{photo 1}}

Words.
"""
SAID = {"alt-nb": "En merket vei", "alt-en": 'A "marked" road', "credit-nb": "Byrå 1", "credit-en": "Office 1"}


@pytest.fixture
def store(store: Store) -> Store:
    store.publish(None, {"nb": TEXT, "en": TEXT}, "tests", "first")
    return store


@pytest.fixture
def publisher(people: Callable[[], Staff]) -> Staff:
    return people().signs_in("publisher-1")


def photo(format_: str = "JPEG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (800, 600), (90, 120, 80)).save(file, format_)
    return file.getvalue()


def puts(staff: Staff, store: Store, content: bytes | None, name: str = "road.jpg", **form: str):
    sent = {} if content is None else {"photo": (io.BytesIO(content), name)}
    marks = {f"expected-{language}": draft.mark for language, draft in store.text_drafts().items()}
    return staff.posts("/staff/photos/1?lang=en", **(SAID | marks | sent | form))


def address(store: Store) -> str:
    return f"/photo/{store.photos()[0].file}"


def test_a_photo_goes_into_the_slot_of_both_drafts(publisher: Staff, store: Store) -> None:
    assert puts(publisher, store, photo("PNG")).status_code == 303
    for language, draft in store.text_drafts().items():
        slot = awareness.photos_of(draft.markdown)["1"]
        assert slot == {
            "file": store.photos()[0].file, "alt": SAID[f"alt-{language}"], "credit": SAID[f"credit-{language}"],
            "width": 800, "height": 600,
        }  # fmt: skip
        assert "# Keep this remark" in draft.markdown
    page = publisher.opens("/staff/text?lang=en").text
    assert f'<img src="{address(store)}"' in page


def test_readers_get_it_once_it_is_published_and_not_before(
    publisher: Staff, people: Callable[[], Staff], store: Store
) -> None:
    reader = people()
    puts(publisher, store, photo())
    assert reader.opens(address(store)).status_code == 404
    seen = publisher.opens(address(store))
    assert (seen.status_code, seen.headers["Cache-Control"]) == (200, "private, no-store")
    store.publish(None, {lang: draft.markdown for lang, draft in store.text_drafts().items()}, "tests")
    seen = reader.opens(address(store))
    assert (seen.status_code, seen.mimetype) == (200, "image/jpeg")
    assert "immutable" in seen.headers["Cache-Control"]
    assert seen.headers["X-Content-Type-Options"] == "nosniff"
    front = reader.opens("/?lang=en").text
    assert f'<img src="{address(store)}" alt="A &quot;marked&quot; road" width="800" height="600"' in front
    assert reader.opens(f"/photo/{'0' * 64}.jpg").status_code == 404
    assert reader.opens(address(store).replace(".jpg", ".html")).status_code == 404


def test_a_photo_that_nobody_described_cannot_be_published(publisher: Staff, store: Store) -> None:
    puts(publisher, store, photo(), **{"alt-nb": " "})
    assert "Photo 1 has no description" in publisher.opens("/staff/text?lang=en").text
    marks = {f"expected-{language}": draft.mark for language, draft in store.text_drafts().items()}
    answer = publisher.posts("/staff/text/publish", language=["nb", "en"], note="New photo", **marks)
    assert answer.status_code == 422
    assert store.current().number == 1


def test_a_file_that_is_no_photo_loses_nothing_that_was_typed(publisher: Staff, store: Store) -> None:
    answer = puts(publisher, store, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "road.jpg")
    assert answer.status_code == 422
    assert "no photo in the format JPEG, PNG or WebP" in answer.text
    assert "En merket vei" in answer.text
    assert store.photos() == []
    assert store.text_drafts() == {}


def test_words_change_without_a_new_file_and_a_photo_leaves_its_slot(publisher: Staff, store: Store) -> None:
    puts(publisher, store, photo())
    puts(publisher, store, None, present=store.photos()[0].file, **{"alt-en": "Another description"})
    slot = awareness.photos_of(store.text_drafts()["en"].markdown)["1"]
    assert (slot["file"], slot["alt"]) == (store.photos()[0].file, "Another description")
    marks = {f"expected-{language}": draft.mark for language, draft in store.text_drafts().items()}
    publisher.posts("/staff/photos/1/remove", **marks)
    slots = [awareness.photos_of(draft.markdown)["1"] for draft in store.text_drafts().values()]
    assert [(slot["file"], slot["alt"]) for slot in slots] == [("", ""), ("", "")]


def test_a_text_saved_meanwhile_is_not_overwritten(publisher: Staff, store: Store) -> None:
    with store.writing("editor-1") as writer:
        writer.keep_text("en", TEXT + "More.", "")
    answer = puts(publisher, store, photo(), **{"expected-en": ""})
    assert answer.status_code == 409
    assert store.text_drafts()["en"].markdown == TEXT + "More."
    assert store.photos() == []
