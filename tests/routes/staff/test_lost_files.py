"""What is said when the file of a draft, or what was read of it, is gone from the disk or damaged there."""

import io
import shutil

import pytest

from data.drafts import Desk
from data.store import Store
from tests.data.drafts.conftest import spreadsheet
from tests.routes.staff.actors import Staff
from tests.routes.staff.conftest import SETTINGS

PATIENCE = 60
PAGES = ("", "/problems", "/agreement", "/publish")


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk.of(store, SETTINGS)


@pytest.fixture
def draft(staff: Staff, desk: Desk) -> str:
    """The id of one that has been read."""
    staff.signs_in("editor-1")
    staff.posts("/staff/upload", file=[(io.BytesIO(spreadsheet(3) + b"2024-05-07,Agdam,many,0\n"), "june.csv")])
    (one,) = desk.drafts(None)
    return desk.settled(one.id, PATIENCE).id


def test_a_file_that_is_gone_is_said_to_be(staff: Staff, desk: Desk, draft: str) -> None:
    desk.file(draft).unlink()
    for path in ("file", "marked.xlsx"):
        answer = staff.opens(f"/staff/drafts/{draft}/{path}?lang=en", follow_redirects=True)
        assert answer.status_code == 200
        assert "is no longer whole on the server" in answer.text
    assert staff.posts(f"/staff/drafts/{draft}/discard").status_code == 303
    assert desk.drafts(None) == []


@pytest.mark.parametrize("damage", ["gone", "cut", "rubbish"])
def test_a_reading_that_is_lost_is_made_once_more(staff: Staff, desk: Desk, draft: str, damage: str) -> None:
    before = desk.intake(draft)
    folder = desk.folder.kept(draft, 1)
    if damage == "gone":
        shutil.rmtree(folder)
    else:
        kept = folder / ("intake.json" if damage == "cut" else "records.parquet")
        kept.write_bytes(kept.read_bytes()[:40] if damage == "cut" else b"PAR1 and nothing else PAR1")
    assert {staff.opens(f"/staff/drafts/{draft}{page}").status_code for page in PAGES} == {200}
    assert desk.settled(draft, PATIENCE).state == "read"
    after = desk.intake(draft)
    assert after.records.equals(before.records)
    assert "<h2" in staff.opens(f"/staff/drafts/{draft}/problems").text
    assert after.problems == before.problems
