"""Short headings mean something only where the whole set of them stands side by side."""

import pytest

from data.intake.mapping.in_sets import meant_in_sets
from data.intake.report import report
from tests.data.intake.tables import taken


def test_a_set_that_is_not_whole_says_nothing() -> None:
    assert meant_in_sets(["Distrito", "VM", "FG", "FL"]) == {
        "VM": "vítimas mortais", "FG": "feridos graves", "FL": "feridos leves",
    }  # fmt: skip
    assert meant_in_sets(["Distrito", "VM", "FL"]) == {}
    assert meant_in_sets(["VM", "FG", "FL", "FL"]) == {}


@pytest.mark.parametrize(
    ("headings", "row", "killed", "injured"),
    [
        ("VM | FG | FL", "1 | 2 | 4", 1, 6),
        ("Killed | Serious | Slight", "1 | 2 | 4", 1, 6),
        ("TOTAL_MU24H | TOTAL_HG24H | TOTAL_HL24H | TOTAL_VICTIMAS_24H | TOTAL_MU30DF | TOTAL_HG30DF | TOTAL_HL30DF | "
         "TOTAL_VICTIMAS_30DF", "0 | 3 | 4 | 7 | 1 | 2 | 4 | 7", 1, 6),
    ],
)  # fmt: skip
def test_the_figures_of_a_set_are_added_once(headings: str, row: str, killed: int, injured: int) -> None:
    rows = [f"2021-0{n}-02 | {row}" for n in range(1, 7)]
    said = report(taken("\n".join([f"Data | {headings}", *rows])))
    assert (said["killed"], said["injured"]) == (6 * killed, 6 * injured)
