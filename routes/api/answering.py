"""How every call of the API is answered: parameters are read, an edition is found, JSON or CSV is written."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, request

from data.frame import Edition, Frame
from data.pinned import edition_asked
from data.selection import BadParameter, BadSelection, Selection, sentence
from data.store import EditionNotFound, Store
from data.summaries.coverage import CASES
from exports import json
from exports.csv import cell
from routes.api.parameters import DATASET, EDITION, FORMATS, LANGUAGE, Parameter, choice, edition
from routes.asked import words_of
from routes.refusals import Refusal, as_json, refusal
from texts.words import LANGUAGES, Words

ROOT = "/api/v1"
# The figures are public: a script of any site may fetch them.
HEADERS = {"Access-Control-Allow-Origin": "*", "Vary": "Accept-Language"}
# A pinned answer changes with a release only.
PINNED, NEWEST = "public, max-age=86400", "public, max-age=60"


class NotThere(LookupError):
    """A well-formed value of a parameter names nothing that there is: `problem` says which would do."""

    def __init__(self, problem: BadParameter) -> None:
        super().__init__(problem.param)
        self.problem = problem


@dataclass(frozen=True)
class Api:
    """What every endpoint is handed."""

    settings: Any
    store: Store
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`path` below ROOT; `answer(call)` gives the document, or rows for CSV. Its words are api.path.<name>."""

    name: str
    path: str
    answer: Callable[["Call"], "Document"]
    parameters: tuple[Parameter, ...] = ()
    schema: dict[str, Any] = field(default_factory=dict)
    csv: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """`content` is the JSON document; `rows` (a heading first) the same as CSV where the endpoint has one."""

    content: Any
    rows: Sequence[Sequence[Any]] = ()


@dataclass(frozen=True)
class Call:
    """One request: its words, what is wrong with its parameters so far, and what they ask for."""

    api: Api
    words: Words
    problems: list[BadParameter]
    pinned: int | None
    format: str

    @property
    def query(self) -> Any:
        return request.args

    def edition(self) -> Edition:
        """What the call asks of. Raises BadSelection with all that is wrong, NotThere and NothingPublished."""
        if self.problems:
            raise BadSelection(self.problems)
        try:
            return edition_asked(self.api.store, self.pinned)
        except BadSelection as unknown:
            raise NotThere(unknown.problems[0]) from None

    def selection(self) -> Selection:
        """What is wrong is noted, and told by `edition`."""
        try:
            return Selection.from_query(self.query)
        except BadSelection as bad:
            self.problems.extend(bad.problems)
            return Selection()

    def frame(self, found: Edition, cases_only: bool = False) -> Frame:
        """The dataset asked for, else that of single cases. Raises NotThere where there is none of the name.

        `cases_only`: statements and period totals are refused, because they are never added up.
        """
        fitting = {key: one for key, one in found.frames.items() if not cases_only or one.dataset.layout in CASES}
        key = self.query.get(DATASET.name, "").strip()
        if key in fitting:
            return fitting[key]
        usual = next((one for one in fitting.values() if one.dataset.layout in CASES), None)
        if key or usual is None:
            reason = "api.bad.not_added_up" if key in found.frames else "selection.bad.value"
            raise NotThere(BadParameter(DATASET.name, key[:60], reason, tuple(fitting)))
        return usual

    def link(self, path: str, **parameters: Any) -> str:
        """The full address of another call."""
        query = urlencode({name: value for name, value in parameters.items() if value not in (None, "")})
        return f"{self.api.settings.public_url}{ROOT}{path}" + (f"?{query}" if query else "")

    def here(self, **changes: Any) -> str:
        """This call with some parameters changed."""
        kept = [(name, value) for name, value in request.args.items(multi=True) if name not in changes]
        query = urlencode([*kept, *((name, str(value)) for name, value in changes.items())])
        return f"{self.api.settings.public_url}{request.path}?{query}"


def add(server: Flask, api: Api, endpoint: Endpoint) -> None:
    name = f"api.{endpoint.name}".replace(".", "_")
    server.add_url_rule(ROOT + endpoint.path, name, lambda: answered(api, endpoint), methods=["GET"])


def unknown(api: Api, endpoints: Sequence[Endpoint]) -> Response:
    """An address of the API that does not exist, with those that do."""
    words = words_of(request.args, request.accept_languages.values(), api.settings.language)
    known = tuple(ROOT + endpoint.path for endpoint in endpoints)
    return _refused(Refusal(404, "not_found", words.say("api.not_found"), choices=known))


def _refused(refused: Refusal) -> Response:
    response = as_json(refused)
    response.headers.extend(HEADERS)
    return response


def answered(api: Api, endpoint: Endpoint) -> Response:
    words = words_of(request.args, request.accept_languages.values(), api.settings.language)
    try:
        call = _call(api, words, endpoint)
        response = _written(call, endpoint.answer(call))
    except NotThere as missing:
        refused = Refusal(404, "not_found", words.say("api.not_there"), (sentence(missing.problem, words),))
        return _refused(refused)
    except (BadSelection, EditionNotFound) as error:
        return _refused(refusal(error, words))
    response.headers.extend(HEADERS)
    response.headers["Cache-Control"] = PINNED if call.pinned else NEWEST
    response.headers["Content-Language"] = words.language
    response.add_etag()
    response.make_conditional(request)
    return response


def _call(api: Api, words: Words, endpoint: Endpoint) -> Call:
    problems: list[BadParameter] = []
    named = {parameter.name for parameter in endpoint.parameters}
    format_ = choice(request.args, "format", FORMATS, problems, FORMATS[0]) if endpoint.csv else FORMATS[0]
    choice(request.args, LANGUAGE.name, LANGUAGES, problems)
    pinned = edition(request.args, problems) if EDITION.name in named else None
    return Call(api, words, problems, pinned, format_)


def _written(call: Call, document: Document) -> Response:
    if call.format == "json":
        return Response(json.text(document.content), mimetype="application/json")
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([[cell(one) for one in row] for row in document.rows])
    return Response(b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8"), mimetype="text/csv")
