"""Who a person is to the site: a name, a role, and what the role may do."""

from dataclasses import dataclass

EDITOR, PUBLISHER = "editor", "publisher"
ROLES = (EDITOR, PUBLISHER)


@dataclass(frozen=True, slots=True)
class Account:
    """`mark` changes with every new password and when the account is disabled: sessions with an older one are over.

    `waiting` is True until a password was set.
    """

    name: str
    role: str
    mark: str
    disabled: bool = False
    waiting: bool = False

    @property
    def may_publish(self) -> bool:
        return self.role == PUBLISHER
