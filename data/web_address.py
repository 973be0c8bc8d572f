"""The parts of an address that somebody wrote, in a cell, a header or a parameter: also of one that is none."""

from urllib.parse import SplitResult, urlsplit

NONE = SplitResult("", "", "", "", "")


def parts_of(address: str) -> SplitResult:
    """As urlsplit; NONE where that raises, as for `http://[x]/`, so that no page fails for what stands in a cell."""
    try:
        return urlsplit(address)
    except ValueError:
        return NONE
