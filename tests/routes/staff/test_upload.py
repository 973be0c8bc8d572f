"""Uploading through the site: who may, what is answered, who sees the drafts and gets the file back."""

import io
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from accounts import Accounts
from data.drafts import Desk
from data.store import Store
from tests.data.drafts.conftest import spreadsheet
from tests.data.factory import make_dataset
from tests.routes.staff.actors import Staff
from tests.routes.staff.conftest import SETTINGS

JSON = {"Accept": "application/json"}
PATIENCE = 60


@pytest.fixture
def desk(store: Store) -> Desk:
    """Another process's desk at the same store, to see what the site did."""
    return Desk.of(store, SETTINGS)


@pytest.fixture
def small(serve: Callable[..., Flask], accounts: Accounts) -> Staff:
    """A site where a file may have one megabyte."""
    return Staff(serve(max_file_mb=1).test_client(), accounts)


@pytest.fixture(autouse=True)
def _nothing_left(desk: Desk) -> Iterator[None]:
    yield
    left = {path.name.split(".")[0] for path in desk.folder.path.glob("*")}
    assert left == {draft.id for draft in desk.drafts(None)}, "every file belongs to a draft"


def uploads(staff: Staff, *files: tuple[bytes, str], script: bool = True, **form: str) -> TestResponse:
    """As assets/upload.js does; without `script` as a browser sends a form."""
    streams = [(io.BytesIO(content), name) for content, name in files]
    if not script:
        return staff.posts("/staff/upload", file=streams, **form)
    headers = {**JSON, "X-CSRFToken": staff.token()}
    return staff.client.post("/staff/upload", data={**form, "file": streams}, headers=headers)


def test_each_file_becomes_a_draft_of_its_uploader(staff: Staff, desk: Desk, store: Store) -> None:
    store.add_dataset(make_dataset("reported_accidents"), "tests")
    staff.signs_in("editor-1")
    answer = uploads(staff, (spreadsheet(3), "june.csv"), (spreadsheet(4), "july.csv"),
                     dataset="reported_accidents", mode="add")  # fmt: skip
    assert answer.status_code == 201
    assert answer.json is not None
    assert [told["file"] for told in answer.json["drafts"]] == ["june.csv", "july.csv"]
    drafts = {draft.file_name: draft for draft in desk.drafts("editor-1")}
    assert {(d.who, d.dataset, d.mode) for d in drafts.values()} == {("editor-1", "reported_accidents", "add")}
    read = desk.settled(drafts["july.csv"].id, PATIENCE)
    assert read.result is not None
    assert read.result["killed"] == 4
    page = staff.opens("/staff?lang=en").text
    assert "july.csv" in page
    assert f"/staff/drafts/{read.id}" in page


def test_without_scripts_the_answer_is_the_list_with_a_sentence(staff: Staff) -> None:
    staff.signs_in("editor-1")
    answer = uploads(staff, (spreadsheet(), "june.csv"), (b"", "empty.csv"), script=False)
    assert answer.status_code == 303
    page = staff.opens("/staff?lang=en").text
    assert "june.csv was received" in page
    assert "empty.csv was not kept" in page
    assert "The file is empty." in page


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "draft.empty"), (b"%PDF-1.7", "refused.pdf"), (b"\x89PNG\r\n\x1a\n", "refused.picture")],
)
def test_what_is_no_spreadsheet_is_answered_with_the_reason(staff: Staff, content: bytes, message: str) -> None:
    staff.signs_in("editor-1")
    answer = uploads(staff, (content, "june.xlsx"))
    assert answer.status_code == 422
    assert answer.json is not None
    assert [(told["file"], told["message"]) for told in answer.json["errors"]] == [("june.xlsx", message)]
    assert answer.json["errors"][0]["sentence"]


def test_no_file_at_all_is_said(staff: Staff) -> None:
    staff.signs_in("editor-1")
    assert uploads(staff, (b"", "")).json["errors"][0]["message"] == "draft.no_file"  # type: ignore[index]
    assert uploads(staff, script=False).status_code == 303
    assert "No file was chosen." in staff.opens("/staff?lang=en").text


@pytest.mark.parametrize("size", [1_500_000, 5_000_000], ids=["the file", "the body"])
def test_too_large_is_said_and_nothing_kept(small: Staff, desk: Desk, size: int) -> None:
    small.signs_in("editor-1")
    answer = uploads(small, (b"x" * size, "large.csv"))
    assert answer.status_code == 413
    assert answer.json["errors"][0]["message"] == "draft.too_large"  # type: ignore[index]
    assert desk.drafts(None) == []


def test_who_is_not_signed_in_cannot_upload_nor_see_anything(staff: Staff, desk: Desk) -> None:
    assert uploads(staff, (spreadsheet(), "june.csv")).status_code == 401
    assert uploads(staff, (spreadsheet(), "june.csv"), script=False).status_code == 401
    assert staff.opens("/staff").status_code == 303
    assert desk.drafts(None) == []


def test_without_the_token_nothing_is_kept(staff: Staff, desk: Desk) -> None:
    staff.signs_in("editor-1")
    files = {"file": (io.BytesIO(spreadsheet()), "june.csv")}
    assert staff.client.post("/staff/upload", data=files).status_code >= 400
    assert desk.drafts(None) == []


def test_a_wrong_token_in_the_header_is_refused_before_the_body_is_read(staff: Staff, desk: Desk) -> None:
    class Body(io.BytesIO):
        was_read = False

        def read(self, size: int | None = -1) -> bytes:
            self.was_read = True
            return super().read(size)

    staff.signs_in("editor-1")
    body = Body(b"x" * 1000)
    answer = staff.client.post("/staff/upload", input_stream=body, content_length=1000, headers={"X-CSRFToken": "x"},
                               content_type="multipart/form-data; boundary=b")  # fmt: skip
    assert answer.status_code >= 400
    assert not body.was_read


def test_a_form_that_breaks_off_leaves_nothing(staff: Staff, desk: Desk) -> None:
    staff.signs_in("editor-1")
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="june.csv"\r\n\r\n' + spreadsheet(1000)
    answer = staff.client.post("/staff/upload", data=body, content_type="multipart/form-data; boundary=b",
                               headers={**JSON, "X-CSRFToken": staff.token()})  # fmt: skip
    assert answer.status_code >= 400
    assert desk.drafts(None) == []


def test_the_uploaded_file_is_given_back_to_its_uploader_and_to_publishers(
    people: Callable[[], Staff], desk: Desk, store: Store
) -> None:
    own, other, publisher = (
        people().signs_in("editor-1"),
        people().signs_in("editor-2"),
        people().signs_in("publisher-1"),
    )
    uploads(own, (spreadsheet(), "ulykker i juni.csv"))
    (draft,) = desk.drafts(None)
    for person in (own, publisher):
        answer = person.opens(f"/staff/drafts/{draft.id}/file")
        assert answer.data == spreadsheet()
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "ulykker%20i%20juni.csv" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
    assert [entry.who for entry in store.log() if entry.action == "draft_downloaded"] == ["editor-1", "publisher-1"]
    assert other.opens(f"/staff/drafts/{draft.id}/file").status_code == 404
    assert draft.file_name not in other.opens("/staff").text
    assert draft.file_name in publisher.opens("/staff").text


@pytest.mark.parametrize("end", ["cancel", "discard"])
def test_only_who_may_see_a_draft_can_end_it(people: Callable[[], Staff], desk: Desk, end: str) -> None:
    own, other = people().signs_in("editor-1"), people().signs_in("editor-2")
    uploads(own, (spreadsheet(), "june.csv"))
    (draft,) = desk.drafts(None)
    assert other.posts(f"/staff/drafts/{draft.id}/{end}").status_code == 303
    assert len(desk.drafts(None)) == 1
    assert own.opens(f"/staff/drafts/{draft.id}/{end}").status_code in (404, 405), "no GET changes anything"
    assert own.posts(f"/staff/drafts/{draft.id}/{end}").status_code == 303
    assert desk.drafts(None) == []
    assert "june.csv" in own.opens("/staff?lang=en").text, "it is said that it was erased"


def test_the_list_says_what_was_found_and_follows_what_is_being_read(staff: Staff, desk: Desk) -> None:
    staff.signs_in("editor-1")
    assert "Nothing is being worked on" in staff.opens("/staff?lang=en").text
    uploads(staff, (spreadsheet(), "june.csv"), (b"Fruit,Price\nApple,3\n", "fruit.csv"))
    for draft in desk.drafts(None):
        desk.settled(draft.id, PATIENCE)
    page = staff.opens("/staff?lang=en").text
    assert "data-poll" not in page
    assert "<dt>Killed</dt><dd>3</dd>" in page
    assert "does not say how many were killed" in page or "Fruit" in page
    draft = desk.drafts(None)[0]
    desk.change(draft.id, "editor-1", answers={"words:killed": "x"})
    assert "data-poll" in staff.opens("/staff?lang=en").text


def test_names_of_files_are_shown_as_text(staff: Staff, desk: Desk) -> None:
    staff.signs_in("editor-1")
    uploads(staff, (spreadsheet(), "<img src=x onerror=alert(1)>\u202e.csv"))
    page = staff.opens("/staff").text
    assert "<img" not in page
    assert "\u202e" not in page
