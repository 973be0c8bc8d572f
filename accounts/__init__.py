"""Who may: staff, their roles, passwords and one-time links, kept in the store."""

from accounts.account import EDITOR, PUBLISHER, ROLES, Account
from accounts.accounts import Accounts
from accounts.errors import (
    AccountDisabled,
    AccountExists,
    AccountsError,
    BadName,
    BadPassword,
    LastPublisher,
    LinkGone,
    NoSuchAccount,
    SignInRefused,
    TooManyAttempts,
)
from accounts.links import OneTimeLink

__all__ = [
    "EDITOR",
    "PUBLISHER",
    "ROLES",
    "Account",
    "AccountDisabled",
    "AccountExists",
    "Accounts",
    "AccountsError",
    "BadName",
    "BadPassword",
    "LastPublisher",
    "LinkGone",
    "NoSuchAccount",
    "OneTimeLink",
    "SignInRefused",
    "TooManyAttempts",
]
