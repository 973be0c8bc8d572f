"""An address that is none has no parts, and fails no page that would show it."""

import pytest

from data.web_address import NONE, parts_of


@pytest.mark.parametrize("address", ["http://[zz]/", "http://[::1", "https://a\u2100b/"])
def test_what_cannot_be_read_has_no_parts(address: str) -> None:
    assert parts_of(address) == NONE
    assert parts_of("https://example.org/a").hostname == "example.org"
