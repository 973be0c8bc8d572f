"""Forms made to break something: more fields than a page has, JSON without end, names that no cookie can hold."""

import io
import json
import re

import pytest

from data.drafts import Desk
from data.intake.offers import Offer
from data.intake.result import Question
from data.store import Store
from routes.staff.choices_form import Unfit, answered, changed
from tests.data.drafts.conftest import spreadsheet
from tests.routes.staff.actors import Staff
from tests.routes.staff.conftest import SETTINGS

PATIENCE = 60
WIDE = 450  # columns


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk.of(store, SETTINGS)


def test_a_choice_can_be_changed_in_a_sheet_with_hundreds_of_columns(staff: Staff, desk: Desk) -> None:
    """The page sends three fields for each column, as multipart where it has scripts."""
    staff.signs_in("editor-1")
    lines = spreadsheet(3).decode().splitlines()
    heads, cells = (",".join(f"{word}{at}" for at in range(WIDE)) for word in ("Extra ", "x"))
    wide = "\n".join([f"{lines[0]},{heads}", *(f"{line},{cells}" for line in lines[1:])])
    staff.posts("/staff/upload", file=[(io.BytesIO(wide.encode()), "wide.csv")])
    draft = desk.settled(desk.drafts(None)[0].id, PATIENCE)
    form: dict[str, str] = {}
    for at, offer in enumerate(desk.intake(draft.id).offers):
        if offer.kind == "column":
            value = "status" if offer.heading == "Extra 7" else str(offer.value)
            form |= {f"id-{at}": json.dumps(offer.id), f"was-{at}": str(offer.value), f"value-{at}": value}
    assert len(form) > 3 * WIDE
    form["csrf_token"] = staff.token()
    answer = staff.client.post(f"/staff/drafts/{draft.id}/choices", data=form, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert list(desk.draft(draft.id).answers) == ["column:Extra 7"]


@pytest.mark.parametrize("value", ["[" * 2000, '{"a":' * 400, "9" * 1999, "NaN", '"\\ud800"', "null", ""])
def test_an_id_that_is_no_text_is_refused(value: str) -> None:
    with pytest.raises(Unfit):
        changed({"id-1": value, "value-1": "x"}, [])
    with pytest.raises(Unfit):
        answered({"id-1": value, "value-1": "x"}, [])


def test_a_year_is_taken_for_the_sheets_of_the_file_only() -> None:
    form = {"id-1": '"year"', "part-1-0": '"\\ud800"', "value-1-0": "2021"}
    with pytest.raises(Unfit):
        answered(form, [Question("year", "year", "date_from", guess={"2021": "2021", "2022": "2022"})])
    with pytest.raises(Unfit):
        changed(form, [Offer("year", "year", {"2021": "2021"}, (), None, "given", None, None, ())])
    good = form | {"part-1-0": '"2021"'}
    assert answered(good, [Question("year", "year", "date_from", guess={"2021": "2021"})]) == {"year": {"2021": "2021"}}


def test_what_is_to_be_said_of_many_files_fits_into_a_cookie(staff: Staff) -> None:
    """Browsers drop a cookie of more than 4,096 bytes, and everything that was to be said with it."""
    staff.signs_in("editor-1")
    names = ["".join(chr(0x4E00 + (at * 7919 + 104729 * letter) % 20_000) for letter in range(115)) for at in range(20)]
    answer = staff.posts("/staff/upload", file=[(io.BytesIO(b""), f"{name}.csv") for name in names])
    assert max(len(cookie) for cookie in answer.headers.getlist("Set-Cookie")) < 4_000
    page = staff.opens("/staff?lang=en").text
    assert [name for name in names if name in page] == names[:3]
    assert "17 more files were not kept." in page


def test_a_copied_cookie_is_not_signed_anew_after_its_owner_signed_out(staff: Staff) -> None:
    """Else it would be young again when the end of its session has been forgotten (accounts.sessions.IDLE)."""
    staff.signs_in("editor-1")
    staff.posts("/staff/upload")  # leaves something to be said, which the next page takes out of the cookie
    copied = staff.client.get_cookie("minetall")
    assert copied is not None
    staff.signs_out()
    staff.client.set_cookie("minetall", copied.value)
    page = staff.opens("/staff/sign-in")
    assert page.status_code == 200
    with staff.client.session_transaction() as left:
        assert not {"_user_id", "session"} & set(left)
    assert re.search(r'name="csrf-token" content="[^"]+"', page.text)
