"""python -m data check FILE: says what is understood of a spreadsheet, and stores nothing."""

import json
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from data.commands import taking_in
from data.commands.check_page import page
from data.commands.opening import tells_errors
from data.commands.taking_in import UNREADABLE, CannotTakeIn, read
from data.intake.report import report, unread

NAME = "check"
UNDERSTOOD, QUESTIONS = 0, 1


def add_arguments(parser: ArgumentParser, words: Any) -> None:
    taking_in.add_arguments(parser, words)
    parser.add_argument("--json", action="store_true", help=words.say("cli.help.json"))


@tells_errors
def run(args: Namespace, words: Any) -> int:
    """0 = no open question; 1 = open questions; 2 = cannot be read, or refused; 64 = wrong usage."""
    try:
        intake = read(args, words)
    except CannotTakeIn as reason:
        return _unread(args, reason, words.say(reason.message, **reason.params))
    print(_json(report(intake, words)) if args.json else page(intake, words))
    if intake.refused:
        return UNREADABLE
    return QUESTIONS if intake.questions else UNDERSTOOD


def _unread(args: Namespace, reason: CannotTakeIn, sentence: str) -> int:
    """JSON to standard output, where it was asked for and the file is to blame; else a sentence to standard error."""
    if args.json and reason.status == UNREADABLE:
        print(_json(unread(args.file.name, reason.content, reason.message, sentence)))
    else:
        print(sentence, file=sys.stderr)
    return reason.status


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)
