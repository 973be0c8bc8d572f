"""What a column heading may mean: roles with qualifiers, in all the languages of words/. Hashtags: hashtags.py."""

from functools import lru_cache

from data.intake.mapping.hashtags import roles_of_tag
from data.intake.mapping.heading_qualifiers import date_order, fitting, outcome_of, qualifiers, unexplained
from data.intake.mapping.role import CASUALTIES, NO_PEOPLE, OTHER_PEOPLE, PARTS_OF_DATE, Qualifiers, Role
from data.intake.mapping.spelled_out import spelled_out
from data.intake.mapping.words import Match, phrases, single_words, tokens

__all__ = ["CASUALTIES", "NO_PEOPLE", "OTHER_PEOPLE", "PARTS_OF_DATE", "Qualifiers", "Role", "roles", "roles_of_tag"]

_TIMES = frozenset((*PARTS_OF_DATE, "time", "since", "date_as_of", "date_from", "date_to", "date_span"))
_PROVENANCE = frozenset(
    ("source", "source_url", "counted_by", "reported_in", "note", "verification", "confidence", "scope")
)
# Words of the lists that are one field with a qualifier.
_SHORTHAND: dict[str, tuple[str, Qualifiers]] = {
    "date_as_of": ("date", {"date_role": "as_of"}),
    "date_reported": ("date", {"date_role": "reported"}),
    "date_span": ("date", {"span": "yes"}),
    "region": ("district", {"level": "region"}),
}
_AND = single_words("joining", "and")
_ADJECTIVES = frozenset((
    "fatal", "fatals", "fatale", "fatales", "fatais", "fatali", "mortal", "mortales", "mortais", "mortels", "dødelige",
    "non", "nonfatal", "injury", "personal", "deadly", "lethal", "serious", "slight", "смертельных", "смертельные",
))  # fmt: skip
_ANIMALS = frozenset(
    (
        "animals",
        "livestock",
        "cattle",
        "dyr",
        "husdyr",
        "buskap",
        "animales",
        "ganado",
        "animais",
        "gado",
        "bestiar",
        "животных",
        "животные",
        "скота",
        "heyvan",
        "heyvanlar",
        "animaux",
        "bétail",
    )
)
# What a heading about whoever did it ("age of shooter") must not be taken for.
_OF_A_PERSON = frozenset(("sex", "age", "age_group", "status", "outcome"))
_LESS_CERTAIN = {"region": 0.7, "date_reported": 0.7}


def roles(heading: str) -> list[Role]:
    """Everything that `heading` may mean, likeliest first; [] when it says nothing that we know."""
    return list(_roles(heading))


@lru_cache(maxsize=20_000)
def _roles(heading: str) -> tuple[Role, ...]:
    words = spelled_out(tokens(heading))
    if not words:
        return ()
    found = _whole(words) or _parts(heading, words)
    best: dict[str, Role] = {}
    for role in sorted(found, key=lambda role: -role.score):
        best.setdefault(role.field, role)
    return tuple(best.values())


def _whole(words: tuple[str, ...]) -> list[Role]:
    """The meanings of a heading that stands in the lists as it is."""
    strong = phrases("headings").exact(words) - {"filler"}
    if len(strong) > 1:
        strong -= {"rate"}  # "per" alone is Norwegian for as of
    weak = phrases("weak").exact(words) - strong
    score = 1.0 if len(strong) == 1 else 0.8
    said = qualifiers(words, ())
    meanings = [(category, score) for category in sorted(strong)] + [(category, 0.5) for category in sorted(weak)]
    return [_role(category, score, fitting(category, said)) for category, score in meanings]


def _role(category: str, score: float, said: Qualifiers | None = None, rest: tuple[str, ...] = ()) -> Role:
    name, own = _SHORTHAND.get(category, (category, {}))
    return Role(name, own | (said or {}), round(score * _LESS_CERTAIN.get(category, 1.0), 2), rest)


def _parts(heading: str, words: tuple[str, ...]) -> list[Role]:
    """The meanings of a heading by the phrases in it."""
    matches = phrases("headings").find(words)
    named = [(category, match) for match in matches for category in sorted(match.categories - {"filler"})]
    said = qualifiers(words, [match for _, match in named])
    meanings = _decide(_governed(named, words), heading, words, said)
    if phrases("qualifiers.perpetrator").find(words):
        meanings = [(category, score) for category, score in meanings if category not in _OF_A_PERSON]
    if not meanings and said.keys() & {"status", "sex", "age_group"}:
        meanings = [("total", 0.7)]
    weak = [category for match in phrases("weak").find(words) for category in sorted(match.categories)]
    sure = dict(meanings)
    meanings += [
        (category, 0.45) for category in weak if category not in sure and not (sure and category == "personal")
    ]
    rest = unexplained(words, matches)
    wanted = date_order(heading)
    doubt = 0.04 * len(rest)
    return [
        _role(
            category,
            score if category in (*NO_PEOPLE, "personal") else max(score - doubt, 0.3),
            fitting(category, said) | outcome_of(category, [name for name, _ in named]) | wanted,
            rest,
        )
        for category, score in meanings
    ]


def _governed(named: list[tuple[str, Match]], words: tuple[str, ...]) -> list[str]:
    """The categories in their order; "fatal accidents" and "injury crashes" are accidents, whatever they did."""
    kinds = {category for category, _ in named}
    if not _ANIMALS.isdisjoint(words) and {"killed", "injured"} & kinds:
        return ["objects"]
    hurt = [match for category, match in named if category in ("killed", "injured")]
    adjectives = all(set(words[match.start : match.end]) <= _ADJECTIVES for match in hurt)
    if "incidents" in kinds and hurt and adjectives:
        return [category for category, _ in named if category not in ("killed", "injured")]
    return [category for category, _ in named]


def _decide(categories: list[str], heading: str, words: tuple[str, ...], said: Qualifiers) -> list[tuple[str, float]]:
    """(category, score) of the meanings that a heading with phrases of these categories can have."""
    present = set(categories)
    if "personal" in present:
        return [("personal", 0.9)]
    if present & set(CASUALTIES) and {"name", "names"} & set(words) and present <= {*CASUALTIES, "record_id"}:
        return [("personal", 0.9)]
    no_people = _no_people(categories)
    if no_people:
        return [(no_people, 0.9)]
    people = [category for category in categories if category in (*CASUALTIES, *OTHER_PEOPLE)]
    others = [category for category in categories if category not in people]
    if people and others and _is_count(categories, set(others)):
        if {"since", "date_as_of", "date_to"} & set(others):
            said["cumulative"] = "yes"
        if {"counted_by", "reported_in", "source"} & set(others):
            said.pop("status", None)  # "killed according to ANAMA" is not about its staff
        others = []
    if people and {"date", "verification"} <= set(others):
        others.remove("verification")  # "death confirmed date" is a date
    if others:
        return _described(others, any(sign in heading for sign in "/&+") or not _AND.isdisjoint(words))
    return [_counted(set(people), said)] if people else []


def _no_people(categories: list[str]) -> str | None:
    """Which of NO_PEOPLE governs: a rate always, accidents when they come first, things when nobody is hurt."""
    present = set(categories)
    for category in ("rate", "population"):
        if category in present:
            return category
    first = next((category for category in categories if category in (*CASUALTIES, *OTHER_PEOPLE, "incidents")), None)
    if first == "incidents" and present <= {"incidents", *CASUALTIES, *PARTS_OF_DATE}:
        return "incidents"
    return "objects" if "objects" in present and not present & {"killed", "injured"} else None


def _is_count(categories: list[str], others: set[str]) -> bool:
    """Whether a heading with people and something else is their count: "Killed since 2020", "Verified deaths"."""
    if {"killed", "injured"} & set(categories) and others <= _PROVENANCE | {"incidents", "objects"}:
        return True
    people_first = categories[0] in (*CASUALTIES, *OTHER_PEOPLE)
    return people_first and others <= _TIMES | {"incidents"}


def _counted(people: set[str], said: Qualifiers) -> tuple[str, float]:
    strangers = [category for category in OTHER_PEOPLE if category in people]
    if strangers and not (strangers == ["survivors"] and "injured" in people):
        if {"killed", "injured"} & people:
            said["also"] = "killed" if "killed" in people else "injured"
        return strangers[0], 0.9
    if {"killed", "injured"} <= people:
        return "total", 0.8
    return next(category for category in CASUALTIES if category in people), 0.95


def _described(others: list[str], joined: bool) -> list[tuple[str, float]]:
    """The first thing named governs ("date of report" before "report"); parts of a date side by side are told apart."""
    parts = [category for category in others if category in PARTS_OF_DATE]
    if len(set(parts)) > 1 and set(others) <= {*PARTS_OF_DATE, "date", "date_span"}:
        joined = joined or len(set(parts)) == 3 or parts[0] == "year"
        return [("date", 0.8), (parts[0], 0.5)] if joined else [(parts[0], 0.8), ("date", 0.6)]
    ranked = list(dict.fromkeys(others))
    if parts and set(others) <= {parts[0], "date_from", "date_to"}:
        ranked.sort(key=lambda category: category != parts[0])
    elif ranked[0] == "date" and set(ranked[1:]) & {"date_from", "date_to", "date_reported", "date_entered"}:
        ranked.append(ranked.pop(0))
    return [(category, 0.9 if place == 0 else 0.6) for place, category in enumerate(ranked)]
