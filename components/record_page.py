"""/record/<dataset>/<record>: one record in words, the row it was read from, and where else it stands."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from charts.sentences import counted_by
from components import record_facts, record_origin, record_told
from components.changes_told import Told, difference_told
from components.document import fill
from components.error_page import STYLES as PLAIN_STYLES
from components.pinned import pinned as pinned_notice
from components.site import head, languages, site
from data.comparison.differences import value
from data.frame import Edition, Frame
from data.notes import note_in
from data.record.elsewhere import Other
from data.record.finding import positions_where
from data.record.row_source import RowSource
from data.selection import LONGEST_TEXT
from data.web_address import parts_of
from texts.words import LANGUAGES, Words

STYLES = (*PLAIN_STYLES, "editions.css", "method.css", "record.css", "print.css")
# Other records of one incident that are listed; a year of a register without ids can be one incident.
MOST_OF_INCIDENT = 50


@dataclass(frozen=True)
class Found:
    """A record of an edition with all that is known of it. `pinned`: the edition that the address names, if any."""

    edition: Edition
    frame: Frame
    position: int
    source: RowSource
    others: list[Other]
    pinned: int | None
    newest: Edition

    @property
    def record_id(self) -> str:
        return str(self.frame.records["record_id"].iloc[self.position])


def address(dataset: str, record_id: str, language: str, edition: int | None = None) -> str:
    """The path and query of a record's page."""
    pin = f"&edition={edition}" if edition else ""
    return f"/record/{quote(dataset, safe='')}/{quote(record_id, safe='')}?lang={language}{pin}"


def record_page(found: Found, words: Words, settings: Any) -> str:
    """The whole HTML document. `settings` (a Settings) gives name, address and whether there are staff pages."""
    frame, position = found.frame, found.position
    key, own = frame.dataset.key, found.record_id
    people = record_facts.people(frame, position, words)
    when = record_told.when(frame, position, words)
    where = record_told.record_told(frame, position, words)["where"]
    title = words.say("record.title.where", when=when, where=where) if where else words.say("record.title", when=when)
    links = {code: address(key, own, code, found.pinned) for code in LANGUAGES}
    live = address(key, own, words.language)
    return fill(
        "record.html.j2",
        words,
        head=head(settings, words, title, people, "", settings.public_url + links[words.language]),
        site=site(settings, words, "", found.edition, found.pinned),
        languages=languages(links, words),
        styles=STYLES,
        pinned=pinned_notice(found.pinned, found.edition, found.newest, live, words),
        title=title,
        people=people,
        lead=_lead(frame, words),
        explore=_explore(found, words),
        facts=record_facts.facts(frame, position, when, words),
        unstated=words.list(silent) if (silent := record_facts.unstated(frame, position, words)) else "",
        counts=record_facts.counts(frame, position, words),
        basis=record_facts.basis(frame, position, words),
        source_link=_link(value(frame, position, "source_url")),
        origin=_origin(found, words),
        cells=record_origin.cells(found.source, words),
        kept=len(found.source.cells.kept),
        staff_link="/staff" + address(key, own, words.language, found.pinned) if settings.staff else "",
        mends=record_origin.mends(found.source, words),
        findings=record_origin.findings(found.source, words, len(frame.files) > 1),
        kept_findings=len(found.source.kept_findings),
        incident=_incident(found, words),
        others=[_other(one, found, words) for one in found.others],
        cite=_cite(found, title, words, settings),
    )


def _lead(frame: Frame, words: Words) -> str:
    return words.say("record.lead", dataset=_title(frame, words), counted_by=counted_by(frame, words))


def _title(frame: Frame, words: Words) -> str:
    texts = frame.dataset.title
    return texts.get(words.language) or next(iter(texts.values()), frame.dataset.key)


def _origin(found: Found, words: Words) -> list[tuple[str, str]]:
    """Dataset, version, edition, file, sheet and row."""
    frame, source = found.frame, found.source
    note, _ = note_in(frame.note, words.language)
    published = frame.published_at.date()
    facts = {
        "dataset": _title(frame, words),
        "counted_by": frame.dataset.counted_by.get(words.language, ""),
        "version": words.say("record.version.published", version=str(frame.version), published=published),
        "note": note,
        "edition": words.say(
            "record.edition.published", edition=str(found.edition.number), published=found.edition.published_at.date()
        ),
        "file": source.file.file_name,
        "sha256": source.file.sha256,
        "sheet": source.sheet,
        "row": str(source.row),
        "id": found.record_id,
    }
    return [(words.say(f"record.origin.{key}"), text) for key, text in facts.items() if text]


def _explore(found: Found, words: Words) -> str:
    """This record's day and place on the page for analysts."""
    frame, position = found.frame, found.position
    start, end = (value(frame, position, field) for field in ("date_from", "date_to"))
    district, place = (value(frame, position, field) for field in ("district", "place"))
    query = [("lang", words.language), ("dataset", frame.dataset.key)]
    query += [("from", start.isoformat()), ("to", (end or start).isoformat())] if start else []
    query += [("place", place)] if 0 < len(place) <= LONGEST_TEXT else []
    query += [("district", district)] if district else []
    query += [("group", "incident")]
    return "/explore?" + urlencode(query + ([("edition", str(found.pinned))] if found.pinned else []))


def _incident(found: Found, words: Words) -> dict[str, Any]:
    """The other records of the incident."""
    records, position = found.frame.records, found.position
    same = positions_where(found.frame, "incident_id", records["incident_id"].iloc[position])
    others = same[same != position].tolist()
    shown = [
        record_told.record_told(found.frame, at, words)
        | {"link": address(found.frame.dataset.key, str(records["record_id"].iloc[at]), words.language, found.pinned)}
        for at in others[:MOST_OF_INCIDENT]
    ]
    return {"records": shown, "count": len(others), "more": len(others) - len(shown)}


def _other(one: Other, found: Found, words: Words) -> dict[str, Any]:
    """The record in another version: a sentence, a link where it is there, and the fields that differ."""
    told = Told(record_told, words)
    number, edition = str(one.version), str(one.edition)
    state = "unseen" if not one.looked_at else "gone" if not one.record_id else "changed" if one.differences else "same"
    record_id = one.record_id or (found.record_id if not one.looked_at else "")
    return {
        "said": words.say(f"record.other.{state}", version=number, edition=edition),
        "link": address(found.frame.dataset.key, record_id, words.language, one.edition) if record_id else "",
        "older": str(min(one.version, found.frame.version)),
        "newer": str(max(one.version, found.frame.version)),
        "differences": [difference_told(each, told) for each in one.differences],
    }


def _cite(found: Found, title: str, words: Words, settings: Any) -> str:
    link = address(found.frame.dataset.key, found.record_id, words.language, found.edition.number)
    return words.say(
        "record.cite", site=settings.site_name, record=found.record_id, title=title, dataset=_title(found.frame, words),
        counted_by=counted_by(found.frame, words), version=str(found.frame.version), edition=str(found.edition.number),
        published=found.edition.published_at.date(), address=settings.public_url + link,
    )  # fmt: skip


def _link(url: str) -> str:
    """The address of the source, "" where it is none that a browser should open."""
    return url if parts_of(url).scheme in ("http", "https") else ""
