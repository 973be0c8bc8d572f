"""/staff/history: every edition and every version, one version, and any two compared."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from charts.sentences import amount
from components import record_told
from components.agreement_told import doubt_sentence
from components.changes_told import Told, changes_told
from components.draft_target import title
from components.file_size import file_size
from components.staff_shell import Asked, staff_page
from data.comparison.changes import Changes
from data.comparison.figures import Figures
from data.frame import Dataset, Frame, SourceFile
from data.notes import note_in
from data.problems import sentence
from data.store import EditionEntry, VersionEntry

STYLES = ("agreement.css",)
MOST_FINDINGS = 200


def history_page(
    asked: Asked, editions: Sequence[EditionEntry], datasets: Mapping[str, Dataset], older: int | None, newest: int
) -> Markup:
    """`editions`: newest first, each compared with the one before it; `older`: where the next page begins."""
    words = asked.words
    values: dict[str, Any] = {
        "datasets": [(title(dataset, words), asked.link(f"/staff/history/{key}")) for key, dataset in datasets.items()],
        "editions": [
            _edition(one, before, datasets, asked, newest)
            for one, before in zip(editions, [*editions[1:], None], strict=True)
        ],
        "older": "" if older is None else asked.link(f"/staff/history?before={older}"),
        "newest": str(newest),
        "may": asked.person is not None and asked.person.may_publish,
    }  # fmt: skip
    return staff_page("staff/history.html.j2", asked, words.say("history.title"), "history", styles=STYLES, **values)


def _edition(
    one: EditionEntry, before: EditionEntry | None, datasets: Mapping[str, Dataset], asked: Asked, newest: int
) -> dict[str, Any]:
    words = asked.words
    note, language = note_in(one.note, words.language)
    versions = [
        (title(datasets[key], words), str(version), asked.link(f"/staff/history/{key}/{version}"),
         before is not None and before.versions.get(key) != version)
        for key, version in one.versions.items()
    ]  # fmt: skip
    return {
        "number": str(one.number), "at": words.moment(one.at), "who": one.who, "note": note,
        "language": language or words.language, "versions": versions, "newest": one.number == newest,
        "restores": "" if one.restores is None else words.say("history.restores", edition=str(one.restores)),
        "text": before is not None and before.texts != one.texts,
        "address": asked.link(f"/?edition={one.number}"),
    }  # fmt: skip


def dataset_history_page(
    asked: Asked, dataset: Dataset, versions: Sequence[VersionEntry], figures: Mapping[int, Figures], newest: int
) -> Markup:
    """`versions`: newest first; `figures` by number of the version; `newest`: the edition that readers see."""
    words = asked.words
    values: dict[str, Any] = {
        "versions": [_version(one, figures[one.number], dataset, asked, newest) for one in versions],
        "numbers": [str(one.number) for one in versions],
        "path": f"/staff/history/{dataset.key}/compare",
        "language": words.language,
    }
    trail = [(words.say("history.title"), "/staff/history")]
    return staff_page(
        "staff/history_dataset.html.j2", asked, title(dataset, words), "history", trail=trail, styles=STYLES, **values
    )


def _version(one: VersionEntry, figures: Figures, dataset: Dataset, asked: Asked, newest: int) -> dict[str, Any]:
    words = asked.words
    note, language = note_in(one.note, words.language)
    return {
        "number": str(one.number), "address": asked.link(f"/staff/history/{dataset.key}/{one.number}"),
        "at": words.moment(one.at), "who": one.who, "note": note, "language": language or words.language,
        "files": [_file(file, words) for file in one.files],
        "records": words.number(one.record_count),
        "killed": amount(figures.killed, words), "injured": amount(figures.injured, words),
        "findings": words.number(one.problem_count), "remarks": words.number(len(one.remarks)),
        "editions": words.list([str(number) for number in one.editions] or [words.say("history.draft")]),
        "shown": newest in one.editions,
    }  # fmt: skip


def _file(file: SourceFile, words: Any) -> tuple[str, str, str]:
    """Its name, its size and records in words, and the beginning of its digest."""
    about = words.say("history.file", size=file_size(file.size, words), count=file.record_count)
    return file.file_name, about, file.sha256[:12]


def version_page(
    asked: Asked, dataset: Dataset, one: VersionEntry, figures: Figures, frame: Frame, newest: int
) -> Markup:
    """One version with its findings and what people did to it."""
    words = asked.words
    values: dict[str, Any] = {
        "version": _version(one, figures, dataset, asked, newest),
        "layout": words.say(f"changes.layout.{one.layout}"),
        "remarks": [(_remark(each.kind, each.details, words), each.who, words.moment(each.at)) for each in one.remarks],
        "findings": [
            sentence(problem, words, one.file_name, len(one.files) > 1) for problem in frame.problems[:MOST_FINDINGS]
        ],
        "most": MOST_FINDINGS if len(frame.problems) > MOST_FINDINGS else 0,
        "compare": asked.link(f"/staff/history/{dataset.key}/compare?a={one.number - 1}&b={one.number}")
        if one.number > 1
        else "",
    }
    trail = [(words.say("history.title"), "/staff/history"), (title(dataset, words), f"/staff/history/{dataset.key}")]
    heading = words.say("history.version", version=str(one.number))
    return staff_page("staff/history_version.html.j2", asked, heading, "history", trail=trail, styles=STYLES, **values)


def _remark(kind: str, details: Mapping[str, Any], words: Any) -> str:
    """What was done, in a sentence."""
    told = {key: str(details.get(key, "")) for key in ("sheet", "row", "column", "before", "after", "why")}
    if kind == "confirmed":
        return f"{doubt_sentence(details['doubt'], details['params'], words)} {told['why']}"
    if kind == "overlap":
        counts = {key: details.get(key, 0) for key in ("same", "new", "keep_old", "take_new", "keep_both")}
        return str(words.say("history.remark.overlap", **counts))
    if kind == "mend" and "after" not in details:
        kind = "mend_hidden"
    return str(words.say(f"history.remark.{kind}", **told))


def compare_page(asked: Asked, dataset: Dataset, changes: Changes, one: int, other: int) -> Markup:
    words = asked.words
    trail = [(words.say("history.title"), "/staff/history"), (title(dataset, words), f"/staff/history/{dataset.key}")]
    heading = words.say("history.compare.title", one=str(one), other=str(other))
    told = changes_told(changes, Told(record_told, words))
    return staff_page("staff/compare.html.j2", asked, heading, "history", trail=trail, styles=STYLES, told=told)
