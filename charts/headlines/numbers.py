"""People in a finding sentence: at least 70 people were killed and 312 injured, no one was killed, not recorded."""

from collections.abc import Mapping
from typing import Any

from data.summaries.amounts import Amount


def number(amount: Amount, words: Any, growing: bool = False) -> str:
    """4, at least 4, not recorded."""
    if amount.n is None:
        return str(words.say("charts.not_recorded"))
    text = words.number(amount.n)
    return str(words.say("charts.at_least", number=text) if _lower(amount, growing) else text)


def people(amounts: Mapping[str, Amount], words: Any, growing: bool = False) -> str:
    """Clauses of those whose number is known, "" where none is. Keys are killed, injured or casualties.

    One "at least" that stands before both numbers holds for both; where only one is a minimum, it stands last. Nobody
    stands last too.
    """
    known = [(key, one) for key, one in amounts.items() if is_known(one)]
    if len(known) > 1 and not any(one.known for _, one in known):
        return str(words.say("headlines.nobody_yet" if growing else "headlines.nobody"))
    known.sort(key=lambda pair: (not pair[1].known, _lower(pair[1], growing)))
    said_least = False
    clauses: list[str] = []
    for key, one in known:
        if not one.n:
            clauses.append(words.say(f"headlines.{key}.none_yet" if growing else f"headlines.{key}.none"))
            continue
        least = _lower(one, growing)
        text = number(Amount(one.n, least and not said_least), words)
        said_least = said_least or least
        clauses.append(words.say(f"headlines.{key}.{'then' if clauses else 'first'}", count=one.n, number=text))
    return str(words.list(clauses))


def missing(amounts: Mapping[str, Amount], other: float, words: Any) -> str:
    """What is not recorded, as the end of a sentence: "; how many were injured is not recorded"."""
    parts = [
        words.say(f"headlines.{key}.{'unknown' if one.n is None else 'not_all'}")
        for key, one in amounts.items()
        if not is_known(one)
    ]
    parts += [words.say("headlines.other", count=other)] if other else []
    return "; " + str(words.list(parts)) if parts else ""


def is_known(one: Amount) -> bool:
    """Of nobody "at least" nothing is known."""
    return one.n is not None and not (one.n == 0 and one.at_least)


def _lower(one: Amount, growing: bool) -> bool:
    return growing or one.at_least
