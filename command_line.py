"""The command line beside `serve`: its words, and charts written as files."""

import argparse
import sys
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from charts import ALL_CHARTS, CHARTS
from data.store import Store
from exports.browser import Browser
from exports.formats import FORMATS, SET_FORMATS
from routes.asked import read
from routes.asked_set import CHARTS_PARAMETER, read_set
from routes.export_set import file_name_of
from settings import Settings
from texts.command_line import WRONG_USAGE, Parser
from texts.words import LANGUAGES, Words

# deck.pptx: as in the address
SETS = {f"{name}.{extension}": format for (name, extension), format in SET_FORMATS.items()}


def export_set(args: argparse.Namespace, settings: Settings, store: Store, browser: Browser, words: Words) -> int:
    """Writes the charts that are named, or those of the query, as one file."""
    format = SETS[args.set]
    query = MultiDict(parse_qsl(args.query))
    query["lang"] = words.language
    if args.charts:
        query[CHARTS_PARAMETER] = ",".join(args.charts)
    asked = read_set(query, words, format.options)
    name = file_name_of(format, asked, store)
    target = Path(args.output)
    path = target if target.suffix == f".{format.extension}" else target / f"{name}.{format.extension}"
    _write(path, format.write(asked.handed(store, date.today(), settings, name), browser))
    return 0


def export(args: argparse.Namespace, settings: Settings, store: Store, browser: Browser, words: Words) -> int:
    """Writes each chart that is named, or all of them, as a file; with --set all of them as one."""
    if args.set:
        return export_set(args, settings, store, browser, words)
    target, format = Path(args.output), FORMATS[args.format]
    as_file = target.suffix == f".{args.format}"
    if as_file and len(args.charts) != 1:
        print(words.say("run.one_file", file=str(target)), file=sys.stderr)
        return WRONG_USAGE
    for chart in args.charts or CHARTS:
        asked = read(chart, MultiDict(parse_qsl(args.query)), words, format.options)
        handed = asked.handed(store, date.today(), settings)
        content = format.write(handed, browser)
        path = target if as_file else target / f"{handed.name}.{args.format}"
        _write(path, content)
    return 0


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(path)


def parser(words: Words) -> argparse.ArgumentParser:
    root = Parser(prog="python app.py", description=words.say("run.about"))
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help=words.say("run.serve"))
    command = commands.add_parser("export", help=words.say("run.export"), description=words.say("run.export"))
    charts = words.say("run.export.charts", charts=", ".join(ALL_CHARTS))
    command.add_argument("charts", nargs="*", metavar="CHART", help=charts)
    command.add_argument("--format", choices=tuple(FORMATS), default="csv", help=words.say("run.export.format"))
    command.add_argument("--set", choices=tuple(SETS), help=words.say("run.export.set"))
    command.add_argument("--lang", choices=LANGUAGES, default=words.language, help=words.say("run.export.lang"))
    command.add_argument("--query", default="", help=words.say("run.export.query"))
    command.add_argument("--output", default=".", help=words.say("run.export.output"))
    return root
