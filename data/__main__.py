"""python -m data COMMAND: the command line of the data room. Each command is a module of its own in data/commands."""

import os
from collections.abc import Sequence

from data.commands import check, editions, import_, publish, seed, template, versions
from settings import Settings, SettingsError
from texts.command_line import Parser, run
from texts.spoken import language_of_command
from texts.words import LANGUAGES, Words

COMMANDS = (check, import_, versions, editions, publish, seed, template)


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is the command's own, or 64 for wrong usage."""
    words = Words(_language(arguments))
    Parser.words = words
    parser = Parser(prog="python -m data", description=words.say("cli.about"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    for module in COMMANDS:
        about = words.say(f"cli.command.{module.NAME}")
        command = commands.add_parser(module.NAME, help=about, description=about)
        command.add_argument("--lang", choices=LANGUAGES, default=words.language, help=words.say("cli.lang"))
        module.add_arguments(command, words)
        command.set_defaults(run=module.run)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen, Words(chosen.lang)))


def _language(arguments: Sequence[str]) -> str:
    """English where the settings themselves cannot be used."""
    try:
        default = Settings.read(os.environ).language
    except SettingsError:
        default = ""
    return language_of_command(arguments, os.environ, default) or "en"


if __name__ == "__main__":
    run(main)
