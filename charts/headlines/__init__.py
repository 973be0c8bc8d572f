"""The finding of a chart in one sentence that stands alone: one file per kind of sentence, numbers and words in."""

from charts.headlines.against import against
from charts.headlines.change import change
from charts.headlines.counted import counted
from charts.headlines.editions import editions, statements_changed
from charts.headlines.largest import Part, largest
from charts.headlines.nothing import nothing
from charts.headlines.of_cases import field_name, largest_of, measure_of, totals_of
from charts.headlines.peak import peak
from charts.headlines.range import between
from charts.headlines.share import share
from charts.headlines.sizes import sizes
from charts.headlines.social import social_text
from charts.headlines.told import Told, told_of
from charts.headlines.totals import totals

__all__ = [
    "Part", "Told", "against", "between", "change", "counted", "editions", "field_name", "largest",
    "largest_of", "measure_of", "nothing", "peak", "share",
    "sizes", "social_text", "statements_changed", "told_of", "totals", "totals_of",
]  # fmt: skip
