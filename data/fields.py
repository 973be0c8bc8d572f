"""The vocabulary: every field of a record and its counts: categories, HXL tag, kind, and whether the public sees it.

Sources: IMAS 05.10 and 05.11 (terms), Landmine Monitor (classes of device and status), HXL 1.1 (tags).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "date", "category", "place", "number", "link"]

LAYOUTS = ("line_list", "incident_list", "period_totals", "running_totals")
NOT_STATED = "not_stated"
UNKNOWN = "unknown"

OUTCOMES = ("killed", "injured", "unknown", "not_split")
STATUSES = ("civilian", "mine_action_staff", "military_security", "other", UNKNOWN, NOT_STATED)
SEXES = ("female", "male", UNKNOWN, NOT_STATED)
AGE_GROUPS = ("child", "adult", UNKNOWN, NOT_STATED)
DEVICES = (
    "antipersonnel",
    "antivehicle",
    "mine_unspecified",
    "improvised",
    "cluster_remnant",
    "other_erw",
    UNKNOWN,
    NOT_STATED,
)
ACTIVITIES = (
    "travelling",
    "farming",
    "herding",
    "gathering",
    "construction",
    "demining",
    "military_duty",
    "visiting",
    "play",
    "other",
    UNKNOWN,
    NOT_STATED,
)
PRECISIONS = ("day", "month", "quarter", "year", "span", "unknown")
DATE_ROLES = ("occurred", "reported", "as_of")
VERIFICATIONS = ("verified", "reported", "disputed", NOT_STATED)
CONFIDENCES = ("high", "medium", "low", NOT_STATED)
OFFICIAL_SCOPES = ("yes", "partly", "no", NOT_STATED)
# How a record comes by its number of killed (or injured):
#   stated        the row gives the whole number
#   parts         the row gives no whole, but parts that cover everybody (civilian and military)
#   partial       the row gives only some of the parts: the sum is a minimum
#   not_recorded  the row says nothing: missing, never zero
BASES = ("stated", "parts", "partial", "not_recorded")
# Casualties of the incident that a record belongs to (its killed, injured and others over all its records).
INCIDENT_SIZES = ("none", "one", "two", "three_to_five", "six_to_ten", "eleven_or_more", NOT_STATED)


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `table` is the frame it lives in, `public` False keeps it for staff, `filterable` gives a control.

    A field of the table "incidents" is no column: it is worked out over all records of an incident.
    """

    key: str
    table: Literal["records", "counts", "incidents"]
    kind: Kind
    categories: tuple[str, ...] = ()
    hxl: str = ""
    public: bool = True
    filterable: bool = False


FIELDS: tuple[Field, ...] = (
    Field("record_id", "records", "id"),
    Field("incident_id", "records", "id", hxl="#event+id"),
    Field("date_from", "records", "date", hxl="#date+start", filterable=True),
    Field("date_to", "records", "date", hxl="#date+end"),
    Field("date_precision", "records", "category", PRECISIONS),
    Field("date_role", "records", "category", DATE_ROLES),
    Field("date_text", "records", "text", hxl="#date+text"),
    Field("since", "records", "date", hxl="#date+since"),
    Field("scope", "records", "text", hxl="#meta+scope"),
    Field("in_official_scope", "records", "category", OFFICIAL_SCOPES, hxl="#meta+scope+official", filterable=True),
    Field("counted_by", "records", "text", hxl="#meta+source+counted_by", filterable=True),
    Field("reported_in", "records", "text", hxl="#meta+source+reported_in", filterable=True),
    Field("source_url", "records", "link", hxl="#meta+source+url"),
    Field("verification", "records", "category", VERIFICATIONS, hxl="#status+verification", filterable=True),
    Field("confidence", "records", "category", CONFIDENCES, hxl="#status+confidence", filterable=True),
    Field("district", "records", "place", hxl="#adm2+code", filterable=True),
    Field("district_text", "records", "text", hxl="#adm2+name"),
    Field("place", "records", "text", hxl="#loc+name"),
    Field("latitude", "records", "number", hxl="#geo+lat", public=False),
    Field("longitude", "records", "number", hxl="#geo+lon", public=False),
    Field("device", "records", "category", DEVICES, hxl="#cause+type", filterable=True),
    Field("device_text", "records", "text", hxl="#cause+name"),
    Field("activity", "records", "category", ACTIVITIES, hxl="#activity", filterable=True),
    Field("activity_text", "records", "text", hxl="#activity+name"),
    Field("killed_basis", "records", "category", BASES),
    Field("injured_basis", "records", "category", BASES),
    Field("stated_total", "records", "number", hxl="#affected+total"),
    Field("sheet", "records", "text"),
    Field("row", "records", "number"),
    Field("outcome", "counts", "category", OUTCOMES, hxl="#affected+outcome", filterable=True),
    Field("status", "counts", "category", STATUSES, hxl="#affected+status", filterable=True),
    Field("sex", "counts", "category", SEXES, hxl="#affected+sex", filterable=True),
    Field("age_group", "counts", "category", AGE_GROUPS, hxl="#affected+age", filterable=True),
    Field("n", "counts", "number", hxl="#affected+num"),
    Field("n_min", "counts", "number", hxl="#affected+min+num"),
    Field("n_max", "counts", "number", hxl="#affected+max+num"),
)
CASUALTIES = Field(
    "casualties", "incidents", "category", INCIDENT_SIZES, hxl="#affected+incident+range", filterable=True
)
BY_KEY = {field.key: field for field in FIELDS}
# What can be chosen, value by value, in the order of the page; the period and the name of a place are limits of
# their own.
CHOICES = tuple(
    {field.key: field for field in (*FIELDS, CASUALTIES)}[key]
    for key in (
        "outcome", "district", "status", "sex", "age_group", "device", "activity", "casualties", "verification",
        "confidence", "in_official_scope", "counted_by", "reported_in",
    )
)  # fmt: skip
FILTERS = (BY_KEY["date_from"], *CHOICES)
