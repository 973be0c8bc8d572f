"""Passwords: which ones are refused, and the argon2 hashes that are kept of the others."""

import unicodedata
from functools import cache, cached_property
from pathlib import Path
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from accounts.errors import BadPassword

SHORTEST, LONGEST = 12, 1000
# So many characters must be left of a password when the name is taken out of it.
BESIDE_NAME = 8
# Fewer different characters than this are a pattern, not a password: aaaaaaaaaaaa, 121212121212.
FEWEST_DIFFERENT = 5
# Hashes that one process computes at a time: each takes 64 MB.
AT_ONCE = 2
_ROWS = ("012345678901234567890", "abcdefghijklmnopqrstuvwxyzæøå", "qwertyuiopåasdfghjkløæzxcvbnm")


class Passwords:
    """Hashes and checks. Parameters stand in the hash, so raised ones take hold at the next sign-in."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = BoundedSemaphore(AT_ONCE)

    def hashed(self, password: str) -> str:
        with self._turn:
            return self._hasher.hash(_composed(password))

    def fits(self, kept: str | None, password: str) -> bool:
        """Takes as long without a hash as with one, so that time does not tell which names there are."""
        with self._turn:
            try:
                return self._hasher.verify(kept or self._nobodys, _composed(password)) and kept is not None
            except (VerifyMismatchError, VerificationError, InvalidHashError):
                return False

    def outdated(self, kept: str) -> bool:
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash("nobody signs in with this")


def check(password: str, name: str) -> None:
    """Raises BadPassword. Length counts, not kinds of characters; what is tried first is refused."""
    composed = _composed(password)
    if len(composed) < SHORTEST:
        raise BadPassword("accounts.error.short", shortest=SHORTEST)
    if len(composed) > LONGEST:
        raise BadPassword("accounts.error.long", longest=LONGEST)
    small = composed.casefold()
    if name in small and len(small.replace(name, "")) < BESIDE_NAME:
        raise BadPassword("accounts.error.like_name")
    plain = "".join(character for character in small if character.isalnum())
    if len(set(small)) < FEWEST_DIFFERENT or plain in _common() or any(_along(plain, row) for row in _ROWS):
        raise BadPassword("accounts.error.common")


def _along(plain: str, row: str) -> bool:
    """Whether a password only walks along a row of the keyboard, or back."""
    return len(plain) >= FEWEST_DIFFERENT and (plain in row or plain in row[::-1])


def _composed(password: str) -> str:
    """Keyboards write å as one character or as two (NFKC, as NIST SP 800-63B advises); a lone surrogate is no text."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode("utf-8")


@cache
def _common() -> frozenset[str]:
    lines = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
