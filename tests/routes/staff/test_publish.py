"""From upload to publication and back, as people do it: two at once, the same file twice, and what is in the way."""

import io
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
from data.store import Store
from tests.data.factory import make_dataset, make_intake
from tests.routes.staff.actors import Staff
from tests.routes.staff.conftest import SETTINGS, TODAY

KEY = "reported_accidents"
HEAD = "Date,District,Place,Killed,Injured\n"
MAY = HEAD + "2021-03-04,Fuzuli,A,1,0\n2021-04-05,Aghdam,B,0,2\n2021-05-06,Aghdam,C,1,1\n"
JUNE = HEAD + "2021-05-06,Aghdam,C,2,1\n2021-06-07,Fuzuli,D,0,1\n"
NOTE = {"note-nb": "Nye tall", "note-en": "New figures"}


class Office:
    """Drafts are read at once, in this process."""

    def __init__(self, server: Flask, store: Store, accounts: Accounts, desk: Desk) -> None:
        self.server, self.store, self.accounts, self.desk = server, store, accounts, desk

    def enters(self, name: str) -> Staff:
        return Staff(self.server.test_client(), self.accounts).signs_in(name)

    def draft(self, text: str, who: str, mode: str = "replace", name: str = "may.csv") -> str:
        draft = self.desk.receive(io.BytesIO(text.encode()), name, who, mode=mode, dataset=KEY)
        found = read_one(draft, self.desk.folder, self.desk.limits, self.store.remembered, TODAY)
        with self.store.writing("tests") as writer:
            change_row(writer.connection, draft.id, state=READ, read_revision=draft.revision, result=found)
        return draft.id

    def published(self, text: str = MAY) -> None:
        publisher = self.enters("publisher-1")
        publishes(publisher, self.draft(text, "publisher-1"))


def publishes(staff: Staff, id: str, **form: Any) -> Any:
    page = staff.opens(f"/staff/drafts/{id}/publish").text
    revision = page.partition('name="revision" value="')[2].partition('"')[0]
    return staff.posts(f"/staff/drafts/{id}/publish", **({"revision": revision} | (form or NOTE)))


@pytest.fixture
def office(store: Store, accounts: Accounts, tmp_path: Any) -> Office:
    store.add_dataset(make_dataset(KEY), "tests")
    desk = Desk(store, tmp_path / "drafts", today=lambda: TODAY)
    server = Flask("tests", root_path=str(tmp_path))
    routes.staff.register(server, SETTINGS, store, accounts, desk, pages, lambda: TODAY)
    return Office(server, store, accounts, desk)


def test_a_draft_is_published_and_taken_back(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    id = office.draft(MAY + "2021-06-07,Fuzuli,D,0,1\n", "publisher-1")
    agreement = publisher.opens(f"/staff/drafts/{id}/agreement?lang=en").text
    assert "1 record added" in agreement
    answer = publishes(publisher, id)
    assert answer.location.startswith("/staff/published/2"), answer.text
    assert "New figures" in publisher.opens("/staff/published/2?lang=en").text
    assert office.store.current().frames[KEY].n.sum() == 6
    assert office.desk.drafts(None) == []
    publisher.posts("/staff/history/go-back", edition="1", expected="2")
    assert (office.store.current().number, office.store.current().frames[KEY].n.sum()) == (3, 5)
    page = publisher.opens("/staff/history?lang=en").text
    assert "Went back to edition 1" in page
    assert "/?edition=2" in page


def test_an_editor_cannot_publish_and_sees_who_can(office: Office) -> None:
    office.enters("publisher-1").signs_out()
    editor, id = office.enters("editor-1"), office.draft(MAY, "editor-1")
    page = editor.opens(f"/staff/drafts/{id}/publish?lang=en").text
    assert "publisher-1" in page
    assert "note-en" not in page
    assert editor.posts(f"/staff/drafts/{id}/publish", revision="1", **NOTE).status_code == 403
    assert editor.posts("/staff/history/go-back", edition="1", expected="1").status_code == 403
    assert office.store.editions() == []


def test_without_a_note_nothing_is_published(office: Office) -> None:
    publisher, id = office.enters("publisher-1"), office.draft(MAY, "publisher-1")
    answer = publishes(publisher, id, **{"note-nb": " ", "note-en": ""})
    assert answer.status_code == 400
    assert office.store.editions() == []
    assert office.desk.draft(id)


def test_rows_that_go_must_be_explained(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    id = office.draft(HEAD + "2021-03-04,Fuzuli,A,1,0\n", "publisher-1")
    assert publishes(publisher, id).location.startswith(f"/staff/drafts/{id}/publish")
    assert len(office.store.editions()) == 1
    page = publisher.opens(f"/staff/drafts/{id}/agreement").text
    names = [part.partition('"')[0] for part in page.split('name="confirmed:')[1:]]
    assert any(name.startswith("rows_gone") for name in names)
    publisher.posts(f"/staff/drafts/{id}/confirm", **{f"confirmed:{name}": "ok" for name in names})
    assert publishes(publisher, id).location.startswith(f"/staff/drafts/{id}/publish"), "one word is no reason"
    publisher.posts(f"/staff/drafts/{id}/confirm",
                    **{f"confirmed:{name}": "They were another register's" for name in names})  # fmt: skip
    assert publishes(publisher, id).location.startswith("/staff/published/2")
    kept = office.store.versions(KEY)[-1].remarks
    assert {entry.details["why"] for entry in kept} == {"They were another register's"}
    assert "another register" in publisher.opens(f"/staff/history/{KEY}/2").text


def test_an_overlap_is_decided_before_a_file_is_added(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    id = office.draft(JUNE, "publisher-1", "add", "june.csv")
    assert publishes(publisher, id).location.startswith(f"/staff/drafts/{id}/publish")
    publisher.posts(f"/staff/drafts/{id}/decide", all="take_new")
    assert publishes(publisher, id).location.startswith("/staff/published/2")
    frame, entry = office.store.current().frames[KEY], office.store.versions(KEY)[-1]
    assert (len(frame), frame.n.sum()) == (4, 7)
    assert [(file.file_name, file.record_count) for file in entry.files] == [("may.csv", 2), ("june.csv", 2)]
    assert office.store.raw_row(KEY, 2, 3)["Place"] == "D"


def test_the_same_file_twice_changes_nothing(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    for mode in ("add", "replace"):
        id = office.draft(MAY, "publisher-1", mode)
        assert "Nothing changes" in publisher.opens(f"/staff/drafts/{id}/agreement?lang=en").text
        assert publishes(publisher, id).location.startswith("/staff/history"), "nothing was published now"
        assert "Nothing in the draft was new" in publisher.opens("/staff/history?lang=en").text
    assert office.store.versions(KEY)[0].remarks == ()
    assert (len(office.store.versions(KEY)), len(office.store.editions())) == (1, 1)


def test_an_archived_dataset_is_in_no_menu_and_a_draft_for_it_says_why_it_cannot_be_published(office: Office) -> None:
    office.store.add_dataset(make_dataset("published_totals"), "tests")
    publisher, id = office.enters("publisher-1"), office.draft(MAY, "publisher-1")
    option = f'<option value="{KEY}"'
    assert option in publisher.opens("/staff").text
    for key in (KEY, "published_totals"):
        office.store.archive(key, "publisher-1")
    for page in ("/staff", f"/staff/drafts/{id}"):
        assert option not in publisher.opens(page).text, page
    assert 'name="as_of"' not in publisher.opens("/staff/statement").text, "there is nothing to add a statement to"
    assert publishes(publisher, id).location.startswith(f"/staff/drafts/{id}/publish")
    assert "Its dataset is archived." in publisher.opens(f"/staff/drafts/{id}/publish?lang=en").text
    assert office.store.editions() == []


def test_a_list_of_people_may_follow_a_list_of_accidents(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    id = office.draft("Date,District,Outcome\n2021-03-04,Fuzuli,killed\n2021-03-04,Fuzuli,injured\n", "publisher-1")
    office.desk.change(id, "publisher-1", dataset=None)
    publisher.posts(f"/staff/drafts/{id}/target", dataset=KEY, mode="replace")
    assert office.desk.draft(id).dataset == KEY
    assert "confirmed:other_layout" in publisher.opens(f"/staff/drafts/{id}/agreement").text


def test_findings_of_two_files_are_told_apart(office: Office) -> None:
    office.published(MAY.replace("A,1,0", "A,many,0"))
    publisher = office.enters("publisher-1")
    june = HEAD + "2021-06-07,Fuzuli,D,several,1\n2021-06-08,Fuzuli,E,1,1\n2021-06-09,Fuzuli,F,2,1\n"
    publishes(publisher, office.draft(june, "publisher-1", "add", "june.csv"))
    page = publisher.opens(f"/staff/history/{KEY}/2?lang=en").text
    assert "may.csv: Row 2, column D" in page
    assert "june.csv: Row 2, column D" in page


def test_what_another_published_meanwhile_is_compared_first(office: Office) -> None:
    office.published()
    mine, theirs = office.enters("publisher-1"), office.enters("publisher-2")
    first = office.draft(MAY + "2021-06-07,Fuzuli,D,0,1\n", "publisher-1")
    second = office.draft(MAY + "2021-07-08,Fuzuli,E,3,0\n", "publisher-2", name="july.csv")
    assert publishes(theirs, second).location.startswith("/staff/published/2")
    assert publishes(mine, first).location.startswith(f"/staff/drafts/{first}/publish")
    assert len(office.store.editions()) == 2
    assert "published meanwhile" in mine.opens(f"/staff/drafts/{first}/agreement?lang=en").text
    mine.posts(f"/staff/drafts/{first}/compared")
    page = mine.opens(f"/staff/drafts/{first}/agreement?lang=en").text
    assert "published meanwhile" not in page
    assert "confirmed:rows_gone" in page


@pytest.mark.parametrize("path", ["/staff/history", f"/staff/history/{KEY}", f"/staff/history/{KEY}/1",
                                  f"/staff/history/{KEY}/compare?a=1&b=2"])  # fmt: skip
@pytest.mark.parametrize("language", ["nb", "en"])
def test_history_opens(office: Office, path: str, language: str) -> None:
    office.published()
    office.store.add_version(KEY, make_intake(), "editor-1")
    answer = office.enters("editor-1").opens(f"{path}{'&' if '?' in path else '?'}lang={language}")
    assert answer.status_code == 200
    assert "may.csv" in answer.text or "compare" in path or path == "/staff/history"


@pytest.mark.parametrize("path", [f"/staff/history/{KEY}/9", "/staff/history/nothing", "/staff/history/nothing/1",
                                  f"/staff/history/{KEY}/compare?a=x&b=", "/staff/drafts/none/agreement"])  # fmt: skip
def test_what_is_not_there_is_not_found(office: Office, path: str) -> None:
    assert office.enters("editor-1").opens(path).status_code == 404


def test_going_back_from_what_one_did_not_see_does_nothing(office: Office) -> None:
    office.published()
    publisher = office.enters("publisher-1")
    assert publisher.posts("/staff/history/go-back", edition="1", expected="7").status_code == 303
    assert publisher.posts("/staff/history/go-back", edition="x").status_code == 400
    assert len(office.store.editions()) == 1


def test_the_list_of_drafts_says_which_sums_are_minimums(office: Office) -> None:
    editor = office.enters("editor-1")
    office.draft(MAY + "2021-06-07,Fuzuli,D,,1\n", "editor-1")
    figures = " ".join(
        editor.opens("/staff?lang=en").text.partition('class="figures"')[2].partition("</dl>")[0].split()
    )
    assert "<dt>Killed</dt><dd>at least 2</dd>" in figures
    assert "<dt>Injured</dt><dd>4</dd>" in figures
