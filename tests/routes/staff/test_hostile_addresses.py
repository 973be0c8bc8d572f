"""Addresses and forms with numbers that are none, or that no database can count: refused in words, never a fault."""

import pytest

from data.store import Store
from tests.data.factory import make_dataset
from tests.routes.staff.actors import Staff

NUMBERS = ("-1", "0", "9" * 30, "9" * 5000, "1e3", "٣", "\x00", "x")


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_no_number_breaks_a_page(staff: Staff, store: Store, number: str) -> None:
    store.add_dataset(make_dataset("reported_accidents"), "tests")
    store.publish({}, {"nb": "# Tekst"}, "tests")
    staff.signs_in("publisher-1")
    pages = [
        f"/staff/published/{number}", f"/staff/history?before={number}", f"/staff/history/reported_accidents/{number}",
        f"/staff/history/reported_accidents/compare?a={number}&b={number}", f"/staff/text/versions/nb/{number}",
        f"/staff/text/versions/nb/1?against={number}", f"/staff/trail?page={number}&first={number}&last={number}",
    ]  # fmt: skip
    codes = {path[:60]: staff.opens(path).status_code for path in pages}
    forms = {
        "/staff/history/go-back": {"edition": number, "expected": "1"},
        f"/staff/text/versions/nb/{number}/take": {},
        "/staff/text/undo": {"edition": number, "note": "x"},
        "/staff/datasets/reported_accidents": {"seen": number},
    }
    codes |= {path[:60]: staff.posts(path, **form).status_code for path, form in forms.items()}
    assert {path: code for path, code in codes.items() if code >= 500} == {}
    assert store.editions()[-1].number == 1
