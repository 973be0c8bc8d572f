"""What is said to the page "What was understood": choices, answers, the target, and everything that is no answer."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

import routes.staff
from accounts import Accounts
from components import staff as pages
from data.drafts import Desk
from data.drafts.draft import READ
from data.drafts.reading_one import read_one
from data.drafts.rows import change_row
from data.frame import Dataset
from data.store import Store
from tests.data.intake.tables import content
from tests.routes.staff.actors import Staff
from tests.routes.staff.conftest import SETTINGS, TODAY

LIST = "Date | Place | Killed | Injured | Note\n2021-01-02 | A | 1 | 2 | 7\n2021-01-05 | B | 2 | 3 | 9"
ASKED = "Date | Killed | Killed | Place\n01/02/2021 | 1 | 2 | A\n03/04/2021 | 0 | 5 | B"
CODES = "Date | Severity\n2021-01-02 | 1\n2021-01-05 | 2\n2021-01-05 | 2"
NO_YEAR = "Month | Killed\nMay | 1\nJune | 2"
UNFIT = "Nothing was changed"


class Bench:
    """A desk and one person at it. Files are read when the test says so, not in the background."""

    def __init__(self, staff: Staff, desk: Desk) -> None:
        self.staff, self.desk, self.id = staff, desk, ""

    def receives(self, table: str, who: str = "editor-1") -> "Bench":
        self.id = self.desk.receive(BytesIO(content(table)), "june.csv", who).id
        return self.reads()

    def reads(self) -> "Bench":
        draft, desk = self.draft, self.desk
        found = read_one(draft, desk.folder, desk.limits, desk.store.remembered, desk.today())
        with desk.store.writing("tests") as writer:
            change_row(writer.connection, self.id, state=READ, read_revision=draft.revision, result=found)
        return self

    @property
    def draft(self) -> Any:
        return self.desk.draft(self.id)

    @property
    def page(self) -> str:
        return self.staff.opens(f"/staff/drafts/{self.id}?lang=en").text

    def says(self, what: str, form: dict[str, Any]) -> str:
        """Sends a form, and gives the page that follows."""
        answer = self.staff.posts(f"/staff/drafts/{self.id}/{what}?lang=en", **form)
        assert answer.status_code == 303, answer.text
        assert answer.location == f"/staff/drafts/{self.id}?lang=en"
        return self.page

    def chooses(self, id: str, value: str) -> str:
        """As the menus of the page send it: what was in force beside what is chosen."""
        offer = next(offer for offer in self.desk.intake(self.id).offers if offer.id == id)
        was = ",".join(map(str, offer.value)) if isinstance(offer.value, list) else offer.value or ""
        return self.says("choices", {"id-0": json.dumps(id), "was-0": was, "value-0": value})


@pytest.fixture
def bench(store: Store, accounts: Accounts, tmp_path: Path) -> Bench:
    desk = Desk(store, tmp_path / "drafts", today=lambda: TODAY)
    server = Flask("tests", root_path=str(tmp_path))
    routes.staff.register(server, SETTINGS, store, accounts, desk, pages, lambda: TODAY)
    return Bench(Staff(server.test_client(), accounts).signs_in("editor-1"), desk)


def test_the_page_shows_what_was_understood_and_changes_nothing(bench: Bench) -> None:
    bench.receives(LIST)
    before = bench.draft
    assert "The result" in bench.page
    assert bench.draft == before


def test_an_answer_holds_and_the_file_is_read_again(bench: Bench) -> None:
    bench.receives(ASKED)
    page = bench.says("answers", {"id-0": json.dumps("date_order:Date"), "value-0": "dmy"})
    assert bench.draft.answers == {"date_order:Date": "dmy"}
    assert (bench.draft.state, bench.draft.current) == ("waiting", False)
    assert 'class="understood stale"' in page
    bench.reads()
    assert "date_order" not in {question.kind for question in bench.desk.intake(bench.id).questions}
    assert "Since the last change" in bench.page


def test_every_code_must_have_an_answer(bench: Bench) -> None:
    bench.receives(CODES)
    form = {"id-0": json.dumps("codes:Severity"), "part-0-0": '"1"', "value-0-0": "killed", "part-0-1": '"2"'}
    assert "say what every code means" in bench.says("answers", form)
    assert bench.draft.answers == {}
    bench.says("answers", form | {"value-0-1": "injured"})
    assert bench.draft.answers == {"codes:Severity": {"1": "killed", "2": "injured"}}
    bench.reads()
    page = bench.page
    assert "Killed: not recorded → 1" in page or "Killed: 0 → 1" in page


@pytest.mark.parametrize(("typed", "kept"), [("2021", "2021"), (" 2021 ", "2021"), ("21", None), ("20211", None)])
def test_a_year_has_four_digits(bench: Bench, typed: str, kept: str | None) -> None:
    bench.receives(NO_YEAR)
    page = bench.says("answers", {"id-0": '"year"', "value-0": typed})
    assert bench.draft.answers == ({"year": kept} if kept else {})
    assert ("is not a year" in page) is (kept is None)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"id-0": '"date_order:Date"'},
        {"id-0": '"date_order:Date"', "value-0": "ymd"},
        {"id-0": '"date_order:Date"', "value-0": "<script>"},
        {"id-0": '"nobody:asked"', "value-0": "dmy"},
        {"id-0": "date_order:Date", "value-0": "dmy"},
        {"id-0": "[1]", "value-0": "dmy"},
        {"id-0": '"' + "x" * 10_000, "value-0": "dmy"},
        {f"id-{n}": '"date_order:Date"' for n in range(700)},
    ],
)  # fmt: skip
def test_what_is_no_answer_changes_nothing_and_says_so(bench: Bench, form: dict[str, str]) -> None:
    bench.receives(ASKED)
    before = bench.draft
    page = bench.says("answers", form)
    assert UNFIT in page
    assert "<script>" not in page
    assert bench.draft == before


def test_a_choice_is_made_and_taken_back(bench: Bench) -> None:
    bench.receives(LIST)
    bench.chooses("column:Injured", "ignore")
    assert bench.draft.answers == {"column:Injured": "ignore"}
    assert "Injured: 5 → not recorded" in bench.reads().page
    assert "said by you" in bench.page
    bench.says("choices", {"back": '"column:Injured"'})
    assert bench.draft.answers == {}
    assert "Injured: not recorded → 5" in bench.reads().page


def test_only_what_was_changed_on_the_page_is_sent_on(bench: Bench) -> None:
    """A menu that another person changed meanwhile is not set back by a page that is older."""
    bench.receives(LIST)
    form = {"id-0": '"column:Injured"', "was-0": "injured", "value-0": "injured"}
    bench.desk.change(bench.id, "publisher-1", answers={"column:Injured": "ignore"})
    bench.reads()
    bench.says("choices", form)
    assert bench.draft.answers == {"column:Injured": "ignore"}


def test_what_was_remembered_can_be_given_back(bench: Bench, store: Store) -> None:
    bench.receives(CODES)
    store.remember(
        bench.desk.intake(bench.id).signature, {"codes:Severity": {"1": "killed", "2": "injured"}}, "editor-1"
    )
    bench.receives(CODES)
    assert "remembered from an earlier file" in bench.page
    bench.says("choices", {"back": '"codes:Severity"'})
    bench.reads()
    assert [question.kind for question in bench.desk.intake(bench.id).questions] == ["codes"]


@pytest.mark.parametrize(
    "form",
    [
        {"id-0": '"column:Injured"', "was-0": "injured", "value-0": "no_such_field"},
        {"id-0": '"column:Injured"', "was-0": "injured", "value-0": "<script>"},
        {"id-0": '"layout"', "was-0": "incident_list", "value-0": "pie"},
        {"id-0": '"heading_rows:csv"', "was-0": "1", "value-0": "0,-1"},
        {"id-0": '"column:Nowhere"', "was-0": "", "value-0": "killed"},
        {"id-0": "{", "was-0": "", "value-0": "killed"},
        {"back": '"column:Nowhere"'},
        {"back": "column:Injured"},
    ],
)  # fmt: skip
def test_what_is_no_choice_changes_nothing_and_says_so(bench: Bench, form: dict[str, str]) -> None:
    bench.receives(LIST)
    before = bench.draft
    page = bench.says("choices", form)
    assert UNFIT in page
    assert "<script>" not in page
    assert bench.draft == before


def test_a_dataset_is_chosen_and_one_that_does_not_fit_is_not(bench: Bench, store: Store) -> None:
    for layout in ("incident_list", "running_totals"):
        store.add_dataset(Dataset(layout, layout, {"en": layout}, {}, {}, {}), "editor-1")
    bench.receives(LIST)
    revision = bench.draft.revision
    bench.says("target", {"dataset": "incident_list", "mode": "add"})
    assert (bench.draft.dataset, bench.draft.mode, bench.draft.revision) == ("incident_list", "add", revision)
    for form in ({"dataset": "running_totals"}, {"dataset": "nowhere"}, {"dataset": "incident_list", "mode": "erase"}):
        assert UNFIT in bench.says("target", form)
        assert (bench.draft.dataset, bench.draft.mode) == ("incident_list", "add")


@pytest.mark.parametrize("what", ["", "/choices", "/answers", "/target"])
def test_a_draft_is_for_its_uploader_and_publishers_only(bench: Bench, what: str) -> None:
    bench.receives(LIST, "editor-2")
    path = f"/staff/drafts/{bench.id}{what}"
    before = bench.draft

    def asks() -> Any:
        return bench.staff.posts(path) if what else bench.staff.opens(path)

    answer = asks()
    assert answer.status_code in (303, 403, 404)
    assert "june.csv" not in answer.text
    assert bench.draft == before
    bench.staff.signs_out()
    answer = asks()
    assert answer.status_code == (401 if what else 303)
    assert bench.draft == before
    bench.staff.signs_in("publisher-1")
    if not what:
        assert "june.csv" in asks().text


def test_a_file_that_was_not_read_yet_cannot_be_answered(bench: Bench) -> None:
    bench.id = bench.desk.receive(BytesIO(content(LIST)), "june.csv", "editor-1").id
    page = bench.says("choices", {"id-0": '"layout"', "value-0": "line_list"})
    assert "has not been read" in page
    assert bench.draft.answers == {}


def test_a_draft_that_is_gone_is_said_to_be_gone(bench: Bench) -> None:
    answer = bench.staff.opens(f"/staff/drafts/{'0' * 32}?lang=en")
    assert answer.status_code == 404
    assert "seven days" in answer.text
