"""Front matter as TOML, within bounds: nothing that somebody types may stop the pages on which it could be mended."""

import re
import tomllib
from typing import Any

# Twenty photos with their words have 10,000 characters.
LONGEST = 20_000
# Photo slots are nested twice, and their names have one dot.
DEEPEST, MOST_DOTS = 10, 20
# Comments first: a quotation mark in one opens nothing.
_COMMENTS_AND_STRINGS = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL
)


def loads(text: str) -> dict[str, Any]:
    """Raises tomllib.TOMLDecodeError, also for what tomllib would follow too deep (RecursionError) or for minutes."""
    if len(text) > LONGEST:
        raise tomllib.TOMLDecodeError(f"More than {LONGEST} characters")
    _check_nesting(_COMMENTS_AND_STRINGS.sub(" ", text))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError) as error:  # a number of 5000 digits
        raise tomllib.TOMLDecodeError(str(error)) from error


def _check_nesting(plain: str) -> None:
    """tomllib takes a second for a key of 2,500 parts, and a minute for one of 20,000."""
    depth = 0
    for number, line in enumerate(plain.split("\n"), start=1):
        for bracket in re.findall(r"[\[\]{}]", line):
            depth += 1 if bracket in "[{" else -1
            if depth > DEEPEST:
                raise tomllib.TOMLDecodeError(f"Nested too deep (at line {number})")
        if line.count(".") > MOST_DOTS:
            raise tomllib.TOMLDecodeError(f"Too many dots (at line {number})")
