"""The server's own Chrome or Chromium: pictures and prints, each made once and kept (exports.browser.Browser)."""

import logging
import re
import shutil
from html import escape
from pathlib import Path
from typing import Any

from choreographer.browsers.chromium import Chromium
from choreographer.errors import ChromeNotFoundError

from exports import json
from exports.browser import NoBrowser
from exports.chrome.tabs import ScriptFailed, versions
from exports.chrome.warm import IDLE, LIMIT, NotStarted, Warm
from exports.kept_files import KeptFiles, key_of

log = logging.getLogger(__name__)
# Skia writes the second of printing into every PDF; two prints of the same page should be the same file.
_MOMENT = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)[^)]*\)")
_DAY = b"20200101000000+00'00'"
SHEET = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: {width}px {height}px; margin: 0 }} html, body {{ margin: 0; padding: 0; background: {ground} }}
svg {{ display: block }}</style></head><body>{svg}</body></html>"""
A4 = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True, "preferCSSPageSize": True,
      "generateTaggedPDF": True, "generateDocumentOutline": True}  # fmt: skip


class Chrome:
    """`path` is its program; `idle` and `limit` are seconds, of rest before it is closed and of one picture."""

    def __init__(self, path: str, kept: KeptFiles, idle: float = IDLE, limit: float = LIMIT) -> None:
        self.kept, self.warm = kept, Warm(path, idle, limit)

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        """As Browser.picture. `finished` may say fonts=False, for an SVG that stands in a page with our fonts."""
        key = key_of(json.text(finished), extension, versions())
        return self.kept.get(key, lambda: self._made(finished, extension, key))

    def printed(self, html: str, **how: Any) -> bytes:
        """As Browser.printed; `how` are parameters of the DevTools command Page.printToPDF, over A4 with our colours.

        Page numbers: displayHeaderFooter=True with headerTemplate and footerTemplate, or @page margin boxes in the
        document. Scripts of the document do not run and nothing is fetched.
        """
        how = A4 | how
        key = key_of(html, "printed", json.text(how), versions())
        return self.kept.get(key, lambda: self._printed(html, how))

    def close(self) -> None:
        self.warm.close()

    def _made(self, finished: dict[str, Any], extension: str, key: str) -> bytes:
        if extension == "pdf":
            svg = self.picture(finished, "svg").decode()
            return self._printed(_sheet(finished, svg), A4 | {"pageRanges": "1", "generateDocumentOutline": False})
        return self._run(lambda tabs: tabs.drawn(finished, extension, f"m{key[:8]}"))

    def _printed(self, html: str, how: dict[str, Any]) -> bytes:
        pdf = self._run(lambda tabs: tabs.printed(html, how))
        return _MOMENT.sub(lambda found: found[1] + _DAY + b")", pdf)

    def _run(self, job: Any) -> bytes:
        try:
            return self.warm.run(job)
        except NotStarted as error:
            log.warning("the browser does not start: %s", error)
            raise NoBrowser(reason="broken") from error
        except TimeoutError as error:
            raise NoBrowser(reason="late") from error
        except ScriptFailed as error:
            log.warning("the browser could not make it: %s", error)
            raise NoBrowser(reason="failed") from error


def _sheet(finished: dict[str, Any], svg: str) -> str:
    """One page as large as the picture."""
    ground = finished["figure"]["layout"].get("paper_bgcolor") or "transparent"
    lang = "nb" if finished["locale"] == "no" else finished["locale"]
    return SHEET.format(
        lang=lang, title=escape(finished["title"]), width=finished["width"], height=finished["height"], ground=ground,
        svg=svg,
    )  # fmt: skip


def found(setting: str) -> str:
    """The program that the setting means. Raises NoBrowser: `off`, `none` on this machine, or `path` that is none."""
    if setting == "off":
        raise NoBrowser(reason="off")
    if setting != "auto":
        path = shutil.which(str(Path(setting).expanduser()))
        if path is None:
            raise NoBrowser(reason="path")
        return path
    try:
        path = Chromium.find_browser(skip_local=False)
    except (ChromeNotFoundError, RuntimeError, OSError):
        path = None
    if path is None:
        raise NoBrowser(reason="none")
    return str(path)
