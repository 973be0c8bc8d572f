"""Who may: staff, their roles, passwords and one-time links, kept in the store."""

from accounts.account import EDITOR, PUBLISHER, ROLES, Account
from accounts.accounts import Accounts

__all__ = ["EDITOR", "PUBLISHER", "ROLES", "Account", "Accounts"]
