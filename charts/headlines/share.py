"""The share of killed: 12 of the 80 people whose outcome is recorded were killed (15%)."""

from charts.headlines.told import Told
from charts.shares import percent
from data.statistics.low_count import may_have_percent


def share(told: Told, killed: float, total: float) -> str:
    """Under ten people no percentage is said. `total` is at least one."""
    values = {"count": killed, "killed": killed, "total": total}
    if total == 1:
        return told.sentence("headlines.share.only_killed" if killed else "headlines.share.only_injured")
    if not killed:
        return told.sentence("headlines.share.none", total=total)
    if killed == total:
        return told.sentence("headlines.share.all", total=total)
    if not may_have_percent(total):
        return told.sentence("headlines.share.few", **values)
    return told.sentence("headlines.share", percent=percent(killed / total, told.words), **values)
