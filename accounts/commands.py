"""The commands of python -m accounts: add, disable, list, reset. None of them asks for or prints a password."""

import getpass
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.account import ROLES, Account
from accounts.accounts import Accounts

Run = Callable[[Namespace, Accounts, Any, Any], None]


@dataclass(frozen=True, slots=True)
class Command:
    """`run` is given the arguments, the accounts, the settings and the words."""

    name: str
    add_arguments: Callable[[ArgumentParser, Any], None]
    run: Run


def _person() -> str:
    """Who is named in the log: the account of the machine that runs the command."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "python -m accounts"


def _name(parser: ArgumentParser, words: Any) -> None:
    parser.add_argument("name", metavar="NAME", help=words.say("accounts.cli.name"))


def _name_and_role(parser: ArgumentParser, words: Any) -> None:
    _name(parser, words)
    parser.add_argument("--role", choices=ROLES, required=True, help=words.say("accounts.cli.role"))


def _name_and_even_last(parser: ArgumentParser, words: Any) -> None:
    _name(parser, words)
    parser.add_argument("--even-last", action="store_true", help=words.say("accounts.cli.even_last"))


def _add(args: Namespace, accounts: Accounts, settings: Any, words: Any) -> None:
    token = accounts.add(args.name, args.role, _person())
    print(words.say("accounts.cli.added", role=words.say(f"accounts.role.{args.role}")))
    tell_link(token, settings, words)


def _reset(args: Namespace, accounts: Accounts, settings: Any, words: Any) -> None:
    token = accounts.reset(args.name, _person())
    print(words.say("accounts.cli.was_reset"))
    tell_link(token, settings, words)


def _disable(args: Namespace, accounts: Accounts, settings: Any, words: Any) -> None:
    accounts.disable(args.name, _person(), args.even_last)
    print(words.say("accounts.cli.was_disabled"))


def _list(args: Namespace, accounts: Accounts, settings: Any, words: Any) -> None:
    everyone = accounts.accounts()
    if not everyone:
        print(words.say("accounts.cli.nobody"))
    for account in everyone:
        role = words.say(f"accounts.role.{account.role}")
        print(words.say(f"accounts.cli.line.{_state(account)}", name=account.name, role=role))


def _state(account: Account) -> str:
    if account.disabled:
        return "disabled"
    return "waiting" if account.waiting else "open"


def tell_link(token: str, settings: Any, words: Any) -> None:
    """The one-time link on a line of its own, and what it is worth."""
    print(f"    {address(token, settings)}")
    print(words.say("accounts.cli.link"), flush=True)
    if not settings.staff:
        print(words.say("accounts.cli.staff_off"), file=sys.stderr)


def tell_first_link(accounts: Accounts, settings: Any, words: Any) -> None:
    """While there is no account, each start prints a new link for the first. Workers print none: logs are kept."""
    token = accounts.first_link("python app.py")
    if token is None:
        return
    print(words.say("accounts.cli.first"))
    tell_link(token, settings, words)
    print(words.say("accounts.cli.first.later"), flush=True)


def address(token: str, settings: Any) -> str:
    return f"{settings.public_url}/staff/password/{token}"


COMMANDS = (
    Command("add", _name_and_role, _add),
    Command("disable", _name_and_even_last, _disable),
    Command("list", lambda parser, words: None, _list),
    Command("reset", _name, _reset),
)
