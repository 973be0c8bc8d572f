"""/export/records.<format>?dataset=&<selection>&edition=: the records that are shown, as a file to take away.

csv, hxl.csv, xlsx, parquet, json and zip (a Frictionless Data Package) hold the same records; py and R are scripts
that fetch the csv and come to the same sums. A file is written to disk once and sent from there, however large.
"""

import hashlib
from collections.abc import Iterator
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from flask import Flask, Response, request

from data.flat.flattening import flatten
from data.pinned import PARAMETER, Editions, edition_asked, edition_number
from data.selection import BadParameter, BadSelection, Selection
from data.store import EditionNotFound, Store
from data.summaries.coverage import cases_frame
from exports.address import records_address
from exports.names import attachment, records_file_name
from exports.records import write
from exports.records.about import about
from exports.records.code import LANGUAGES_OF_CODE, script
from exports.records.table import table_of
from exports.records.workbook import most as most_records
from routes.asked import LONGEST_DATASET, words_of
from routes.export import HEADERS
from routes.refusals import Refusal, as_json, as_text, refusal
from texts.words import LANGUAGES, Words

TYPES = {
    "csv": "text/csv",
    "hxl.csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "zip": "application/zip",
    "py": "text/x-python",
    "R": "text/x-r-source",
}
IN_MEMORY = 4_000_000
_PART = 1 << 18


def register(server: Flask, settings: Any, store: Store) -> None:
    def records(extension: str) -> Response:
        return answer(extension, settings, store)

    server.add_url_rule("/export/records.<path:extension>", "export_records", records, methods=["GET"])


def answer(extension: str, settings: Any, store: Editions) -> Response:
    words = words_of(request.args, request.accept_languages.values(), settings.language)
    refuse = as_json if extension == "json" else as_text
    if extension not in TYPES:
        title = words.say("takeaway.no_format", name=extension[:20], formats=", ".join(TYPES))
        return refuse(Refusal(404, "format_not_found", title, choices=tuple(TYPES)))
    try:
        response = _file(extension, words, settings, store)
    except (BadSelection, EditionNotFound) as error:
        return refuse(refusal(error, words))
    if isinstance(response, Refusal):
        return refuse(response)
    response.headers.extend(HEADERS)
    response.headers["Content-Language"] = words.language
    # Flask-Compress writes how it packed an answer behind its ETag, and packs anew what it has not been told of.
    known = {tag.partition(":")[0] for tag in request.if_none_match.as_set()}
    if response.get_etag()[0] in known:
        response.close()
        return Response(status=304, headers={key: response.headers[key] for key in ("ETag", "Cache-Control", "Vary")})
    return response


def _file(extension: str, words: Words, settings: Any, store: Editions) -> Response | Refusal:
    """Raises BadSelection with all that is wrong, and EditionNotFound."""
    selection, pinned = _asked()
    edition = edition_asked(store, pinned)
    key = request.args.get("dataset", "").strip()[:LONGEST_DATASET]
    frame = edition.frames.get(key) if key else cases_frame(edition)
    if frame is None:
        title = words.say("takeaway.no_dataset", name=key) if key else words.say("charts.empty.no_dataset")
        return Refusal(404, "dataset_not_found", title, choices=tuple(edition.frames))
    flat = flatten(frame, selection)
    table = table_of(flat, about(flat, edition, settings.site_name, settings.public_url, words), words)
    if extension == "xlsx" and len(table) > (most := most_records(table)):
        others = tuple(name for name in TYPES if name not in ("xlsx", *LANGUAGES_OF_CODE))
        title = words.say("takeaway.too_many", count=len(table), most=most, formats=", ".join(others))
        return Refusal(413, "too_many_records", title, choices=others)
    language, query = words.language, selection.query()
    # The scripts and the link to what the columns mean name the edition, so that they stay true.
    address = partial(
        records_address, settings.public_url, dataset=frame.dataset.key, language=language, selection=query,
        edition=edition.number,
    )  # fmt: skip
    stream = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed when the answer has been sent
    if extension in LANGUAGES_OF_CODE:
        stream.write(script(table, words, address("csv"), extension).encode())
    else:
        write(table, words, extension, stream)
    response = _sent(stream, extension)
    name = records_file_name(frame.dataset.title[language], selection, edition.number, words, extension)
    response.headers.set("Content-Disposition", "attachment", **attachment(name))
    response.headers["Cache-Control"] = "public, max-age=86400" if pinned else "public, max-age=60"
    response.headers["Link"] = f'<{address("json")}>; rel="describedby"; type="application/json"'
    return response


def _asked() -> tuple[Selection, int | None]:
    """Selection and pinned edition; raises BadSelection with every reason at once."""
    problems: list[BadParameter] = []
    selection = Selection()
    try:
        selection = Selection.from_query(request.args)
    except BadSelection as bad:
        problems += bad.problems
    if (language := request.args.get("lang", "")) and language not in LANGUAGES:
        problems.append(BadParameter("lang", language[:60], "embed.no_value", LANGUAGES))
    pinned = edition_number(request.args.get(PARAMETER, ""), problems)
    if problems:
        raise BadSelection(problems)
    return selection, pinned


def _sent(stream: IO[bytes], extension: str) -> Response:
    """From the file, with its length, and an ETag of what it holds."""
    size = stream.tell()
    digest = hashlib.sha256()
    stream.seek(0)
    while part := stream.read(_PART):
        digest.update(part)
    response = Response(_parts(stream), mimetype=TYPES[extension])
    response.call_on_close(stream.close)
    response.content_length = size
    response.set_etag(digest.hexdigest()[:32])
    return response


def _parts(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while part := stream.read(_PART):
        yield part
