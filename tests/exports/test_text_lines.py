"""Lines that fit, so that no picture has words beyond its edge."""

from exports.text_lines import balanced, lines, width


def test_lines_hold_all_words_and_fit() -> None:
    text = "Killed and injured in reported accidents, taken from public reports, by district and month"
    found = lines(text, 13, 200)
    assert " ".join(found) == text
    assert len(found) > 2
    assert all(width(line, 13) <= 200 for line in found)


def test_a_long_address_is_broken() -> None:
    address = "https://figures.example.org/?" + "district=AZ-AGM&" * 20
    found = lines(address, 11, 300)
    assert "".join(found) == address
    assert all(width(line, 11) <= 300 for line in found)


def test_too_much_text_ends_in_an_ellipsis() -> None:
    found = lines("word " * 200, 13, 200, most=2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert width(found[-1], 13) <= 200


def test_no_text_is_no_line() -> None:
    assert lines("", 13, 200) == []


def test_an_address_is_broken_behind_its_signs() -> None:
    found = lines("https://figures.example.org/explore?lang=en&chart=years_compared&shape=running", 12, 300)
    assert len(found) > 1
    assert all(line[-1] in "/?&=#_-" for line in found[:-1])


def test_balanced_lines_leave_no_word_alone() -> None:
    text = "Killed and injured in 102 reported accidents, as far as reports say and everything else"
    greedy, even = lines(text, 13, 500), balanced(text, 13, 500)
    assert len(even) == len(greedy) == 2
    assert " ".join(even) == text
    assert width(even[-1], 13) > width(greedy[-1], 13)
