"""The trail: narrowed by action, person and day, a page at a time, and as a file."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from data.store import Store
from data.store.actions import ACTIONS
from data.store.tables import log
from routes.staff.trail import read
from texts.words import LANGUAGES, messages


@pytest.fixture
def publisher(staff, store: Store):
    for number in range(60):
        store.note("editor-1", "version_added", dataset="accidents", version=number, file="june.xlsx", sha256="0")
    # As a later release may have written it: this one does not know the action.
    with store.writing("=editor-2") as writer:
        row = {"who": "=editor-2", "at": datetime.now(UTC), "action": "made_up"}
        writer.connection.execute(insert(log).values(**row, details={"reason": '=HYPERLINK("x")'}))
    return staff.signs_in("publisher-1")


def rows(page: str) -> list[str]:
    return page.split("<tbody>")[1].split("</tr>")[:-1]


def test_the_newest_stands_first_and_the_rest_on_later_pages(publisher) -> None:
    first = publisher.opens("/staff/trail?lang=en").text
    assert "64 lines" in first
    assert len(rows(first)) == 50
    assert "Signed in." in rows(first)[0]
    second = publisher.opens("/staff/trail?lang=en&page=2").text
    assert len(rows(second)) == 14
    assert "Added version 0 of accidents from june.xlsx." in rows(second)[-1]
    assert 'href="/staff/trail?page=1&amp;lang=en"' in second
    assert publisher.opens("/staff/trail?page=99").status_code == 200


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("what=version_added", 60), ("who=editor-1", 60), ("who=publisher-1", 2), ("who=nobody", 0), ("what=no", 0),
        ("first=2000-01-01&last=2000-12-31", 0), ("first=2000-01-01&last=9999-12-30", 64), ("first=rubbish", 64),
        ("last=9999-12-31", 64), ("first=0001-01-01", 64), ("page=-1&who=%00", 0), ("page=rubbish&what=%F0%9F", 0),
    ],
)  # fmt: skip
def test_it_is_narrowed_by_what_the_address_says(publisher, query: str, number: int) -> None:
    answer = publisher.opens(f"/staff/trail?lang=en&{query}")
    assert answer.status_code == 200
    assert f"{number} lines" in answer.text
    if "rubbish" in query and "first" in query:
        assert "rubbish is not a date" in answer.text


def test_a_day_holds_what_was_done_on_it(publisher, store) -> None:
    today = store.log()[-1].at.date().isoformat()
    assert "64 lines" in publisher.opens(f"/staff/trail?lang=en&first={today}&last={today}").text


def test_an_action_without_a_sentence_is_told_by_its_name_and_details(publisher) -> None:
    page = publisher.opens("/staff/trail?lang=nb&what=made_up").text
    assert "made_up {&#34;reason&#34;: &#34;=HYPERLINK" in page


def test_the_file_runs_no_formulas_and_its_download_is_noted(publisher, store) -> None:
    answer = publisher.opens("/staff/trail.csv?lang=en&what=made_up")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="trail-2026-03-20.csv"'
    table = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    assert [(row["who"], row["action"]) for row in table] == [("'=editor-2", "made_up")]
    assert not [cell for row in table for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert (store.log()[-1].action, store.log()[-1].who) == ("trail_downloaded", "publisher-1")
    assert store.log()[-1].details == {"what": "made_up"}
    whole = publisher.opens("/staff/trail.csv?lang=nb").get_data().decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(whole)))) == 1 + len(store.log()) - 1


def test_it_is_for_publishers(people) -> None:
    for path in ("/staff/trail", "/staff/trail.csv"):
        assert people().opens(path).status_code == 303
        assert people().signs_in("editor-1").opens(path).status_code == 403


def test_a_date_that_cannot_be_is_none() -> None:
    asked = read({"first": "2026-02-30", "last": "", "page": "2"})
    assert (asked.wrong, asked.page, asked.query().since) == (("first",), 2, None)


def test_every_action_has_a_name_and_a_sentence_that_asks_for_no_more_than_it_is_noted_with() -> None:
    for language in LANGUAGES:
        told = {key.removeprefix("trail.action.") for key in messages(language) if key.startswith("trail.action.")}
        named = {key.removeprefix("trail.name.") for key in messages(language) if key.startswith("trail.name.")}
        assert told == named == set(ACTIONS)
        for action, details in ACTIONS.items():
            assert set(re.findall(r"\{(\w+)\}", str(messages(language)[f"trail.action.{action}"]))) <= set(details)


def test_what_is_not_declared_or_lacks_a_detail_is_not_noted(store) -> None:
    with pytest.raises(ValueError, match="no such action"):
        store.note("editor-1", "made_up")
    with pytest.raises(ValueError, match="role"):
        store.note("editor-1", "account_added", name="editor-2")
    assert store.log() == [entry for entry in store.log() if entry.action in ACTIONS]


@pytest.mark.parametrize(("language", "role"), [("nb", "utgiver"), ("en", "publisher")])
def test_roles_and_languages_are_told_in_the_readers_words(publisher, store, language: str, role: str) -> None:
    store.note("publisher-1", "account_added", name="editor-3", role="publisher")
    assert f"editor-3 ({role})" in publisher.opens(f"/staff/trail?lang={language}&what=account_added").text


@pytest.mark.parametrize(("count", "said"), [(1, "Mended 1 place in"), (2, "Mended 2 places in")])
def test_a_count_chooses_the_form_of_its_sentence(publisher, store, count: int, said: str) -> None:
    store.note("editor-1", "draft_mended", file="june.xlsx", count=count)
    assert said in publisher.opens("/staff/trail?lang=en&what=draft_mended").text


def test_times_and_days_are_those_of_utc(publisher, store) -> None:
    with store.writing("editor-9") as writer:
        row = {"who": "editor-9", "at": datetime(2025, 3, 1, 23, 30, tzinfo=UTC), "action": "signed_in"}
        writer.connection.execute(insert(log).values(**row, details={}))
    page = publisher.opens("/staff/trail?lang=en&who=editor-9&first=2025-03-01&last=2025-03-01").text
    assert "1 March 2025, 23:30 UTC" in page
