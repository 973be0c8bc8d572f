"""The method page: what is counted and by whom, what is missing, how it is treated; a pure function to HTML."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from charts.sentences import source_text
from components.document import fill
from components.error_page import STYLES as PLAIN_STYLES
from components.method_facts import CASES, FIRST_OUTLETS, Findings, extent, findings, gaps, outlets
from components.news import newer, news
from components.pinned import pinned as pinned_notice
from components.site import head, languages, site
from data.fields import LAYOUTS
from data.frame import Edition, Frame
from data.problems import sentence
from data.statistics import low_count
from data.store import EditionEntry
from data.summaries.coverage import coverage
from data.summaries.statements import Statement, resolve_statement
from data.template import KINDS as TEMPLATES
from texts import awareness
from texts.words import LANGUAGES, Words

STYLES = (*PLAIN_STYLES, "editions.css", "method.css", "print.css")
SCRIPTS = ("newer.js",)
# The order of the page. A section's key is its id in the address, so a key is never renamed.
SECTIONS = (
    "counted", "definitions", "layouts", "gaps", "coverage", "text", "charts", "real", "sources", "news", "privacy",
    "licence", "accessibility",
)  # fmt: skip
TERMS = (
    "casualty", "killed", "injured", "victim", "statement", "period", "accident", "scope", "at_least", "not_recorded",
    "not_stated", "unknown", "not_split", "edition",
)  # fmt: skip
RULES = ("precision", "spans", "undated", "unfinished", "reported", "remainder", "change", "zero")
REAL = ("finished", "clear", "counts", "people", "trend", "break", "few", "why")
PRIVACY = ("people", "places", "readers", "requests", "server")
ACCESSIBILITY = ("aim", "tested", "charts")
LIMITS = ("people", "points", "names", "sources")
FORMS = (
    ("statement", '{{statement killed counted_by="ANAMA" as_of=2024-11-11}}'),
    ("latest", "{{latest killed}}"),
)


def method_page(
    edition: Edition, words: Words, settings: Any, editions: Sequence[EditionEntry] = (), *,
    pinned: int | None = None, newest: Edition | None = None,
) -> str:  # fmt: skip
    """The whole HTML document of an edition. `settings` (a Settings) gives name, organisation, contact and address.

    `editions` are all there are, oldest first; `pinned` is the number that the address names, `newest` the newest one.
    """
    frames = list(edition.frames.values())
    pin = f"&edition={pinned}" if pinned else ""
    published = edition.published_at.date()
    return fill(
        "method.html.j2",
        words,
        head=head(settings, words, words.say("method.title"), words.say("method.description"), "/method"),
        site=site(settings, words, "method", edition, pinned),
        languages=languages({code: f"/method?lang={code}{pin}" for code in LANGUAGES}, words),
        styles=STYLES,
        scripts=() if pinned else SCRIPTS,
        pinned=pinned_notice(pinned, edition, newest or edition, f"/method?lang={words.language}", words),
        newer=None if pinned else newer(edition, words),
        news=news(editions, edition.number, words),
        sections=SECTIONS,
        edition=str(edition.number),
        published=published,
        datasets=[_dataset(frame, words) for frame in frames],
        definitions=[(words.say(f"method.term.{key}"), words.say(f"method.meaning.{key}")) for key in TERMS],
        layouts=[(words.say(f"method.layout.{key}"), words.say(f"method.layout.{key}.rule")) for key in LAYOUTS],
        templates=[
            (f"/template/{kind}.xlsx?lang={words.language}", words.say(f"template.title.{kind}")) for kind in TEMPLATES
        ],
        coverage=_coverage(edition, words),
        forms=[(written, words.say(f"method.text.{key}")) for key, written in FORMS],
        bound=_bound(edition, words),
        rules=[words.say(f"method.chart.{key}") for key in RULES],
        delays=_delays(frames, words),
        real=[words.say(f"method.real.{key}", **low_count.LIMITS) for key in REAL],
        privacy=[words.say(f"method.privacy.{key}") for key in PRIVACY],
        cite=words.say(
            "method.cite", site=settings.site_name, edition=str(edition.number), published=published,
            address=settings.public_url,
        ),
        accessibility=[words.say(f"method.accessibility.{key}") for key in ACCESSIBILITY],
        limits=[words.say(f"method.limit.{key}") for key in LIMITS],
        contact=_contact(settings.contact, words),
    )  # fmt: skip


def _in(words: Words, texts: dict[str, str]) -> str:
    """A dataset's own words in the reader's language, else in the language that they have."""
    return texts.get(words.language) or next(iter(texts.values()), "")


def _dataset(frame: Frame, words: Words) -> dict[str, Any]:
    dataset = frame.dataset
    shown, more = outlets(frame)
    named = [(one.name or words.say("method.sources.unnamed"), one.rows, one.links) for one in shown]
    found = findings(frame)
    return {
        "key": dataset.key,
        "title": _in(words, dataset.title),
        "facts": _facts(frame, words),
        "gaps": [words.say(f"method.gap.{gap.kind}", count=gap.count, of=gap.of) for gap in gaps(frame)],
        "found": words.say("method.findings.count", count=sum(one.count for one in found)) if found else "",
        "findings": [_finding(one, frame, words) for one in found],
        "outlets": named[:FIRST_OUTLETS],
        "other_outlets": named[FIRST_OUTLETS:],
        "more_outlets": words.say("method.sources.more", count=len(named[FIRST_OUTLETS:]) + more),
        "untold_outlets": words.say("method.sources.untold", count=more) if more else "",
        "licence": _in(words, dataset.licence) or words.say("method.licence.unstated"),
    }


def _facts(frame: Frame, words: Words) -> list[tuple[str, str]]:
    """What the dataset says of itself and what its rows show: (name, value), only what there is."""
    dataset, dated = frame.dataset, extent(frame)
    searched = (dataset.covered_from, dataset.covered_to)
    version = words.say(
        "method.version", version=str(frame.version), file=frame.file_name, published=frame.published_at.date()
    )
    facts = {
        "counted_by": _in(words, dataset.counted_by),
        "scope": _in(words, dataset.scope),
        "definition": _in(words, dataset.definition),
        "caution": _in(words, dataset.caution),
        "layout": words.say(f"method.layout.{dataset.layout}"),
        "rows": words.number(len(frame)),
        "dates": words.say("method.span", first=dated[0], last=dated[1]) if dated else "",
        "searched": _span(searched, words) if dataset.layout in CASES else "",
        "delay": words.say("method.days", count=dataset.reporting_delay_days) if dataset.reporting_delay_days else "",
        "publisher": _in(words, dataset.publisher),
        "contact": dataset.contact,
        "source": dataset.source_url,
        "licence": _in(words, dataset.licence),
        "version": version,
    }
    return [(words.say(f"method.dataset.{key}"), value) for key, value in facts.items() if value]


def _span(days: tuple[Any, Any], words: Words) -> str:
    first, last = days
    if first and last:
        return words.say("method.span", first=first, last=last)
    if first:
        return words.say("method.span.from", first=first)
    return words.say("method.span.to", last=last) if last else ""


def _finding(group: Findings, frame: Frame, words: Words) -> dict[str, Any]:
    more = group.count - len(group.first)
    kind = words.say(f"mending.kind.{group.kind}")
    rest = words.say("method.findings.more", count=more) if more else ""
    return {
        "severity": words.say(f"method.severity.{group.severity}"),
        "sentences": [sentence(problem, words, frame.file_name, len(frame.files) > 1) for problem in group.first],
        "more": rest if group.first else words.say("method.findings.kept", number=more, kind=kind),
    }


def _coverage(edition: Edition, words: Words) -> list[str]:
    found = coverage(edition)
    if found is None:
        return [words.say("method.coverage.none")]
    statement = found.statement
    said = [
        words.say(
            "method.coverage.of",
            killed=found.killed,
            of_killed=statement.value("killed"),
            injured=found.injured,
            of_injured=statement.value("injured"),
            counted_by=source_text("counted_by", statement.counted_by, words),
            as_of=_day(statement, words),
        )
    ]
    if found.undated:
        said.append(words.say("method.coverage.undated", count=found.undated))
    if found.outside:
        said.append(words.say("method.coverage.outside", count=found.outside))
    return [" ".join(said), words.say("method.coverage.caution")]


def _day(statement: Statement, words: Words) -> str:
    """Its date, as exactly as it is known."""
    return words.date(statement.start, statement.precision) if statement.start else statement.date_text


def _bound(edition: Edition, words: Words) -> list[tuple[str, str, str, str]]:
    """The bound figures of the text: figure, counter, as of, whether it stays or moves."""
    rows = []
    for binding in awareness.bindings(edition.texts.get(words.language, "")):
        form = words.say("method.text.moves" if binding.kind == "latest" else "method.text.stays")
        found = resolve_statement(edition, binding.kind, binding.outcome, binding.counted_by, binding.as_of)
        value = found.value(binding.outcome) if found else None
        if found is None or value is None:
            rows.append((words.say("method.text.nothing"), binding.counted_by or "", "", form))
            continue
        figure = words.say(f"method.text.{binding.outcome}", count=value)
        rows.append((figure, source_text("counted_by", found.counted_by, words), _day(found, words), form))
    return rows


def _delays(frames: list[Frame], words: Words) -> str:
    delayed = [
        words.say(
            "method.charts.delay.one",
            title=_in(words, frame.dataset.title),
            days=words.say("method.days", count=frame.dataset.reporting_delay_days),
        )
        for frame in frames
        if frame.dataset.reporting_delay_days
    ]
    return words.say("method.charts.delay", list=words.list(delayed)) if delayed else ""


def _contact(contact: str, words: Words) -> Markup:
    if not contact:
        return Markup("{}").format(words.say("method.accessibility.no_contact"))
    address = contact if contact.startswith(("https://", "http://", "mailto:")) else f"mailto:{contact}"
    link: Markup | str = contact
    if "@" in contact or "//" in contact:
        link = Markup('<a href="{}">{}</a>').format(address, contact.removeprefix("mailto:"))
    before, _, after = words.say("method.accessibility.contact", contact="\x00").partition("\x00")
    return Markup("{}{}{}").format(before, link, after)
