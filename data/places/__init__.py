"""Any spelling of a district to its code, and the code to its name.

The table is districts.csv: ISO 3166-2 codes, Azerbaijani names, spellings in five languages, centre coordinates
(GeoNames, CC BY 4.0). Aghdara exists since 5 December 2023 and has no ISO 3166-2 code; its key is AZ-X-AGHDARA:
ISO 3166-2 allows one to three characters after one hyphen, so the key can never be taken for one of its codes.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from data.places.spelling import fold, latinise

_FILE = Path(__file__).with_name("districts.csv")
_DISTRICT_WORDS = frozenset((
    "rayonu", "rayon", "rayonun", "rayonunun", "rayonunda", "rayona", "rayone", "rayony", "raion", "raionu", "rajon",
    "rn", "rna", "rnu", "r", "district", "districts", "distrikt", "distriktet", "region", "the", "of", "in", "i", "v",
))  # fmt: skip
_CITY_WORDS = frozenset((
    "seheri", "seher", "sehrinin", "sheheri", "city", "town", "by", "byen", "gorod", "goroda", "gorode", "g", "sehir",
    "ciudad",
))  # fmt: skip
_SUGGESTION_FROM = 80  # of 100: below it the resemblance misleads (Barda and Agdam reach 60)


@dataclass(frozen=True, slots=True)
class Place:
    """A district or city. names: nb, en, az. lat, lon: of its centre, degrees. valid_from: None = since before 2020."""

    code: str
    kind: str
    names: dict[str, str]
    lat: float
    lon: float
    valid_from: date | None
    parent: str
    spellings: tuple[str, ...]


def _read() -> Iterator[Place]:
    with _FILE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Place(
                code=row["code"],
                kind=row["kind"],
                names={language: row[f"name_{language}"] for language in ("nb", "en", "az")},
                lat=float(row["latitude"]),
                lon=float(row["longitude"]),
                valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
                parent=row["parent_code"],
                spellings=tuple(row["spellings"].split("|")),
            )


PLACES: dict[str, Place] = {place.code: place for place in _read()}


def _words(text: str) -> list[str]:
    """Folded Latin words; apostrophes, hyphens and the marks of abbreviation join their word."""
    plain = re.sub(r"[-–](?=dist|rayon|raion)", " ", latinise(text))
    return re.findall(r"[a-z0-9]+", re.sub(r"[^a-z0-9\s/,;()]", "", plain))


def _stem(key: str) -> str:
    """Russian adjectives without their case ending: agdamskiy, agdamskogo, agdamskom -> agdamsk."""
    return re.sub(r"(?<=sk)(iy|ogo|omu|om|im|aya|oy)$", "", key)


def _forms(place: Place) -> Iterator[str]:
    for spelling in (*place.spellings, *(name.split(" (")[0] for name in place.names.values())):
        for variant in (spelling, re.sub("[əǝ]", "a", spelling)):
            key = _stem("".join(word for word in _words(variant) if word not in _DISTRICT_WORDS | _CITY_WORDS))
            yield key
            yield re.sub(r"sk$", "", key) if len(key) > 6 else key


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """Every folded spelling -> the codes it can mean (more than one where a city and a district share the name)."""
    found: dict[str, list[str]] = {}
    for place in PLACES.values():
        for key in dict.fromkeys(_forms(place)):
            found.setdefault(key, []).append(place.code)
    return {key: tuple(codes) for key, codes in found.items() if key}


def _choose(codes: tuple[str, ...], city: bool) -> Place | None:
    """Of a city and a district of one name the district, unless the text says city; of two others neither."""
    places = [PLACES[code] for code in codes]
    wanted = "city" if city else "district"
    preferred = [place for place in places if place.kind == wanted] or [p for p in places if p.kind != "city"] or places
    return preferred[0] if len(preferred) == 1 else None


def _whole(text: str) -> Place | None:
    words = _words(text)
    city = any(word in _CITY_WORDS for word in words[1:]) or words[:1] in (["g"], ["gorod"], ["city"])
    bare = [word for word in words if word not in _DISTRICT_WORDS and word not in _CITY_WORDS]
    codes = _keys().get("".join(words)) or _keys().get(_stem("".join(bare)))
    return _choose(codes, city) if codes else None


def _by_code(text: str) -> Place | None:
    code = re.sub(r"[\s._–—]+", "-", text.strip().upper())
    code = re.sub(r"^AZ(?=[A-Z]{2,3}$)", "AZ-", code)
    return PLACES.get(code) or (PLACES.get(f"AZ-{text}") if re.fullmatch("[A-Z]{3}", text) else None)


@lru_cache(maxsize=100_000)
def resolve(text: str) -> Place | None:
    """The district that `text` names, in any spelling or as its code; None when it names none, or two.

    Of a district and a city of one name (Lankaran, Sheki, Yevlakh) the district is meant unless the text says city;
    Nakhchivan alone is the autonomous republic.
    """
    if not text or not text.strip():
        return None
    place = _by_code(text) or _whole(text)
    if place is None:
        parts = [part for part in re.split(r"[(),;/]|\s[-–—]\s", text) if part.strip()]
        found = {place.code: place for part in parts if len(parts) > 1 and (place := _whole(part))}
        place = next(iter(found.values())) if len(found) == 1 else None
    return place


def name(code: str, language: str) -> str:
    """The district's name in nb, en or az; a code (or a file's own name) that is not in the table is its own name."""
    place = PLACES.get(code)
    return place.names.get(language, place.names["en"]) if place else code


@lru_cache(maxsize=10_000)
def suggest(text: str) -> Place | None:
    """The district that `text` resembles most, for a person to accept: never taken by itself."""
    key = "".join(word for word in _words(text) if word not in _DISTRICT_WORDS and word not in _CITY_WORDS)
    if len(key) < 4:
        return None
    best = process.extractOne(key, list(_keys()), scorer=fuzz.ratio, score_cutoff=_SUGGESTION_FROM)
    return _choose(_keys()[best[0]], city=False) if best else None


__all__ = ["PLACES", "Place", "fold", "name", "resolve", "suggest"]
