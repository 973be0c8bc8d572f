"""The form for one statement: checked among the earlier ones as it is typed, then a draft of one row like any file."""

import io
from collections.abc import Callable
from datetime import date

import pytest

from data import statement
from data.intake import take_in
from data.store import Store
from data.store.work_tables import drafts
from tests.data.factory import STATEMENTS, make_dataset, make_intake
from tests.routes.staff.actors import Staff
from texts.words import Words

KEY = "published_totals"
WORDS = Words("en")
TYPED = {
    "dataset": KEY, "as_of": "2026-03-18", "since": "2020-11-10", "killed": "73", "injured": "350", "total": "",
    "scope": "all casualties", "counted_by": "Counting office", "reported_in": "Daily", "link": "https://example.org/a",
}  # fmt: skip


@pytest.fixture
def store(store: Store) -> Store:
    """With three published statements."""
    store.add_dataset(make_dataset(KEY), "tests")
    rows = [row | {"scope": "all casualties"} for row in STATEMENTS]
    version = store.add_version(KEY, make_intake(rows, layout="running_totals"), "tests")
    store.publish({KEY: version}, {}, "tests", "first")
    return store


@pytest.fixture
def editor(people: Callable[[], Staff], store: Store) -> Staff:
    return people().signs_in("editor-1")


def types(staff: Staff, **changes: str):
    return staff.posts("/staff/statement?lang=en", **(TYPED | changes))


def test_it_stands_between_its_neighbours_and_says_the_difference(editor: Staff) -> None:
    page = types(editor, as_of="2024-12-01", killed="71", injured="320").text
    assert "The statement before: 11 November 2024" in page
    assert "1 more killed, 8 more injured and 9 more together" in page
    assert "The statement after: 13 March 2026" in page
    assert "The figures add up" in page


def test_statements_that_count_from_different_days_are_not_compared(editor: Staff) -> None:
    page = types(editor, since="2021-01-01").text
    assert "Figures from different start dates cannot be compared." in page
    assert "Your statement says" not in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"killed": "60"}, "60 is below the 72 that the same counter gave as of 13 March 2026"),
        ({"total": "424"}, "The total is 424, but 73 killed and 350 injured are 423 together."),
        ({"civilians_killed": "70", "military_killed": "9"}, "civilians and military are 79 together, more than 73"),
        ({"as_of": "2026-03-13", "killed": "74"}, "gave 72 for the same day. Here it is 74"),
        ({"as_of": "2026-04-18"}, "The date is in the future."),
        ({"as_of": "2020-11-01"}, "The date is before the start date 10 November 2020."),
        ({"since": "2021-01-01"}, "counts from 10 November 2020"),
        ({"counted_by": "other", "counted_by_other": "New office"}, "No earlier statement is by the same counter"),
        ({"killed": "seven"}, "Write a whole number in digits"),
        ({"as_of": "2024-12-01", "killed": "99"}, "a later statement of the same counter gives 72, below the 99 here"),
    ],
)
def test_what_is_doubtful_is_said_as_it_is_typed(editor: Staff, store: Store, changes: dict, said: str) -> None:
    answer = types(editor, **changes)
    assert answer.status_code == 200
    assert said in answer.text.replace("\u00a0", " ")
    for value in changes.values():
        assert f'value="{value}"' in answer.text, "nothing that was typed is lost"


def test_the_empty_form_complains_of_nothing_and_asking_to_add_it_says_what_is_needed(editor: Staff) -> None:
    assert 'class="wrong"' not in editor.opens("/staff/statement?lang=en").text
    answer = editor.posts("/staff/statement?lang=en", do="add", dataset=KEY, killed="0x7", reported_in="Daily")
    assert answer.status_code == 422
    assert answer.text.count("This is needed.") == 3
    assert 'value="0x7"' in answer.text
    assert 'value="Daily"' in answer.text


def test_added_it_is_a_draft_of_one_row_for_its_dataset(people: Callable[[], Staff], store: Store) -> None:
    editor = people().signs_in("editor-1")
    answer = types(editor, do="add", injured="")
    assert answer.status_code == 303, answer.text
    assert "/agreement" in answer.headers["Location"]
    (draft,) = drafts_of(store)
    assert (draft["mode"], draft["dataset"], draft["who"]) == ("add", KEY, "editor-1")
    assert store.current().number == 1


def drafts_of(store: Store) -> list[dict]:
    with store.reading() as connection:
        return [dict(row._mapping) for row in connection.execute(drafts.select())]


def test_what_is_blank_is_not_recorded_and_the_file_asks_nothing() -> None:
    given = statement.read(TYPED | {"injured": "", "civilians_killed": "3", "link": ""})
    row = statement.row_of(given, WORDS)
    content = statement.file_of([row], WORDS)
    intake = take_in(content, "statement.csv", answers=statement.answers([row], WORDS), today=date(2026, 3, 20))
    assert (intake.layout, len(intake.records), intake.questions) == ("running_totals", 1, [])
    record = intake.records.iloc[0]
    assert intake.problems == []
    assert record["injured_basis"] == "not_recorded"
    assert (record["counted_by"], record["scope"]) == ("Counting office", "all casualties")
    assert intake.counts["n"].sum() == 73
    assert io.BytesIO(content).read(3) == b"\xef\xbb\xbf"
