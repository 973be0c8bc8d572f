"""Datasets in the browser: create, describe, publish, archive; what is wrong is said, and nothing typed is lost."""

from html import unescape
from io import BytesIO

import pytest

from data.describing import typed_of
from data.store import Store
from tests.data.factory import STATEMENTS, make_dataset, make_intake
from texts.words import LANGUAGES

KEY = "published_totals"
TYPED = typed_of(make_dataset("new_totals", layout="period_totals"), LANGUAGES)
TEXT = '# Text\n\n{{latest killed}} and {{statement killed counted_by="Counting office" as_of=2024-11-11}}'
NOTE = {"note.nb": "Merknad", "note.en": "A note"}


@pytest.fixture
def published(store: Store) -> Store:
    """Edition 1 holds one dataset, with figures in the text that stand on it."""
    store.add_dataset(make_dataset(KEY), "tests")
    store.add_version(KEY, make_intake(STATEMENTS, "running_totals"), "tests")
    store.publish({KEY: 1}, {"nb": TEXT, "en": TEXT}, "tests")
    return store


def test_an_editor_creates_a_dataset_and_the_list_shows_it(staff, store: Store) -> None:
    staff.signs_in("editor-1")
    answer = staff.posts("/staff/datasets/new?lang=en", **TYPED)
    assert (answer.status_code, answer.location) == (303, "/staff/datasets/new_totals?lang=en")
    assert store.datasets()["new_totals"] == make_dataset("new_totals", layout="period_totals")
    assert (store.log()[-1].who, store.log()[-1].action) == ("editor-1", "dataset_added")
    assert "new_totals has been created" in staff.opens(answer.location).text
    for language, state in (("en", "It holds no data yet."), ("nb", "Det har ingen data ennå.")):
        page = staff.opens(f"/staff/datasets?lang={language}").text
        assert make_dataset("new_totals").title[language] in page
        assert state in page


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Write this in Norwegian as well."), ("nb", "Skriv dette på norsk også.")],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(staff, store, language, sentence) -> None:
    staff.signs_in("editor-1")
    typed = TYPED | {"scope.nb": "", "contact": '"><b>office', "covered_to": "2020-01-01", "covered_from": "2021-01-01"}
    answer = staff.posts(f"/staff/datasets/new?lang={language}", **typed)
    assert answer.status_code == 400
    assert f'id="scope.nb-wrong">{sentence}<' in answer.text
    assert 'id="covered_to-wrong"' in answer.text
    assert '<a href="#scope.nb">' in answer.text
    assert 'value="new_totals in English"' in answer.text
    assert answer.text.count(">new_totals på norsk</textarea>") == 2
    assert 'value="&#34;&gt;&lt;b&gt;office"' in answer.text
    assert store.datasets() == {}


def test_a_key_that_is_there_already_changes_nothing(staff, published: Store) -> None:
    staff.signs_in("editor-1")
    answer = staff.posts("/staff/datasets/new?lang=en", **(TYPED | {"key": KEY}))
    assert (answer.status_code, "with the key published_totals already" in answer.text) == (400, True)
    assert published.datasets()[KEY] == make_dataset(KEY)


def test_a_description_is_seen_by_readers_once_a_publisher_publishes_it(staff, published: Store) -> None:
    typed = typed_of(make_dataset(KEY), LANGUAGES) | {"title.en": "A better title", "seen": "1"}
    staff.signs_in("editor-1").posts(f"/staff/datasets/{KEY}?lang=en", **typed)
    page = staff.opens(f"/staff/datasets/{KEY}?lang=en").text
    assert "The new description is not published" in page
    assert "A publisher can do that." in page
    assert staff.posts(f"/staff/datasets/{KEY}/publish", **NOTE).status_code == 403
    staff.signs_out()
    staff.signs_in("publisher-1")
    missing = staff.posts(f"/staff/datasets/{KEY}/publish?lang=en", **(NOTE | {"note.nb": ""}))
    assert (missing.status_code, 'id="note.nb-wrong"' in missing.text, ">A note<" in missing.text) == (400, True, True)
    assert "A better title" not in staff.opens("/method?lang=en").text
    assert staff.posts(f"/staff/datasets/{KEY}/publish?lang=en", **NOTE).status_code == 303
    edition = published.current()
    assert (edition.number, edition.frames[KEY].version) == (2, 1)
    reader = staff.opens("/method?lang=en").text
    assert "A better title" in reader
    assert "A note" in reader
    assert "not published" not in staff.opens(f"/staff/datasets/{KEY}?lang=en").text


def test_two_people_do_not_write_over_each_other(people, published: Store) -> None:
    typed = typed_of(make_dataset(KEY), LANGUAGES) | {"seen": "1"}
    one, other = people().signs_in("editor-1"), people().signs_in("editor-2")
    assert one.posts(f"/staff/datasets/{KEY}", **(typed | {"contact": "office one"})).status_code == 303
    answer = other.posts(f"/staff/datasets/{KEY}?lang=en", **(typed | {"contact": "office two"}))
    assert (answer.status_code, "while you were writing" in answer.text) == (409, True)
    assert 'value="office two"' in answer.text
    assert 'name="seen" value="2"' in answer.text
    assert published.datasets()[KEY].contact == "office one"


def test_a_kind_of_table_with_versions_stays_what_it_is(staff, published: Store) -> None:
    typed = typed_of(make_dataset(KEY), LANGUAGES) | {"seen": "1", "layout": "line_list", "contact": "office"}
    staff.signs_in("editor-1").posts(f"/staff/datasets/{KEY}", **typed)
    assert (published.datasets()[KEY].layout, published.datasets()[KEY].contact) == ("running_totals", "office")


def test_archiving_says_first_which_figures_of_the_text_lose_their_source(staff, published: Store) -> None:
    staff.signs_in("publisher-1")
    page = unescape(staff.opens(f"/staff/datasets/{KEY}/archive?lang=en").text)
    for language in ("Norwegian", "English"):
        assert f"In {language}: “70 killed” (Counting office, as of 11 November 2024) has no source left" in page
    assert "The key numbers at the top of the front page disappear." in page
    assert published.current().number == 1
    assert published.archived() == frozenset()


def test_an_archived_dataset_leaves_the_page_and_comes_back(staff, published: Store) -> None:
    staff.signs_in("publisher-1")
    assert staff.posts(f"/staff/datasets/{KEY}/archive", **(NOTE | {"note.en": " "})).status_code == 400
    assert staff.posts(f"/staff/datasets/{KEY}/archive?lang=en", **NOTE).status_code == 303
    assert (published.current().number, dict(published.current().frames)) == (2, {})
    assert "Archived datasets" in staff.opens("/staff/datasets?lang=en").text
    for path in ("/?lang=en", "/method?lang=nb", "/?lang=nb&edition=1"):
        assert staff.opens(path).status_code == 200
    assert staff.posts(f"/staff/datasets/{KEY}/unarchive?lang=en").status_code == 303
    assert "Publish the dataset again" in staff.opens(f"/staff/datasets/{KEY}?lang=en").text
    assert staff.posts(f"/staff/datasets/{KEY}/publish", **NOTE).status_code == 303
    assert set(published.current().frames) == {KEY}
    assert [one.action for one in published.log() if "archived" in one.action] == [
        "dataset_archived", "dataset_unarchived",
    ]  # fmt: skip


def test_editors_do_not_archive_and_strangers_see_nothing(staff, published: Store) -> None:
    assert staff.opens("/staff/datasets").status_code == 303
    staff.signs_in("editor-1")
    for path in ("archive", "unarchive", "publish"):
        assert staff.posts(f"/staff/datasets/{KEY}/{path}", **NOTE).status_code == 403
    assert "/archive" not in staff.opens(f"/staff/datasets/{KEY}").text
    assert staff.opens("/staff/datasets/nothing").status_code == 404
    assert published.archived() == frozenset()


def test_a_draft_that_needs_a_dataset_gets_it(staff, store: Store) -> None:
    staff.signs_in("editor-1")
    file = (BytesIO(b"Date,Killed,Injured\n2024-01-05,1,2\n"), "figures.csv")
    staff.posts("/staff/upload", file=file)
    with store.reading() as connection:
        draft = connection.exec_driver_sql("SELECT id FROM drafts").scalar_one()
    path = f"/staff/datasets/new?draft={draft}&lang=en"
    assert "figures.csv" in staff.opens(path).text
    answer = staff.posts(path, **(TYPED | {"layout": "incident_list"}))
    assert (answer.status_code, answer.location) == (303, f"/staff/drafts/{draft}?lang=en")
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT dataset FROM drafts").scalar_one() == "new_totals"
    staff.signs_out()
    assert staff.signs_in("editor-2").opens(path).status_code == 404
