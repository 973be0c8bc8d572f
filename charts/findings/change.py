"""Whether two counts differ by more than chance, said in a sentence or a few."""

from dataclasses import dataclass
from typing import Any

from charts.findings.amounts import bare, chance, counted, percent
from data.statistics.low_count import change
from data.statistics.two_counts import CLEAR, Difference, two_counts

# A leap year is a year: lengths that differ by less are taken as equal; what differs by more is tested and said.
SAME_LENGTH = 1.02


@dataclass(frozen=True, slots=True)
class Side:
    """One of two counts: `name` in words ("2024"), `n`, the `days` it was counted over, whether it is a minimum.

    `span`: the name is no single month or year ("February 2025 to January 2026") and cannot follow an "in".
    """

    name: str
    n: float
    days: float
    at_least: bool = False
    span: bool = False


def finding_change(earlier: Side, later: Side, what: str, words: Any, *, clustering: float = 1.0) -> str:
    """Whether two counts of `what` differ by more than chance. `what` is accidents, casualties, killed or injured.

    `clustering` (data.statistics.dispersion.clustering of the selected casualties per accident) widens the test where
    people are counted, since those of one accident come together; 1 for accidents. Compare finished periods only.
    """
    lengths = _lengths(earlier, later)
    found = two_counts(earlier.n, later.n, lengths, clustering=clustering)
    told = {
        "later": _side(counted(later.n, what, words, later.at_least), later, words),
        "earlier": _side(bare(earlier.n, words, earlier.at_least), earlier, words),
        "method": _method(clustering, words),
    }
    sentences = [_verdict(earlier, later, found, clustering, told, words)]
    incomplete = earlier.at_least or later.at_least
    if found.clear and not incomplete:
        sentences.append(_size(earlier, later, found, words))
    if lengths[0] != lengths[1]:
        sentences.append(words.say("findings.change.lengths", earlier=earlier.days, later=later.days))
    if incomplete:
        sentences.append(words.say("findings.change.minimum"))
    return " ".join(sentence for sentence in sentences if sentence)


def _verdict(
    earlier: Side, later: Side, found: Difference, clustering: float, told: dict[str, str], words: Any
) -> str:  # fmt: skip
    if not earlier.n + later.n:
        return str(words.say("findings.change.none", **told))
    if not found.clear and _too_few(earlier, later, clustering):
        return str(words.say("findings.change.few", **told))
    if earlier.n == later.n and found.p == 1:
        return str(words.say("findings.change.same", **told))
    told = {**told, "chance": chance(found.p, "change", words)}
    return str(words.say("findings.change.clear" if found.clear else "findings.change.unclear", **told))


def _too_few(earlier: Side, later: Side, clustering: float) -> bool:
    """Whether not even all cases on one side would be clear."""
    n, lengths = earlier.n + later.n, _lengths(earlier, later)
    ends = (two_counts(0, n, lengths, clustering=clustering), two_counts(n, 0, lengths, clustering=clustering))
    return min(end.p for end in ends) >= CLEAR


def _size(earlier: Side, later: Side, found: Difference, words: Any) -> str:
    """By how many percent, with its interval; "" on a base that is too small (then the two counts say it)."""
    lengths = _lengths(earlier, later)
    by = change(earlier.n, later.n, lengths).percent
    if by is None:
        return ""
    if by < 0:
        ends = (percent(1 - found.ratio), percent(1 - found.high), percent(1 - found.low))
    else:
        ends = (percent(found.ratio - 1), percent(found.low - 1), percent(found.high - 1))
    told = {"percent": ends[0], "low": ends[1], "high": ends[2]}
    per_day = "" if lengths[0] == lengths[1] else ".per_day"
    return str(words.say(f"findings.change.{'fewer' if by < 0 else 'more'}{per_day}", **told))


def _lengths(earlier: Side, later: Side) -> tuple[float, float]:
    short, long = sorted((earlier.days, later.days))
    return (short, short) if long <= SAME_LENGTH * short else (earlier.days, later.days)


def _side(count: str, side: Side, words: Any) -> str:
    """41 accidents in 2024; a span stands in brackets."""
    return str(words.say("findings.over" if side.span else "findings.in", count=count, name=side.name))


def _method(clustering: float, words: Any) -> str:
    if clustering > 1:
        return str(words.say("findings.method.change.people", factor=round(clustering, 1)))
    return str(words.say("findings.method.change"))
