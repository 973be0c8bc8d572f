"""The whole row of a record: for those who are signed in, with what is kept from everybody else."""

import pytest

from data.store import Store
from tests.data.record.cases import KEY, published


@pytest.fixture
def address(store: Store) -> str:
    published(store)
    return f"/staff/record/{KEY}/{store.current().frames[KEY].records['record_id'].iloc[2]}"


def test_only_staff_see_notes_and_why_a_cell_was_mended(staff, address: str) -> None:
    stranger = staff.opens(f"{address}?lang=en")
    assert stranger.status_code != 200
    assert "ask +00" not in stranger.text
    page = staff.signs_in("editor-1").opens(f"{address}?lang=en").text
    for text in ("ask +00 000 00 000", "51", "one digits too many"):
        assert text in page
    assert "Person Three" not in page, "names were never stored"


def test_the_two_pages_lead_to_each_other(staff, address: str) -> None:
    public = staff.opens(f"{address.removeprefix('/staff')}?lang=en&edition=1").text
    assert f'href="{address}?lang=en&amp;edition=1"' in public
    page = staff.signs_in("editor-1").opens(f"{address}?lang=en&edition=1").text
    assert f'href="{address.removeprefix("/staff")}?edition=1&amp;lang=en"' in page


@pytest.mark.parametrize(
    "path", [f"/staff/record/{KEY}/none", "/staff/record/none/none", "/staff/record/none/n?edition=9"]
)
def test_what_is_not_there_is_not_found(staff, address: str, path: str) -> None:
    assert staff.signs_in("editor-1").opens(path).status_code == 404


def test_a_site_without_staff_pages_leads_to_none(serve, address: str) -> None:
    page = serve(staff=False).test_client().get(address.removeprefix("/staff")).text
    assert "kept for staff" in page or "medarbeidere" in page
    assert "/staff/" not in page
