"""Writing the awareness text: drafts never overwritten unseen, figures looked up, publishing and the way back."""

import re
from collections.abc import Callable

import pytest

from data.store import Store
from tests.data.factory import STATEMENTS, make_dataset, make_intake
from tests.routes.staff.actors import Staff

KEY = "published_totals"
TEXT = "# A text\n\nThere were {{latest killed}} in all.\n"
NOTE = "The text says more."


@pytest.fixture
def store(store: Store) -> Store:
    """With three published statements and a text."""
    store.add_dataset(make_dataset(KEY), "tests")
    version = store.add_version(KEY, make_intake(STATEMENTS, layout="running_totals"), "tests")
    store.publish({KEY: version}, {"nb": TEXT, "en": TEXT}, "tests", "first")
    return store


@pytest.fixture
def editor(people: Callable[[], Staff]) -> Staff:
    return people().signs_in("editor-1")


@pytest.fixture
def publisher(people: Callable[[], Staff]) -> Staff:
    return people().signs_in("publisher-1")


def mark(store: Store, language: str = "en") -> str:
    draft = store.text_drafts().get(language)
    return draft.mark if draft else ""


def writes(staff: Staff, store: Store, markdown: str, language: str = "en", **form: str):
    form = {"expected": mark(store, language)} | form
    return staff.posts(f"/staff/text/{language}/draft?lang=en", markdown=markdown, **form)


def publishes(staff: Staff, store: Store, *languages: str, note: str = NOTE, **form: str):
    marks = {f"expected-{language}": mark(store, language) for language in languages}
    return staff.posts("/staff/text/publish?lang=en", language=list(languages), note=note, **(marks | form))


def test_nobody_gets_in_without_signing_in(staff: Staff) -> None:
    for path in ("/staff/text", "/staff/text/publish", "/staff/text/versions", "/staff/photos"):
        assert "/staff/sign-in" in staff.opens(path).headers["Location"]


def test_a_draft_is_there_for_the_next_one_and_for_no_reader(editor: Staff, publisher: Staff, store: Store) -> None:
    assert writes(editor, store, TEXT + "\nMore of it.\n").status_code == 303
    page = publisher.opens("/staff/text?lang=en").text
    assert "More of it." in page
    assert "by editor-1" in page
    assert "More of it." not in editor.opens("/?lang=en").text


def test_a_script_gets_its_part_with_findings_and_preview(editor: Staff, store: Store) -> None:
    wrong = "# T\n\nThere were {{latst killed}} and {{statement killed as_of=2024-11-12}}.\n"
    form = {"csrf_token": editor.token(), "markdown": wrong, "expected": ""}
    answer = editor.client.post("/staff/text/en/draft?lang=en", data=form, headers={"X-Part": "1"})
    part = answer.text
    assert answer.status_code == 200
    assert "<html" not in part
    assert part.count("Line 3:") == 2
    # What to write: the statement of the nearest day.
    assert "{{statement killed counted_by=&#34;Counting office&#34; as_of=2024-11-11}}" in part
    assert "[figure not available]" in part
    writes(editor, store, "# T\n\nThere were {{statement killed as_of=2024-11-11}}.\n")
    page = editor.opens("/staff/text?lang=en").text
    assert re.search(r'class="bound bound-killed"[^>]*>70</a>', page)


def test_a_typed_figure_of_the_data_is_a_remark_and_blocks_nothing(publisher: Staff, store: Store) -> None:
    writes(publisher, store, TEXT + "\nThey were 347 injured.\n")
    assert "347 is typed as digits" in publisher.opens("/staff/text?lang=en").text
    assert publishes(publisher, store, "en").status_code == 303
    assert "347" in store.current().texts["en"]


def test_what_somebody_saved_meanwhile_is_shown_and_not_overwritten(
    editor: Staff, publisher: Staff, store: Store
) -> None:
    seen = mark(store)
    writes(editor, store, "# Of the first\n")
    answer = writes(publisher, store, "# Of the second\n", expected=seen)
    assert answer.status_code == 409
    assert "editor-1 saved this text" in answer.text
    assert "# Of the second" in answer.text  # nothing that was typed is lost
    assert store.text_drafts()["en"].markdown == "# Of the first\n"
    again = re.search(r'name="expected" value="([^"]+)" form="write-en"', answer.text)
    assert again is not None
    assert writes(publisher, store, "# Of the second\n", expected=again[1]).status_code == 303
    assert store.text_drafts()["en"].markdown == "# Of the second\n"


def test_the_published_text_is_no_draft_and_a_draft_can_be_discarded(editor: Staff, store: Store) -> None:
    writes(editor, store, TEXT)
    assert store.text_drafts() == {}
    writes(editor, store, "# Other\n")
    answer = editor.posts("/staff/text/en/discard", expected="an older mark")
    assert "en" in store.text_drafts(), answer.text
    editor.posts("/staff/text/en/discard", expected=mark(store))
    assert store.text_drafts() == {}
    assert store.log()[-1].action == "text_discarded"


def test_both_texts_become_one_edition_with_a_note(publisher: Staff, store: Store) -> None:
    writes(publisher, store, "# Nytt\n", "nb")
    writes(publisher, store, "# New\n", "en")
    publishes(publisher, store, "nb", "en")
    edition = store.current()
    assert (edition.number, edition.note, edition.published_by) == (2, NOTE, "publisher-1")
    assert edition.texts == {"nb": "# Nytt\n", "en": "# New\n"}
    assert store.text_drafts() == {}
    assert ">New</h1>" in publisher.opens("/?lang=en").text


@pytest.mark.parametrize(
    ("markdown", "note", "said"),
    [
        ("No title here.", NOTE, "The errors must be mended"),
        ("# T\n\n{{latest killd}}", NOTE, "The errors must be mended"),
        ("# T\n\nText", " ", "Write what is new"),
    ],
)
def test_what_is_wrong_or_without_a_note_is_not_published(
    publisher: Staff, store: Store, markdown: str, note: str, said: str
) -> None:
    writes(publisher, store, markdown)
    answer = publishes(publisher, store, "en", note=note)
    assert answer.status_code == 422
    assert said in answer.text
    assert store.current().number == 1
    assert store.text_drafts()["en"].markdown == markdown


def test_editors_publish_nothing(editor: Staff, store: Store) -> None:
    writes(editor, store, "# New\n")
    assert "A publisher can publish them" in editor.opens("/staff/text/publish?lang=en").text
    assert publishes(editor, store, "en").status_code == 403
    assert editor.posts("/staff/text/undo", edition="1", note=NOTE).status_code == 403
    assert store.current().number == 1


def test_a_draft_that_changed_since_it_was_compared_is_not_published(publisher: Staff, store: Store) -> None:
    writes(publisher, store, "# Seen\n")
    seen = mark(store)
    writes(publisher, store, "# Not seen\n")
    answer = publishes(publisher, store, "en", **{"expected-en": seen})
    assert answer.status_code == 409
    assert store.current().number == 1


def test_a_text_published_meanwhile_must_be_compared_first(publisher: Staff, store: Store) -> None:
    writes(publisher, store, "# Mine\n")
    store.publish(None, {"en": "# Of the command line\n"}, "tests", "other")
    assert "Another text was published" in publisher.opens("/staff/text?lang=en").text
    assert publishes(publisher, store, "en").status_code == 422
    assert publishes(publisher, store, "en", **{"compared-en": "yes"}).status_code == 303
    assert store.current().texts["en"] == "# Mine\n"


def test_an_older_text_comes_back_by_draft_and_by_undo(publisher: Staff, store: Store) -> None:
    writes(publisher, store, "# New\n")
    publishes(publisher, store, "en")
    shown = publisher.opens("/staff/text/versions/en/1?lang=en").text
    assert re.search(r'class="line in">.*?# A text', shown, re.DOTALL)
    assert re.search(r'class="line out">.*?# New', shown, re.DOTALL)
    publisher.posts("/staff/text/versions/en/1/take", expected="")
    assert store.text_drafts()["en"].markdown == TEXT
    assert publisher.opens("/staff/text/versions/en/9").status_code == 404
    publisher.posts("/staff/text/undo", edition="1", note="back")
    assert store.current().number == 2, "an undo of something else than what was shown"
    publisher.posts("/staff/text/undo", edition="2", note="back")
    edition = store.current()
    assert (edition.number, edition.texts["en"], edition.note) == (3, TEXT, "back")
    assert KEY in edition.frames


HOSTILE = """# T

<script>alert(1)</script> <img src=x onerror=alert(2)>

[a](javascript:alert(3)) [b](data:text/html,x) <javascript:alert(4)> ![c](https://example.org/pixel.png)

[d](vbscript:x "onmouseover=alert(5)") [e](/x" onclick="alert(6))

{{statement killed counted_by="<script>alert(7)</script>" as_of=2024-11-11}}
"""


def test_no_script_of_a_text_reaches_the_preview_or_a_reader(publisher: Staff, store: Store) -> None:
    writes(publisher, store, HOSTILE)
    store.publish(None, {"en": HOSTILE}, "tests")
    front = publisher.opens("/?lang=en").text
    preview = publisher.opens("/staff/text/versions/en/2?lang=en").text
    for html in (front[front.index('id="text"') :], preview[preview.index('class="preview') :]):
        tags = re.findall(r"<[a-zA-Z][^>]*>", html[: html.index("Markdown") if "Markdown" in html else None])
        own = [tag for tag in tags if "alert" in tag or "example.org/pixel" in tag or "x onerror" in tag]
        assert not [tag for tag in own if not tag.startswith("<a ")], own
        assert not re.findall(r'href="(?:javascript|data|vbscript):', html, re.IGNORECASE)
        assert not re.search(r"<[^>]* on\w+=", html.replace("&quot;", ""))
        assert "<script>alert" not in html
