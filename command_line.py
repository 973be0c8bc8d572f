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
from exports.formats import FORMATS
from routes.asked import read
from settings import Settings
from texts.command_line import WRONG_USAGE, Parser
from texts.words import LANGUAGES, Words


def export(args: argparse.Namespace, settings: Settings, store: Store, browser: Browser, words: Words) -> int:
    """Writes each chart that is named, or all of them, as a file."""
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
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path)
    return 0


def parser(words: Words) -> argparse.ArgumentParser:
    root = Parser(prog="python app.py", description=words.say("run.about"))
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", help=words.say("run.serve"))
    command = commands.add_parser("export", help=words.say("run.export"), description=words.say("run.export"))
    charts = words.say("run.export.charts", charts=", ".join(ALL_CHARTS))
    command.add_argument("charts", nargs="*", metavar="CHART", help=charts)
    command.add_argument("--format", choices=tuple(FORMATS), default="csv", help=words.say("run.export.format"))
    command.add_argument("--lang", choices=LANGUAGES, default=words.language, help=words.say("run.export.lang"))
    command.add_argument("--query", default="", help=words.say("run.export.query"))
    command.add_argument("--output", default=".", help=words.say("run.export.output"))
    return root
