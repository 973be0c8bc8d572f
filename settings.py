"""Every setting: its name, default and meaning, read from the environment once and passed on as values."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_data_path

PREFIX = "MINETALL_"


class SettingsError(ValueError):
    """One or more environment variables hold what cannot be used; `problems` has a sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _text(value: str) -> str:
    return value.strip()


def _language(value: str) -> str:
    if value not in ("nb", "en"):
        raise ValueError("nb or en")
    return value


def _flag(value: str) -> bool:
    try:
        return {"on": True, "off": False}[value.strip().lower()]
    except KeyError:
        raise ValueError("on or off") from None


def _between(low: int, high: int) -> Callable[[str], int]:
    def number(value: str) -> int:
        if not value.strip().isascii() or not value.strip().isdigit() or not low <= int(value) <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return int(value)

    return number


def _address(value: str) -> str:
    value = value.strip().rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError("an address such as https://figures.example.org, without a query")
    return value


def _store(value: str) -> str:
    """A database address stays as it is; a path becomes an absolute one."""
    value = value.strip()
    if not value:
        raise ValueError("a file path or a database address")
    return value if "://" in value else str(Path(value).expanduser().absolute())


def _ancestors(value: str) -> str:
    value = " ".join(value.split())
    if not value or any(character in value for character in ";,\r\n"):
        raise ValueError("a list for frame-ancestors, such as * or 'self' https://example.org")
    return value


def _browser(value: str) -> str:
    value = value.strip()
    if value not in ("auto", "off") and shutil.which(str(Path(value).expanduser())) is None:
        raise ValueError("auto, off or the path of a program that can be run")
    return value


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `read` turns the environment's text into the value or raises ValueError with what is allowed."""

    key: str
    default: str
    meaning: str
    read: Callable[[str], Any] = _text

    @property
    def variable(self) -> str:
        return PREFIX + self.key.upper()


def default_store() -> str:
    """The store's file when nothing is set: in the user's own data folder, which no server serves."""
    return str(user_data_path("minetall", appauthor=False) / "minetall.sqlite")


SETTINGS: tuple[Setting, ...] = (
    Setting("site_name", "Minetall", "Name of the site, in the header, titles and social cards."),
    Setting("organisation", "", "Who runs this site. Shown in the foot of each page and on the method page."),
    Setting("contact", "", "An e-mail address or a link for questions and corrections. Nothing is shown when empty."),
    Setting(
        "public_url",
        "",
        "The address that readers use, such as https://figures.example.org. It stands in every link "
        "that leaves the site: embeds, foot lines of pictures, social cards. When empty: http://HOST:PORT.",
        _address,
    ),
    Setting(
        "language",
        "nb",
        "Language of a reader whose browser (or terminal) asks for neither Norwegian nor English: nb or en.",
        _language,
    ),
    Setting(
        "emergency_number",
        "",
        "The number to call about a suspected mine, in the safety box. Nothing is shown when empty.",
    ),
    Setting("host", "127.0.0.1", "The address that the server listens on."),
    Setting("port", "8050", "The port that the server listens on.", _between(1, 65535)),
    Setting("threads", "8", "How many requests `python app.py` answers at the same time.", _between(1, 256)),
    Setting(
        "store",
        "",
        "Where the data are kept: a SQLite file, or a database address that SQLAlchemy understands. "
        "When empty: minetall.sqlite in the user's data folder.",
        _store,
    ),
    Setting(
        "drafts_folder",
        "",
        "Where uploaded spreadsheets are kept until they are published or discarded, 7 days at most. Every server "
        "process needs the same folder; nothing else should be in it. When empty: beside the store's file, or in the "
        "user's data folder.",
    ),
    Setting(
        "browser",
        "auto",
        "The Chrome or Chromium that makes pictures and PDFs on the server: auto (the one that is installed), off, or "
        "the path of its program. Without one those are made in the reader's own browser, or not at all.",
        _browser,
    ),
    Setting(
        "kept_folder",
        "",
        "Where pictures, slides and reports that were made once are kept for the next reader. Whatever is in it can be "
        "deleted at any time. When empty: beside the store's file, or in the user's data folder.",
    ),
    Setting(
        "kept_mb", "500", "How large that folder may grow, in megabytes; the oldest go first.", _between(1, 100_000)
    ),
    Setting(
        "slide_template",
        "",
        "A PowerPoint file (.pptx or .potx) of the organisation, whose master, fonts and layouts slides and decks "
        "get. When empty: the site's own.",
    ),
    Setting(
        "embeds",
        "on",
        "Whether charts can be embedded in other sites (on or off). When off, those addresses do not exist.",
        _flag,
    ),
    Setting(
        "frame_ancestors",
        "*",
        "Who may embed: the value of the frame-ancestors directive for /embed addresses.",
        _ancestors,
    ),
    Setting(
        "staff",
        "on",
        "Whether there are staff pages for upload and publication (on or off). When off, those addresses do not exist.",
        _flag,
    ),
    Setting(
        "proxies",
        "0",
        "How many proxies stand before the server. So many are believed about whom they speak for (X-Forwarded-For), "
        "so that failed sign-ins are counted for each address.",
        _between(0, 10),
    ),
    Setting("max_file_mb", "200", "The largest spreadsheet that is read, in megabytes.", _between(1, 2000)),
    Setting(
        "max_unpacked_mb",
        "2048",
        "How large the parts of a workbook may be together when they are unpacked, in megabytes.",
        _between(1, 100_000),
    ),
    Setting("max_parts", "5000", "The most parts (files) that a workbook's archive may hold.", _between(10, 1_000_000)),
    Setting("max_sheets", "500", "The most sheets that are read from one workbook.", _between(1, 10_000)),
    Setting(
        "max_rows",
        "2000000",
        "The most rows that are read from one file, all sheets together.",
        _between(1, 10_000_000),
    ),
    Setting("max_columns", "1000", "The most columns that are read from one sheet.", _between(1, 16_384)),
    Setting(
        "max_cells",
        "60000000",
        "The most cells that are read from one sheet: rows times columns, empty ones too.",
        _between(1, 1_000_000_000),
    ),
    Setting("read_seconds", "300", "How long the reading of one spreadsheet may take, in seconds.", _between(1, 3600)),
    Setting(
        "read_memory_mb",
        "4096",
        "How much memory the reading of one spreadsheet may use, in megabytes.",
        _between(256, 65536),
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force. Built by `Settings.read`, or directly in tests."""

    site_name: str = "Minetall"
    organisation: str = ""
    contact: str = ""
    public_url: str = "http://127.0.0.1:8050"
    language: str = "nb"
    emergency_number: str = ""
    host: str = "127.0.0.1"
    port: int = 8050
    threads: int = 8
    store: str = ""
    drafts_folder: str = ""
    browser: str = "auto"
    kept_folder: str = ""
    kept_mb: int = 500
    slide_template: str = ""
    embeds: bool = True
    frame_ancestors: str = "*"
    staff: bool = True
    proxies: int = 0
    max_file_mb: int = 200
    max_unpacked_mb: int = 2048
    max_parts: int = 5_000
    max_sheets: int = 500
    max_rows: int = 2_000_000
    max_columns: int = 1_000
    max_cells: int = 60_000_000
    read_seconds: int = 300
    read_memory_mb: int = 4096

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """The settings of an environment. Raises SettingsError that names every variable that cannot be used."""
        values: dict[str, Any] = {}
        problems = [f"{name}: no such setting; see docs/settings.md" for name in sorted(unknown(environ))]
        for setting in SETTINGS:
            text = environ.get(setting.variable, "").strip() or setting.default
            if setting.key == "store":
                text = text or default_store()
            try:
                values[setting.key] = setting.read(text)
            except ValueError as allowed:
                problems.append(f"{setting.variable} is {text!r}; it must be {allowed}")
        if problems:
            raise SettingsError(problems)
        values["public_url"] = values["public_url"] or f"http://{values['host']}:{values['port']}"
        return cls(**values)


def unknown(environ: Mapping[str, str]) -> set[str]:
    """Variables that look like ours and are not: a misspelt setting must not be ignored in silence."""
    known = {setting.variable for setting in SETTINGS} | {PREFIX + "SHARED"}
    return {name for name in environ if name.startswith(PREFIX)} - known


assert {setting.key for setting in SETTINGS} == {field.name for field in fields(Settings)}


def documentation() -> str:
    """docs/settings.md, as text."""
    lines = [
        "# Settings",
        "",
        "Generated from settings.py by `make docs`; a test fails when it is out of date.",
        "",
        "Every setting is an environment variable. A value that cannot be used, or a misspelt name, stops the start "
        "with a sentence that says which and why.",
        "",
        "| variable | default | meaning |",
        "|---|---|---|",
    ]
    lines += [f"| `{s.variable}` | {f'`{s.default}`' if s.default else '(empty)'} | {s.meaning} |" for s in SETTINGS]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(documentation(), end="")
