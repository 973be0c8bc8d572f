"""The address of a set: every move of a chart is another address, and what the charts ask for stays with them."""

from components.share_set import SetAddress, set_of_one

QUERY = [
    ("lang", "en"), ("charts", "by_district,over_time,over_time-2"), ("from", "2022-01-01"),
    ("over_time-2.of", "killed"), ("edition", "3"),
]  # fmt: skip
SET = SetAddress.of(QUERY)


def test_it_is_written_as_it_is_read() -> None:
    assert SET.hidden() == QUERY
    assert SET.link == (
        "/share?lang=en&charts=by_district,over_time,over_time-2&from=2022-01-01&over_time-2.of=killed&edition=3"
    )
    assert SET.hidden("from", "edition") == [QUERY[0], QUERY[1], QUERY[3]]


def test_charts_move_but_not_beyond_the_ends() -> None:
    up = SET.moved("over_time-2", -1)
    assert up is not None
    assert up.names == ("by_district", "over_time-2", "over_time")
    assert SET.moved("by_district", -1) is None
    assert SET.moved("over_time-2", 1) is None


def test_what_leaves_takes_its_own_choices_along_and_the_last_one_stays() -> None:
    left = SET.without("over_time-2")
    assert left is not None
    assert left.pairs == (("from", "2022-01-01"), ("edition", "3"))
    assert SetAddress("en", ("by_district",)).without("by_district") is None


def test_the_same_chart_again_has_a_name_of_its_own() -> None:
    more = SET.with_chart("over_time")
    assert more is not None
    assert more.names[-1] == "over_time-3"
    full = SetAddress("en", ("season", *(f"season-{number}" for number in range(2, 10))))
    assert full.with_chart("season") is None


def test_a_set_grows_from_one_chart_with_its_own_selection() -> None:
    one = set_of_one("cross", "nb", [("district", "AZ-AGM"), ("rows", "device")], 2)
    assert one.link == "/share?lang=nb&charts=cross&cross.district=AZ-AGM&cross.rows=device&edition=2"
