"""The lines of a filter's values: the same line for the same value, with the links of the address that it stands in."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from components.document import fill
from components.explore_address import ExploreAddress
from components.explore_values import lines
from data.summaries.amounts import Amount
from data.summaries.facets import Value
from texts.words import Words

ODD = 'A & B "<daily>" é+1'


def line(query: str, field: str, key: str, size: float = 4) -> str:
    address = ExploreAddress.read(parse_qsl(query), "en")
    encoded = {pair: urlencode([pair]) for pair in address.pairs("page")}
    value = Value(key, size, size, 0, 1, False)
    return str(lines(fill, field, [(value, Amount(size))], 8, address, encoded, Words("en")))


def link(line: str, kind: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(unescape(found(rf'class="{kind}" href="([^"]*)"', line))).query)


def found(pattern: str, line: str) -> str:
    match = re.search(pattern, line)
    assert match, f"{pattern} is not in {line}"
    return match[1]


@pytest.mark.parametrize("key", ["Gazette", ODD])
def test_a_value_may_hold_any_sign(key: str) -> None:
    told = line("device=antivehicle", "reported_in", key)
    assert unescape(found('<input type="checkbox" name="reported_in" value="([^"]*)"', told)) == key
    assert unescape(found("> <span>([^<]*)</span></label>", told)) == key
    assert link(told, "leave") == [("lang", "en"), ("device", "antivehicle"), ("not.reported_in", key)]
    assert link(told, "value-count") == [("lang", "en"), ("device", "antivehicle"), ("reported_in", key)]


def test_the_same_value_is_told_anew_in_another_address() -> None:
    first, second = (line(query, "district", "AZ-AGM", size) for query, size in (("", 4), ("from=2021&sort=killed", 8)))
    number = r'--share: (\S+%)">\d+<'
    assert (found(number, first), found(number, second)) == ("50.0%", "100.0%")
    assert ">4</a>" in first
    assert ">8</a>" in second
    assert link(first, "leave") == [("lang", "en"), ("not.district", "AZ-AGM")]
    assert ("from", "2021-01-01") in link(second, "leave")


def test_what_is_chosen_can_be_left_out_and_what_is_left_out_taken_in() -> None:
    chosen = line("district=AZ-AGM&district=AZ-FUZ", "district", "AZ-AGM")
    assert "checked" in chosen
    assert link(chosen, "leave") == [("lang", "en"), ("district", "AZ-FUZ"), ("not.district", "AZ-AGM")]
    gone = line("not.district=AZ-AGM&not.district=AZ-FUZ", "district", "AZ-AGM")
    assert 'type="hidden" name="not.district" value="AZ-AGM"' in gone
    assert link(gone, "leave") == [("lang", "en"), ("not.district", "AZ-FUZ")]
