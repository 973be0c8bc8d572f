"""What cannot be done with an account, named as facts; each has a message id and the parameters of its sentence."""

from data.fact import Fact


class AccountsError(Fact):
    """Whatever is refused about an account."""


class BadName(AccountsError):
    """A name that no account can have. `shortest`, `longest`."""

    message = "accounts.error.name"


class BadPassword(AccountsError):
    """A password that is refused; the message says why. `shortest` or `longest`."""


class AccountExists(AccountsError):
    """The name is taken. `name`."""

    message = "accounts.error.exists"


class NoSuchAccount(AccountsError):
    """No account has this name. `name`."""

    message = "accounts.error.none"


class AccountDisabled(AccountsError):
    """The account was disabled; adding it anew opens it. `name`."""

    message = "accounts.error.disabled"


class LastPublisher(AccountsError):
    """Nobody could publish any more. `name`."""

    message = "accounts.error.last_publisher"


class LinkGone(AccountsError):
    """A one-time link that was used, replaced, is too old, or never was."""

    message = "accounts.error.link"


class SignInRefused(AccountsError):
    """Name and password are not those of an account that may sign in. Which of the two is wrong is not told."""

    message = "accounts.error.refused"


class TooManyAttempts(AccountsError):
    """Too many failed sign-ins for this account or from this address. `until`: the moment after which one may try."""

    message = "accounts.error.too_many"
