"""Whole numbers in addresses and forms: names of versions and editions, never larger than a database can count."""

from data.pinned import LAST

# In a rule; a larger number is an address that does not exist.
NUMBER = f"<int(max={LAST}):number>"


def whole(text: str) -> int:
    """For `get(..., type=whole)`: 0 to LAST in ASCII digits. Raises ValueError."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST))):
        raise ValueError(text[:20])
    return int(text)
