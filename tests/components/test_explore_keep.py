"""The help lists the keys that the script knows, and every sentence that the scripts say is in the document."""

import re

import pytest

from components.document import ASSETS, fill
from components.explore_keep import KEYS, SCRIPTS, keep
from texts.words import LANGUAGES, Words


def source(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def test_the_keys_of_the_help_are_those_of_the_script() -> None:
    acts = source("explore_keys.js").split("const ACTS = {")[1].split("};")[0]
    known = re.findall(r'^\s*"?([^\s":]+)"?: \(\) =>', acts, re.MULTILINE)
    assert [key for _, keys in KEYS for key in keys] == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_scripts_say_and_reach_is_in_the_document(language: str) -> None:
    words = Words(language)
    document = fill("explore_keep.html.j2", words, keep=keep(words))
    said = set(re.findall(r'say\("(\w+)"', source("explore_keep.js")))
    assert said == set(keep(words)["said"])
    assert all(f"data-{name}=" in document for name in said)
    scripts = "".join(source(name) for name in SCRIPTS)
    for name in re.findall(r'getElementById\("([^"]+)"\)', scripts):
        assert f'id="{name}"' in document, name
