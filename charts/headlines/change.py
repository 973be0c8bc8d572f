"""Change between two periods in absolute numbers: 41 (2024) against 30 (2023), 11 more."""

from charts.headlines.numbers import number
from charts.headlines.told import Told
from charts.sentences import opening
from data.summaries.amounts import Amount


def change(
    told: Told, later: tuple[str, Amount], earlier: tuple[str, Amount], what: str, alike: bool = True
) -> str:  # fmt: skip
    """Each side as (name, amount), `what` in words.

    Of minima, and of periods of other lengths (not `alike`), no difference is said.
    """
    words, (now, before) = told.words, (later[1], earlier[1])
    values = {
        "what": opening(what), "later": number(now, words), "later_name": later[0],
        "earlier": number(before, words), "earlier_name": earlier[0],
    }  # fmt: skip
    if now.n is None or before.n is None or now.at_least or before.at_least or not alike:
        return told.sentence("headlines.change.plain", **values)
    by = now.n - before.n
    verdict = "same" if not by else "more" if by > 0 else "fewer"
    return told.sentence(f"headlines.change.{verdict}", by=abs(by), **values)
