"""What is found in an awareness text, on which line, and what a change of a photo slot leaves alone."""

import tomllib

import pytest

from texts import LANGUAGES, awareness
from texts.awareness.differences import differences
from texts.awareness.findings import ERRORS, WARNINGS, findings
from texts.words import Words

WHOLE = """+++
[photo.1]
file = "a.jpg"
alt = "A road"
+++

# Title

{{photo 1}}

Words {{latest killed}}.[^a]

[^a]: A note.
"""


def found(markdown: str, known: bool = True, files: bool = True) -> list[tuple[str, int | None]]:
    return [(one.kind, one.line) for one in findings(markdown, lambda _: known, [382], lambda _: files)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_the_shipped_texts(language: str) -> None:
    assert found(awareness.seed(language)) == []


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        (WHOLE, []),
        (WHOLE.replace("\n", "\r\n"), []),
        ("", [("empty", None)]),
        ("+++\n[photo.1]\n+++\n \n", [("empty", None)]),
        ("Only words.", [("no_title", None)]),
        (WHOLE.replace('alt = "A road"', "alt = A road"), [("front_matter", 4), ("photo_no_slot", 9)]),
        ("+++\n[photo.1]\n\n# T", [("front_matter", 1)]),
        (WHOLE.replace("latest killed", "latest kiled"), [("malformed", 11)]),
        (WHOLE.replace("killed}}", "killed"), [("malformed", 11)]),
        (WHOLE.replace("Words", "Words\nthat {{photo 1}} go on"), [("malformed", 12)]),
        (WHOLE.replace("[^a]: A note.", ""), [("note_missing", 11)]),
        (WHOLE.replace(".[^a]", "."), [("note_unused", 13)]),
        (WHOLE.replace("A road", " "), [("photo_no_alt", 2)]),
        (WHOLE.replace("{{photo 1}}", ""), [("photo_no_place", 2)]),
        (WHOLE.replace("{{photo 1}}", "{{photo 1}}\n\n{{photo 2}}"), [("photo_no_slot", 11)]),
        (WHOLE.replace("Words", "<b>Words</b>"), [("raw_html", 11)]),
        (WHOLE.replace("Words", "Of 382 people"), [("typed_digits", 11)]),
        (WHOLE.replace("A note.", "A note of 382."), [("typed_digits", 13)]),
    ],
)
def test_each_finding_names_its_line(markdown: str, wanted: list[tuple[str, int | None]]) -> None:
    assert [one for one in found(markdown) if one[0] != "photo_not_there"] == wanted


def test_what_is_not_there_is_found() -> None:
    assert found(WHOLE, known=False) == [("unresolved", 11)]
    assert found(WHOLE, files=False) == [("photo_not_there", 2)]


def test_every_kind_has_its_sentence() -> None:
    for kind in (*ERRORS, *WARNINGS):
        assert all(Words(language).has(f"awareness_check.{kind}") for language in LANGUAGES)


def test_a_photo_changes_its_own_lines_only() -> None:
    seed = awareness.seed("en")
    changed = awareness.with_photo(seed, "2", {"file": "b.jpg", "alt": 'He says "stop" \\ é', "width": 1600})
    before, after = (awareness.photos_of(text)["2"] for text in (seed, changed))
    assert after == before | {"file": "b.jpg", "alt": 'He says "stop" \\ é', "width": 1600}
    lines = [(line.kind, line.parts[0][0]) for line in differences(seed, changed) if line.kind in ("in", "out")]
    assert [text for kind, text in lines if kind == "out"] == ["file = ", "alt = "]
    assert len([text for kind, text in lines if kind == "in"]) == 3


def test_a_text_without_a_slot_gets_one() -> None:
    for text in ("# T\n\nWords.\n", "+++\n# remark\n+++\n# T\n"):
        changed = awareness.with_photo(text, "1", {"file": "b.jpg", "alt": "a\nb\x00c"})
        assert awareness.photos_of(changed) == {"1": {"file": "b.jpg", "alt": "a b c"}}
        assert changed.endswith(text.split("+++\n")[-1])


@pytest.mark.parametrize(
    "front", ['photo = { 1 = { file = "a" } }', '[photo.1]\nalt = """\nfile = 1\n"""', "[photo.1]\nx =", "photo = 3"]
)
def test_front_matter_that_cannot_be_changed_line_by_line_is_left_alone(front: str) -> None:
    with pytest.raises(awareness.FrontMatterUnreadable):
        awareness.with_photo(f"+++\n{front}\n+++\n# T\n", "1", {"file": "b.jpg"})


@pytest.mark.parametrize("alt", ['"; +++ \n+++', "'''", '\\"', "\u2028\x7f\x1b", "+++", '""" # x', "=[photo.2]"])
def test_whatever_is_typed_stays_inside_its_string(alt: str) -> None:
    changed = awareness.with_photo(WHOLE, "1", {"alt": alt})
    front = changed.split("+++\n")[1]
    assert tomllib.loads(front)["photo"].keys() == {"1"}
    assert "# Title" in changed


def test_words_that_differ_are_marked_within_their_line() -> None:
    lines = differences("same\nold word here\nend", "same\nnew word here\nend")
    assert [(line.kind, line.before, line.after) for line in lines] == [
        ("same", 1, 1), ("out", 2, None), ("in", None, 2), ("same", 3, 3),
    ]  # fmt: skip
    assert lines[1].parts == (("old", True), (" word here", False))
    assert differences("a", "a") == []


@pytest.mark.parametrize(
    "front",
    [
        "x = " + "[" * 9000,
        "x = " + "[" * 900 + "]" * 900,
        "x = " + "9" * 5000,
        ".".join("a" * 9000) + " = 1",
        "# '''\n" + ".".join("a" * 9000) + " = 1\n# '''",
        "x = " + "{a=" * 5000,
        "x = 1 # " + "a" * 20_000,
    ],
    ids=["open", "deep", "digits", "dotted", "dotted between comments", "tables", "long"],
)
def test_front_matter_made_to_stop_the_parser_is_a_finding(front: str) -> None:
    """Else the page on which it could be mended would not open, nor the front page once it is published."""
    text = f"+++\n{front}\n+++\n# Title\n"
    assert [kind for kind, _ in found(text)] == ["front_matter"]
    assert awareness.malformed(text)
    assert awareness.photos_of(text) == {}
    with pytest.raises(awareness.FrontMatterUnreadable):
        awareness.with_photo(text, "1", {"file": ""})


def test_what_stands_in_strings_and_comments_of_front_matter_is_not_counted() -> None:
    front = f'[photo.1] # {"[" * 30} {"." * 30}\nfile = "a.jpg"\nalt = "{"[" * 30} {"." * 30} \\" {"[" * 30}"'
    assert awareness.photos_of(f"+++\n{front}\n+++\n# Title\n")["1"]["file"] == "a.jpg"
