"""The trail: narrowed by action, person and day, a page at a time, and as a file."""

import csv
import io
import re
from pathlib import Path

import pytest

from data.store import Store
from routes.staff.trail import read
from texts.words import messages


@pytest.fixture
def publisher(staff, store: Store):
    for number in range(60):
        store.note("editor-1", "version_added", dataset="accidents", version=number, file="june.xlsx", sha256="0")
    store.note("=editor-2", "made_up", reason='=HYPERLINK("x")')
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
    today = store.log()[-1].at.astimezone().date().isoformat()
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


def test_what_the_log_holds_of_itself_has_a_sentence(publisher, store) -> None:
    known = messages("nb")
    for action in {entry.action for entry in store.log()} - {"made_up"}:
        assert f"trail.action.{action}" in known


def test_a_date_that_cannot_be_is_none() -> None:
    asked = read({"first": "2026-02-30", "last": "", "page": "2"})
    assert (asked.wrong, asked.page, asked.query().since) == (("first",), 2, None)


def test_every_action_that_the_program_notes_has_a_sentence_and_a_name() -> None:
    root = Path(__file__).parents[3]
    sources = [
        file.read_text(encoding="utf-8")
        for room in ("accounts", "data", "routes")
        for file in (root / room).rglob("*.py")
    ]
    noted = {
        action
        for source in sources
        for action in re.findall(r"\bnote\([^\"()]*(?:\([^()]*\)[^\"()]*)?\"([a-z]+_[a-z_]+)\"", source)
    }
    assert {"signed_in", "trail_downloaded", "dataset_added"} <= noted
    for language in ("nb", "en"):
        assert not [
            action
            for action in noted
            if not {f"trail.action.{action}", f"trail.name.{action}"} <= messages(language).keys()
        ]
