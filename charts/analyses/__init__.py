"""The charts of /explore: each from an edition and what is Asked to a View; one file each, with its options."""

from charts.analyses import (
    cross,
    district_map,
    editions_compared,
    incident_size,
    killed_share,
    over_time,
    periods_compared,
    published_against_recorded,
    rates,
    season,
    years_compared,
)
from charts.options import Option

# The order of the page's list, which puts like beside like (GROUPS). A key is an address and a file.
_MODULES = {
    module.KEY: module
    for module in (
        over_time,
        season,
        rates,
        years_compared,
        periods_compared,
        cross,
        killed_share,
        incident_size,
        district_map,
        published_against_recorded,
        editions_compared,
    )
}
ANALYSES = tuple(_MODULES)
# What a reader asks about -> its analyses; together all of them, in their order.
GROUPS: dict[str, tuple[str, ...]] = {
    "time": (over_time.KEY, season.KEY, rates.KEY),
    "compare": (years_compared.KEY, periods_compared.KEY),
    "fields": (cross.KEY, killed_share.KEY, incident_size.KEY),
    "map": (district_map.KEY,),
    "published": (published_against_recorded.KEY, editions_compared.KEY),
}
OPTIONS: dict[str, tuple[Option, ...]] = {key: module.OPTIONS for key, module in _MODULES.items()}
VIEWS = {key: module.view for key, module in _MODULES.items()}
