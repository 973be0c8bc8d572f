"""One written word or phrase to the category that it means, in any of the languages, or None when no rule is sure."""

import re
from functools import lru_cache

from data.fields import NOT_STATED, UNKNOWN
from data.intake.mapping.words import phrases, single_words, tokens

# A meaning beside the categories of `outcome`: unhurt, missing, displaced, arrested, abducted. Such a person is no
# casualty. The same word is the answer for codes (mapping/outcomes.py).
NOT_COUNTED = "not_counted"
_BRACKETS = re.compile(r"[(\[](.*?)[)\]]")
# Words (and signs, which are no tokens) between two things of which one or both are meant.
_AND, _OR = single_words("joining", "and"), single_words("joining", "or")
NEGATIONS, _PERHAPS = single_words("joining", "not"), single_words("joining", "perhaps")
# Where several categories are named for one thing, the first of these that is among them is meant.
_FIRST = {
    "activity": ("demining", "herding", "farming", "construction", "gathering", "play", "visiting", "military_duty",
                 "travelling", "other"),
    "device": ("improvised", "cluster_remnant", "antipersonnel", "antivehicle", "mine_unspecified", "other_erw",
               UNKNOWN, NOT_STATED),
    "status": ("military_security", "mine_action_staff", "civilian", "other"),
    "outcome": ("killed", "injured", "not_counted"),
    "age_group": (), "sex": (), "confidence": (), "verification": ("disputed",), "in_official_scope": ("partly",),
}  # fmt: skip
_FIRST_SAYS = frozenset(("activity", "outcome"))  # whatever follows the first thing named describes it
_MINES = frozenset(("antipersonnel", "antivehicle", "mine_unspecified"))
# What a word in brackets may say more exactly than the word before it.
_FINER = {
    "mine_unspecified": frozenset(("antipersonnel", "antivehicle", "improvised")),
    "other_erw": frozenset(("cluster_remnant",)),
    UNKNOWN: frozenset(
        ("antipersonnel", "antivehicle", "mine_unspecified", "improvised", "cluster_remnant", "other_erw")
    ),
    NOT_STATED: frozenset(
        ("antipersonnel", "antivehicle", "mine_unspecified", "improvised", "cluster_remnant", "other_erw")
    ),
}


@lru_cache(maxsize=100_000)
def read_word(field: str, text: str) -> str | None:
    """A category of `field`, not_stated, unknown, not_counted (of outcome), or None: not understood."""
    words = tokens(text)
    known = phrases(f"values.{field}")
    exact = known.exact(words) or phrases("missing").exact(words)
    if len(exact) == 1:
        return next(iter(exact))
    main, remark = _BRACKETS.sub(" ", text).strip(), " ".join(_BRACKETS.findall(text))
    if not tokens(main):
        main, remark = remark, ""
    meaning = _phrase(field, main)
    if meaning is None and remark and not _missing(main):
        return _phrase(field, remark)
    return _finer(field, meaning, remark) if remark and meaning else meaning


def _missing(text: str) -> str | None:
    """not_stated or unknown where the text says only that."""
    words = tokens(text)
    found = phrases("missing").exact(words)
    return next(iter(found)) if len(found) == 1 else None


def _phrase(field: str, text: str) -> str | None:
    """The category of a text without brackets."""
    known = phrases(f"values.{field}")
    exact = known.exact(tokens(text))
    if len(exact) == 1:
        return next(iter(exact))
    missing = _missing(text)
    if missing:
        return missing
    parts = _alternatives(text)
    meanings = [_single(field, part) for part in parts]
    if len(parts) == 1:
        return meanings[0]
    named = [meaning for meaning in meanings if meaning]
    if len(set(named)) > 1:
        return _mixed(field, frozenset(named), _either(text))
    # of "ANAMA and gizmo" a part is not understood; what follows a comma, or the verb of an activity, only describes
    # ("travel, road agency", "collecting food, water or wood", "injured, treated in the clinic or at home")
    described = field == "device" and not _either(text) and _AND.isdisjoint(tokens(text))
    described = described or (field in _FIRST_SAYS and meanings[0] is not None)
    return named[0] if named and (len(named) == len(parts) or described) else None


def _alternatives(text: str) -> list[str]:
    divided = re.split(r"[/&+;]|,(?=\s)", text)
    parts: list[list[str]] = []
    for piece in divided:
        parts.append([])
        for word in re.findall(r"\S+", piece):
            if tokens(word) and tokens(word)[0] in _AND | _OR and len(tokens(word)) == 1:
                parts.append([])
            else:
                parts[-1].append(word)
    return [" ".join(part) for part in parts if any(tokens(word) for word in part)] or [text]


def _either(text: str) -> bool:
    return "/" in text or not _OR.isdisjoint(tokens(text))


def _mixed(field: str, named: frozenset[str], either: bool) -> str | None:
    """Several categories beside each other: "civilian and military", "mine or UXO", "construction, then rescue"."""
    match field:
        case "status" | "sex" | "age_group":
            return NOT_STATED
        case "device":
            certain = named - {NOT_STATED}
            if certain <= _MINES and len(certain) > 1:
                return _device(certain)
            return next(iter(certain)) if len(certain) == 1 else _device(certain) if not either else UNKNOWN
        case "activity":
            return UNKNOWN if either and "demining" not in named else _first(field, named)
        case "in_official_scope":
            return "partly"
        case "outcome":  # "missing, presumed dead"
            return UNKNOWN if UNKNOWN in named else None
        case _:
            return None


def _single(field: str, text: str) -> str | None:
    """One thing, which several words may describe."""
    words = tokens(text)
    exact = phrases(f"values.{field}").exact(words)
    if len(exact) == 1:
        return next(iter(exact))
    matches = phrases(f"values.{field}").find(words)
    if any(match.start and words[match.start - 1] in NEGATIONS for match in matches):
        return None
    named = frozenset(category for match in matches for category in match.categories)
    if not named:
        return None
    hedged = not _PERHAPS.isdisjoint(words)
    if field == "device":
        device = _device(named)
        return device if not hedged else "mine_unspecified" if device in _MINES else UNKNOWN
    if hedged and field in ("outcome", "status", "sex", "age_group", "activity"):
        return UNKNOWN
    if field == "status" and named == {"military_security", "civilian"}:
        return None
    return next(iter(named)) if len(named) == 1 else _first(field, named)


def _device(named: frozenset[str]) -> str:
    """ "mine explosion" is a mine; an anti-personnel mine above an anti-tank mine some mine; "mine, UXO" is unknown."""
    certain = named - {NOT_STATED, UNKNOWN} or named
    if {"antipersonnel", "antivehicle"} <= certain and certain <= _MINES:
        return "mine_unspecified"
    if certain & _MINES and certain & {"other_erw", "cluster_remnant"}:
        return UNKNOWN
    return _first("device", certain) or UNKNOWN


def _first(field: str, named: frozenset[str]) -> str | None:
    return next((category for category in _FIRST[field] if category in named), None)


def _finer(field: str, meaning: str, remark: str) -> str:
    """The category that a remark in brackets makes more exact, where it says so without doubt."""
    if field != "device" or not (_PERHAPS | NEGATIONS).isdisjoint(tokens(remark)) or _missing(remark):
        return meaning
    said = _phrase(field, remark)
    return said if said in _FINER.get(meaning, frozenset()) else meaning
