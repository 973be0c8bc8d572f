"""The panel: every format and script of the records that are shown, by addresses that answer, and the citation."""

import pytest

from components.take_away import panel, take_away
from data.selection import Selection
from exports.records import FORMATS
from routes.export_records import TYPES
from settings import Settings
from tests.data.factory import make_edition, make_frame
from texts.words import LANGUAGES, Words

SELECTION = Selection.from_query([("from", "2021"), ("not.device", "antivehicle")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_offered_with_what_it_is(language: str) -> None:
    offered = take_away(make_frame(), SELECTION, None, Words(language))
    assert [each.link.partition("?")[0] for each in offered] == [f"/export/records.{name}" for name in TYPES]
    assert set(FORMATS) < set(TYPES)
    assert len({each.label for each in offered}) == len({each.what for each in offered}) == len(TYPES)
    for each in offered:
        query = each.link.partition("?")[2]
        assert query == f"lang={language}&dataset=reported_accidents&from=2021-01-01&not.device=antivehicle"


def test_a_pinned_page_offers_pinned_files() -> None:
    assert all(each.link.endswith("&edition=4") for each in take_away(make_frame(), SELECTION, 4, Words("en")))


def test_datasets_side_by_side_are_cited_apart() -> None:
    edition = make_edition(number=7)
    frames = (edition.frames["reported_accidents"], edition.frames["period_totals"])
    told = panel(frames, SELECTION, edition, None, Settings(public_url="https://figures.example.org"), Words("en"))
    assert [one["key"] for one in told] == ["reported_accidents", "period_totals"]
    for one in told:
        assert f"dataset={one['key']}" in one["cite"]
        assert "edition=7" in one["cite"]
        assert one["title"] in one["cite"]
