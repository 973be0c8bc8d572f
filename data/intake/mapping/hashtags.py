"""What an HXL hashtag (https://hxlstandard.org, 1.1) says of its column: the same roles as a heading, but certain."""

import re

from data.fields import FIELDS
from data.intake.mapping.role import Qualifiers, Role

_OWN = {frozenset(re.findall(r"[#+]\w+", field.hxl)): field.key for field in FIELDS if field.hxl}
# Attributes that make a number of affected people one of our counts, first found first taken.
_PEOPLE = (
    ("killed", "killed"), ("dead", "killed"), ("deaths", "killed"), ("fatalities", "killed"), ("injured", "injured"),
    ("wounded", "injured"), ("missing", "missing"), ("displaced", "displaced"), ("idps", "displaced"),
    ("refugees", "displaced"), ("casualties", "total"), ("victims", "total"), ("total", "total"),
)  # fmt: skip
_QUALIFIERS: dict[str, tuple[str, str]] = {
    "civilian": ("status", "civilian"), "civilians": ("status", "civilian"),
    "military": ("status", "military_security"), "f": ("sex", "female"), "m": ("sex", "male"),
    "children": ("age_group", "child"), "infants": ("age_group", "child"), "adults": ("age_group", "adult"),
    "elderly": ("age_group", "adult"), "min": ("bound", "min"), "max": ("bound", "max"),
    "cumulative": ("cumulative", "yes"), "code": ("form", "code"), "name": ("form", "name"),
    "occurred": ("date_role", "occurred"), "reported": ("date_role", "reported"), "as_of": ("date_role", "as_of"),
}  # fmt: skip
# Tag -> (attribute that must stand with it, field), first fit; "" fits always.
_TAGS: dict[str, tuple[tuple[str, str], ...]] = {
    "#date": (("year", "year"), ("month", "month"), ("day", "day"), ("since", "since"), ("start", "date_from"),
              ("end", "date_to"), ("", "date")),
    "#adm1": (("", "district"),),
    "#adm2": (("", "district"),),
    "#adm3": (("", "place"),),
    "#adm4": (("", "place"),),
    "#loc": (("", "place"),),
    "#geo": (("lat", "latitude"), ("lon", "longitude"), ("", "coordinates")),
    "#country": (("", "country"),),
    "#region": (("", "country"),),
    "#cause": (("", "device"),),
    "#activity": (("", "activity"),),
    "#meta": (("url", "source_url"), ("id", "record_id"), ("source", "source"), ("", "note")),
    "#event": (("id", "incident_id"), ("code", "incident_id")),
    "#crisis": (("id", "incident_id"),),
    "#description": (("", "note"),),
    "#contact": (("", "personal"),),
    "#population": (("", "population"),),
    "#indicator": (("", "rate"),),
    "#value": (("", "rate"),),
}  # fmt: skip


def roles_of_tag(tag: str) -> list[Role]:
    """The one meaning of a hashtag such as "#affected + killed", with score 1; [] when it has none for us."""
    parts = re.findall(r"[#+]\w+", re.sub(r"\s+", "", tag.lower()))
    if not parts or not parts[0].startswith("#"):
        return []
    name, attributes = parts[0], [part[1:] for part in parts[1:]]
    field = _people(attributes) if name in ("#affected", "#inneed") else _field(name, attributes)
    own = _OWN.get(frozenset(parts))
    if field is None or own in ("outcome", "status", "sex", "age_group"):
        field = own or field
    if field is None:
        return []
    said: Qualifiers = dict(_QUALIFIERS[attribute] for attribute in attributes if attribute in _QUALIFIERS)
    if field in ("year", "month") and {"start", "end"} & set(attributes):
        said["edge"] = "start" if "start" in attributes else "end"
    if name == "#adm1":
        said["level"] = "region"
    known = {*_QUALIFIERS, *(attribute for attribute, _ in _PEOPLE), "num"}
    rest = tuple(each for each in attributes if each not in known) if name == "#affected" and field != own else ()
    return [Role(field, said, 1.0, rest)]


def _people(attributes: list[str]) -> str | None:
    if "pct" in attributes:
        return "rate"
    for attribute, field in _PEOPLE:
        if attribute in attributes:
            return field
    return "affected"


def _field(name: str, attributes: list[str]) -> str | None:
    exact = _OWN.get(frozenset((name, *(f"+{attribute}" for attribute in attributes))))
    if exact and exact not in ("date_text", "device_text", "activity_text", "district_text"):
        return exact
    for attribute, field in _TAGS.get(name, ()):
        if not attribute or attribute in attributes:
            return field
    return None
