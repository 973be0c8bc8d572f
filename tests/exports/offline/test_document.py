"""The offline page: one file with everything inside, and nothing in it can end a script or reach the network."""

import base64
import json
import re
from functools import cache

import pytest
from lxml import html

from exports.handed_set import HandedSet
from exports.offline.document import page
from tests.exports.sets import handed_set

CHARTS = "published_totals,by_district"
MOST = 6_000_000


@cache
def made(language: str) -> tuple[HandedSet, str]:
    handed = handed_set(language, charts=CHARTS)
    return handed, page(handed).decode()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_charts_numbers_text_and_proof_are_inside(language: str) -> None:
    handed, written = made(language)
    shown = html.fromstring(written)
    told = " ".join(shown.find("body").text_content().split())
    assert shown.get("lang") == language
    assert len(written) < MOST
    assert handed.words.say("report.title") in shown.findtext(".//title")
    for chart in handed.charts:
        assert " ".join(chart.view.subtitle.split()) in told
        assert chart.address in told
    assert "A title with <signs> & stars" in told
    assert handed.words.say("report.edition", site="Figures </script>", edition="1",
                            published=handed.edition.published_at.date()) in told  # fmt: skip
    assert handed.address in told


def test_each_table_has_the_rows_of_its_view() -> None:
    handed, written = made("en")
    tables = html.fromstring(written).findall(".//table")
    assert [len(table.findall(".//tbody/tr")) for table in tables] == [
        len(one.view.table.rows) for one in handed.charts
    ]


def test_nothing_comes_from_elsewhere_and_the_policy_forbids_it() -> None:
    written = made("en")[1]
    shown = html.fromstring(written)
    policy = shown.find(".//meta[@http-equiv]").get("content")
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    for name in ("src", "srcset", "action", "data"):
        assert all(one.get(name).startswith("data:") for one in shown.iterfind(f".//*[@{name}]"))
    assert not shown.findall(".//link")
    assert not re.search(r"url\((?!\"?data:)[\"']?(https?:|/)", "".join(one.text for one in shown.iterfind(".//style")))
    script = shown.findall(".//script")[-1].text
    assert "localStorage" not in script
    assert "fetch(" not in script


def test_names_cannot_end_the_script_that_holds_them() -> None:
    """The name of the site, in the title of a figure's foot or a text, is written as data."""
    scripts = html.fromstring(made("en")[1]).findall(".//script")
    assert len(scripts) == 3
    figures = json.loads(scripts[0].text)
    assert set(figures["charts"]) == {"chart-1", "chart-2"}
    assert "<" not in scripts[0].text


def test_only_its_own_scripts_may_run() -> None:
    import hashlib

    shown = html.fromstring(made("en")[1])
    policy = shown.find(".//meta[@http-equiv]").get("content")
    allowed = set(re.findall(r"'sha256-([^']+)'", policy))
    run = [one.text for one in shown.findall(".//script") if not one.get("type")]
    assert {base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in run} == allowed


def test_a_table_can_be_saved_without_a_script() -> None:
    handed, written = made("en")
    link = html.fromstring(written).find(".//a[@download]")
    assert link.get("download") == f"{handed.charts[0].name}.csv"
    content = base64.b64decode(link.get("href").partition("base64,")[2]).decode("utf-8-sig")
    assert content.splitlines()[0].startswith(handed.charts[0].view.table.columns[0].label)


def test_nothing_found_is_said_and_no_chart_is_drawn() -> None:
    handed = handed_set(charts="by_district", **{"from": "1990", "to": "1990"})
    written = page(handed).decode()
    assert handed.charts[0].view.empty_reason in html.fromstring(written).text_content()
    assert json.loads(html.fromstring(written).find(".//script").text)["charts"] == {}


def test_it_is_the_same_every_time() -> None:
    assert page(handed_set(charts=CHARTS)) == page(handed_set(charts=CHARTS))
