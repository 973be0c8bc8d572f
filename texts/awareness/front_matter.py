"""The photo slots in the front matter of a text: read as they are, and changed without touching what stands beside."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from texts.awareness import strict_toml
from texts.awareness.parse import FRONT, plain, split

_TABLE = re.compile(r"\s*\[")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


class FrontMatterUnreadable(ValueError):
    """The front matter is not TOML, or writes its photos in a way that cannot be changed line by line."""


def photos_of(markdown: str) -> dict[str, dict[str, Any]]:
    """The slots by name, as far as they can be read."""
    photos = split(markdown)[0].get("photo", {})
    return {name: slot for name, slot in photos.items() if isinstance(slot, dict)} if isinstance(photos, dict) else {}


def with_photo(markdown: str, slot: str, values: Mapping[str, str | int]) -> str:
    """The text with these values in the slot [photo.<slot>]; other keys, slots and comments stay as they are written.

    Raises FrontMatterUnreadable.
    """
    if not re.fullmatch(r"\w+", slot):
        raise FrontMatterUnreadable(slot)
    markdown = plain(markdown)
    match = FRONT.match(markdown)
    front, text = (match[1], markdown[match.end(1) :]) if match else ("", "+++\n\n" + markdown)
    lines = _changed(front.splitlines(), f"[photo.{slot}]", values)
    after = "\n".join(lines) + "\n"
    _must_differ_only_there(front, after, slot, values)
    return f"+++\n{after}{text}"


def _changed(lines: list[str], heading: str, values: Mapping[str, str | int]) -> list[str]:
    start = next((at for at, line in enumerate(lines) if line.split("#")[0].strip() == heading), None)
    if start is None:
        return [
            *lines,
            *([""] if lines else []),
            heading,
            *(f"{key} = {_toml(value)}" for key, value in values.items()),
        ]
    end = next((at for at in range(start + 1, len(lines)) if _TABLE.match(lines[at])), len(lines))
    while end > start + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1
    section, left = lines[start + 1 : end], dict(values)
    for at, line in enumerate(section):
        key = line.split("=")[0].strip()
        if "=" in line and key in left:
            section[at] = f"{key} = {_toml(left.pop(key))}"
    section += [f"{key} = {_toml(value)}" for key, value in left.items()]
    return [*lines[: start + 1], *section, *lines[end:]]


def _toml(value: str | int) -> str:
    """A basic string of TOML is one of JSON where no control character is in it."""
    return str(value) if isinstance(value, int) else json.dumps(_CONTROL.sub(" ", value).strip(), ensure_ascii=False)


def _must_differ_only_there(before: str, after: str, slot: str, values: Mapping[str, str | int]) -> None:
    try:
        old, new = strict_toml.loads(before), strict_toml.loads(after)
        wanted = {key: strict_toml.loads(f"x = {_toml(value)}")["x"] for key, value in values.items()}
        old.setdefault("photo", {})[slot] = old.get("photo", {}).get(slot, {}) | wanted
    except (tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise FrontMatterUnreadable(str(error)) from error
    if old != new:
        raise FrontMatterUnreadable(slot)
