"""Which chart becomes what on a slide: one line for each chart there is."""

from collections.abc import Callable
from typing import Any

from charts.view import View
from exports.slides import by_groups, by_places, over_days
from exports.slides.native import Bars, Native

KINDS: dict[str, Callable[[View, Any], Native]] = {
    "published_totals": over_days.statements,
    "by_period": by_groups.spans,
    "reported_accidents": over_days.columns_of_time,
    "by_district": by_groups.breakdown,
    "by_status": by_groups.breakdown,
    "by_device": by_groups.breakdown,
    "by_activity": by_groups.breakdown,
    "over_time": over_days.columns_of_time,
    "season": by_groups.shaded,
    "rates": over_days.rates,
    "years_compared": over_days.years,
    "periods_compared": by_groups.two_periods,
    "cross": by_groups.crossed,
    "killed_share": by_groups.shares,
    "incident_size": by_groups.sizes,
    "district_map": by_places.district_map,
    "published_against_recorded": over_days.against,
    "editions_compared": by_groups.as_it_is,
}


def native_of(view: View, words: Any) -> Native | None:
    """What a View becomes; None where there is nothing to draw."""
    if view.empty or not view.table.rows:
        return None
    native = KINDS[view.chart](view, words)
    # Where too little is known for a single mark (a share of one casualty), the table says what there is.
    bare = isinstance(native, Bars) and not native.categories
    return by_groups.as_it_is(view, words) if bare else native
