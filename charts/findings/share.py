"""Which share of casualties was killed, with its interval, said in a sentence or a few."""

from typing import Any

from charts.findings.amounts import percent
from data.statistics.low_count import NO_PERCENT_UNDER, may_have_percent
from data.statistics.wilson import wilson


def finding_share(killed: float, total: float, words: Any, *, unknown: float = 0, at_least: bool = False) -> str:
    """The killed share of `total` casualties of known outcome with its interval; `unknown` are left out of it."""
    sentences = []
    if not total:
        sentences.append(words.say("findings.share.none"))
    elif not may_have_percent(total):
        sentences.append(words.say("findings.share.few", count=total, killed=killed, needed=NO_PERCENT_UNDER))
    else:
        low, high = wilson(killed, total)
        told = {"share": percent(killed / total), "low": percent(low), "high": percent(high)}
        sentences += [words.say("findings.share", killed=killed, total=total, **told),
                      words.say("findings.share.independent")]  # fmt: skip
    if unknown:
        sentences.append(words.say("findings.share.unknown", count=unknown))
    if at_least and total:
        sentences.append(words.say("findings.share.minimum"))
    return " ".join(sentences)
