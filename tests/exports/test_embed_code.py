"""The iframe code is HTML that says what it holds."""

from dataclasses import replace
from html.parser import HTMLParser

from exports.embed_code import embed_code
from tests.exports.views import WHOLE


def test_it_survives_quotes_in_its_title_and_loads_late() -> None:
    address = "https://a.example/embed/by_district?lang=en&status=civilian"
    code = embed_code(replace(WHOLE, title='5 < 6 "and" more'), address)
    found: list[tuple[str, dict]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, dict(attributes)))  # type: ignore[method-assign]
    parser.feed(code)
    [(tag, attributes), (script, of_script)] = found
    assert (script, of_script["src"]) == ("script", "https://a.example/embed.js")
    assert tag == "iframe"
    assert attributes["src"] == address
    assert attributes["title"] == '5 < 6 "and" more'
    assert attributes["loading"] == "lazy"
    assert int(attributes["height"]) > WHOLE.height
