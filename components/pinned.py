"""What a page says of an edition that its address holds fast: which one, from when, and whether newer figures exist."""

from typing import Any

from data.frame import Edition


def pinned(number: int | None, shown: Edition, newest: Edition, link: str, words: Any) -> dict[str, str] | None:
    """None on a page that follows the newest. `link` is the same address without its edition."""
    if number is None:
        return None
    told = {"edition": str(shown.number), "published": shown.published_at.date()}
    if shown.number == newest.number:
        said, way = words.say("edition.pinned.newest", **told), words.say("edition.pinned.follow")
    else:
        newer = {"newest": str(newest.number), "newest_published": newest.published_at.date()}
        said = words.say("edition.pinned.older", **told, **newer)
        way = words.say("edition.pinned.show")
    return {"said": said, "way": way, "link": link}
