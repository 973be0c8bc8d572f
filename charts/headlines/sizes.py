"""How large accidents were: 41 accidents with a recorded number, and the most in one of them."""

from charts.headlines.numbers import number
from charts.headlines.told import Told
from data.summaries.amounts import Amount


def sizes(told: Told, accidents: int, most: Amount | None) -> str:
    """`most` are the casualties of the largest, None where no accident had two or more; `accidents` above zero."""
    if most is None or accidents < 2:
        return told.sentence("headlines.sizes", count=accidents)
    return told.sentence("headlines.sizes.largest", count=accidents, most=number(most, told.words))
