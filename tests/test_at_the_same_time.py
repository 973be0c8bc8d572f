"""Eight readers ask one app for different selections at once: each gets what it would get alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from app import create_app
from charts import ANALYSES
from settings import Settings
from tests.data.factory import make_edition
from tests.routes.conftest import Shelf

THREADS, ROUNDS = 8, 2
SELECTIONS = ("", "from=2021&to=2022", "outcome=injured", "not.district=AZ-AGM", "status=civilian", "from=1950&to=1951")
ADDRESSES = [
    *(f"/export/{chart}.json?lang=en&{SELECTIONS[i % len(SELECTIONS)]}" for i, chart in enumerate(ANALYSES)),
    *(f"/explore.json?lang=nb&{selection}" for selection in SELECTIONS),
    *(f"/api/v1/summaries?by=district&{selection}" for selection in SELECTIONS),
    *(f"/export/records.csv?lang=en&{selection}" for selection in SELECTIONS[:3]),
]


def app():  # type: ignore[no-untyped-def]
    """Of frames that nothing has been asked of, so that everything kept with them is made again."""
    settings = Settings(site_name="Figures", public_url="https://figures.example.org", staff=False)
    return create_app(settings, Shelf(make_edition()), lambda: date(2026, 3, 20)).server  # type: ignore[arg-type]


def test_answers_at_the_same_time_are_those_given_alone() -> None:
    alone = app()
    expected = {path: alone.test_client().get(path).get_data() for path in ADDRESSES}
    for turn in range(ROUNDS):
        together = app()

        def ask(path: str, server=together) -> tuple[str, int, bytes]:  # type: ignore[no-untyped-def]
            answer = server.test_client().get(path)
            return path, answer.status_code, answer.get_data()

        order = ADDRESSES[turn:] + ADDRESSES[:turn]
        with ThreadPoolExecutor(THREADS) as threads:
            told = list(threads.map(ask, order))
        assert [path for path, status, _ in told if status != 200] == []
        assert [path for path, _, body in told if body != expected[path]] == []
