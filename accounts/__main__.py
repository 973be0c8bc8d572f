"""python -m accounts COMMAND: who may sign in, for whoever runs the site."""

import os
import sys
from collections.abc import Sequence

from accounts.accounts import Accounts
from accounts.commands import COMMANDS
from accounts.errors import AccountsError, LastPublisher
from data.store import Store, StoreError
from settings import Settings, SettingsError
from texts.command_line import WRONG_USAGE, Parser, run
from texts.spoken import language_of_command
from texts.words import LANGUAGES, Words

REFUSED, UNREADABLE = 1, 2


def main(arguments: Sequence[str]) -> int:
    """0; 64 for wrong usage or a name that does not do; 1 where the last publisher would go; 2 without a store."""
    try:
        settings = Settings.read(os.environ)
    except SettingsError as error:
        for problem in error.problems:
            print(Words("en").say("store.setting", problem=problem), file=sys.stderr)
        return WRONG_USAGE
    words = Parser.words = Words(language_of_command(arguments, os.environ, settings.language))
    args = _parser(words).parse_args(arguments)
    words = Words(args.lang)
    try:
        args.run(args, Accounts(Store.open(settings.store)), settings, words)
        return 0
    except AccountsError as error:
        print(words.say(error.message, **error.params), file=sys.stderr)
        return REFUSED if isinstance(error, LastPublisher) else WRONG_USAGE
    except StoreError as error:
        print(words.say(error.message, **error.params), file=sys.stderr)
        return UNREADABLE


def _parser(words: Words) -> Parser:
    parser = Parser(prog="python -m accounts", description=words.say("accounts.cli.about"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for command in COMMANDS:
        about = words.say(f"accounts.cli.command.{command.name}")
        added = commands.add_parser(command.name, help=about, description=about)
        added.add_argument("--lang", choices=LANGUAGES, default=words.language, help=words.say("cli.lang"))
        command.add_arguments(added, words)
        added.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    run(main)
