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

# The order of the page's list. A key is an address and a file.
_MODULES = {
    module.KEY: module
    for module in (
        over_time,
        years_compared,
        periods_compared,
        season,
        cross,
        killed_share,
        incident_size,
        district_map,
        rates,
        published_against_recorded,
        editions_compared,
    )
}
ANALYSES = tuple(_MODULES)
OPTIONS: dict[str, tuple[Option, ...]] = {key: module.OPTIONS for key, module in _MODULES.items()}
VIEWS = {key: module.view for key, module in _MODULES.items()}
