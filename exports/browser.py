"""What exports ask of the server's Chrome or Chromium, and the fact that there is none."""

from typing import Any, Protocol

from data.fact import Fact
from exports import kept_files

# Why there is none, for as long as the settings and the machine stay as they are; the others may pass.
LASTING = ("off", "none", "path", "broken")


class NoBrowser(Fact):
    """The server has no Chrome or Chromium, or it did not do it.

    `params` has `reason`: off, none (on this machine), path (of the setting), broken (does not start), late, failed.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"pictures.no_browser.{reason}", reason=reason)

    @property
    def lasting(self) -> bool:
        return self.params["reason"] in LASTING


class Browser(Protocol):
    """Raises NoBrowser."""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        """A figure as png, svg or pdf. `finished` is exports.picture.picture's."""
        ...

    def printed(self, html: str, **how: Any) -> bytes:
        """A whole HTML document, everything inside it, as PDF (A4)."""
        ...


class Without:
    """A server without a browser: every question is answered with why."""

    def __init__(self, reason: str = "off") -> None:
        self.reason = reason

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        raise NoBrowser(reason=self.reason)

    def printed(self, html: str, **how: Any) -> bytes:
        raise NoBrowser(reason=self.reason)


def of_settings(settings: Any) -> Browser:
    """The browser that the settings name; started when it is asked for the first time."""
    # Only where there is a browser are its library (60 ms) and its thread of use.
    from exports import chrome

    try:
        return chrome.Chrome(chrome.found(settings.browser), kept_files.of_settings(settings))
    except NoBrowser as error:
        return Without(error.params["reason"])
