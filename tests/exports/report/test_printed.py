"""The report printed by the server's real browser, read back with pypdf."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import Any

import pytest
from pypdf import PdfReader

from exports.report.document import OPTIONS, pdf
from tests.exports.real_chrome import real_chrome
from tests.exports.sets import handed_set

pytestmark = pytest.mark.browser
CHARTS = "published_totals,by_district"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PdfReader]:
    with real_chrome(tmp_path_factory, "printed reports") as chrome:
        yield PdfReader(BytesIO(pdf(handed_set("nb", OPTIONS, charts=CHARTS), chrome)))


def test_it_has_title_language_tags_and_an_outline(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert "Drepte og skadde av miner" in str(reader.metadata.title)
    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"]
    headings = [one.title for one in chain(reader.outline, *(one for one in reader.outline if isinstance(one, list)))
                if not isinstance(one, list)]  # fmt: skip
    assert "Metode og kilder" in headings


def test_every_page_has_its_number_and_all_but_the_first_the_edition_and_the_address(reader: PdfReader) -> None:
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    for number, text in enumerate(pages, 1):
        assert f"{number} av {len(pages)}" in text
        if number > 1:
            assert "utgave 1 · https://figures.example.org" in text


def test_pages_are_a4_and_wide_tables_lie(reader: PdfReader) -> None:
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages}
    assert sizes == {(595, 842), (842, 595)}
