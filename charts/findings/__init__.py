"""Sentences that say whether what is seen is real: how large, how sure, by which test, and when nothing is claimed."""

from charts.findings.change import Side, finding_change
from charts.findings.level import finding_break
from charts.findings.share import finding_share
from charts.findings.trend import finding_trend

__all__ = ["Side", "finding_break", "finding_change", "finding_share", "finding_trend"]
