"""The rooms put together: addresses, languages, two apps in one process, a publication, commands."""

import json
import os
import re
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import app as site
import pages
from data.store import Store
from data.store.seed import load_shipped
from settings import Settings
from tests.data.factory import make_dataset, make_intake
from texts import awareness
from texts.words import LANGUAGES, Words

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 4, 2)
SETTINGS = Settings(public_url="https://figures.example.org")
TEXTS = {language: awareness.seed(language) for language in LANGUAGES}


def client(store: Store, settings: Settings = SETTINGS) -> FlaskClient:
    return site.create_app(settings, store, lambda: TODAY).server.test_client()


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("store") / "minetall.sqlite")
    load_shipped(store, TEXTS)
    return store


def repaint(visitor: FlaskClient, search: str, headers: dict | None = None, status: int = 200, **asked: Any) -> dict:
    """What Dash is answered for an address, as its own script asks for it."""
    callback = next(c for c in visitor.get("/_dash-dependencies").json if "chart-main" in c["output"])
    outputs = [
        dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
        for part in callback["output"][2:-2].split("...")
    ]
    value = {"search": search, "narrow": False, "first": False, **asked}
    body = {
        "output": callback["output"], "outputs": outputs, "changedPropIds": ["asked.data"],
        "inputs": [{"id": "asked", "property": "data", "value": value}],
    }  # fmt: skip
    answer = visitor.post("/_dash-update-component", json=body, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.json["response"] if status == 200 else {}


def test_the_page_is_there_in_both_languages(shipped: Store) -> None:
    for language, word in (("nb", "drepte"), ("en", "killed")):
        answer = client(shipped).get(f"/?lang={language}")
        assert answer.status_code == 200
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]
        assert word in answer.text


@pytest.mark.parametrize(("accepted", "language"), [("nn,en;q=0.5", "nb"), ("no", "nb"), ("en-GB", "en"), ("fr", "nb")])
def test_the_browser_decides_where_the_address_does_not(shipped: Store, accepted: str, language: str) -> None:
    headers = {"Accept-Language": accepted}
    assert f'<html lang="{language}">' in client(shipped).get("/", headers=headers).text
    assert ("Nullstill" if language == "nb" else "Clear all") in repaint(client(shipped), "?outcome=killed", headers)[
        "answer"
    ]["data"]["parts"]["filters"]


def test_a_publication_reaches_text_and_key_numbers_in_both_languages(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "minetall.sqlite")
    store.add_dataset(make_dataset("published_totals"))
    visitor = client(store)
    assert visitor.get("/").status_code == 503
    rows = [{"date": "2026-03-13", "killed": 72, "injured": 347, "counted_by": "ANAMA"}]
    for killed, injured in ((72, 347), (71, 313)):
        rows = [{**rows[0], "killed": killed, "injured": injured}]
        version = store.add_version("published_totals", make_intake(rows, "running_totals"), "tests")
        store.publish({"published_totals": version}, TEXTS, "tests")
        for language in LANGUAGES:
            html = visitor.get(f"/?lang={language}").text
            key_numbers, text = html.split("<article", 1)
            assert f">{killed}</b>" in key_numbers
            assert f">{injured}</b>" in key_numbers
            assert re.search(rf'data-outcome="killed"[^>]*>{killed}\b', text)
            assert re.search(rf'data-outcome="injured"[^>]*>{injured}\b', text)


def test_two_apps_in_one_process_do_not_share_addresses(shipped: Store) -> None:
    with_embeds = client(shipped)
    without = client(shipped, Settings(embeds=False))
    assert with_embeds.get("/embed/by_status").status_code == 200
    assert without.get("/embed/by_status").status_code == 404
    panel = "/share/by_status?lang=en&take=data"
    assert "take=embed" in with_embeds.get(panel).text
    assert "take=embed" not in without.get(panel).text
    for visitor in (with_embeds, without, client(shipped)):
        assert len(visitor.get("/_dash-dependencies").json) == 3
        assert visitor.get("/_dash-layout").status_code == 200
        assert repaint(visitor, "?lang=en")["chart-main"]["children"]


def test_a_bad_address_is_refused_with_reasons_in_the_readers_language(shipped: Store) -> None:
    answer = client(shipped).get("/?lang=nb&from=i+går&form=kake")
    assert answer.status_code == 400
    assert '<html lang="nb">' in answer.text
    assert "form=kake: Denne verdien finnes ikke. Mulige verdier: published_totals" in answer.text
    assert "from=i går" in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/method/more", "/assets/../app.py", "/assets/nothing.js"])
def test_what_does_not_exist_is_not_found(shipped: Store, path: str) -> None:
    assert client(shipped).get(path).status_code == 404


def test_the_method_page_has_no_script_but_the_one_that_tells_of_newer_figures(shipped: Store) -> None:
    answer = client(shipped).get("/method?lang=en")
    assert answer.status_code == 200
    assert re.findall(r"<script[^>]*>", answer.text) == re.findall(
        r'<script defer src="/assets/newer\.js\?v=\w+">', answer.text
    )


def test_an_error_shows_no_trace(shipped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = client(shipped)
    monkeypatch.setattr(pages.front_page, "document", lambda *_: 1 / 0)
    answer = visitor.get("/?lang=en")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_every_file_that_the_page_names_is_there(shipped: Store) -> None:
    visitor = client(shipped)
    for page in ("/?lang=nb", "/method?lang=nb"):
        for path in re.findall(r'(?:src|href)="(/(?:assets|_dash)[^"]+)"', visitor.get(page).text):
            answer = visitor.get(path.replace("&amp;", "&"))
            assert answer.status_code == 200, path
            assert not answer.headers.get("Cache-Control", "").startswith("no-") or "async" in path


def test_no_address_of_another_machine_is_loaded(shipped: Store) -> None:
    html = client(shipped).get("/?lang=en").text
    assert not re.findall(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|preload)")[^>]+(?:src|href)="(?:https?:)?//', html
    )


def test_dash_serves_no_tools_for_machines(shipped: Store) -> None:
    assert client(shipped).get("/_mcp").status_code == 404


def test_the_answer_follows_the_selection(shipped: Store) -> None:
    everything, one = (repaint(client(shipped), search) for search in ("?lang=en", "?lang=en&district=AZ-AGM"))
    assert everything["chart-by_status"] != one["chart-by_status"]
    assert "Aghdam" in one["answer"]["data"]["said"]


def test_export_writes_a_chart_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "minetall.sqlite"))
    target = tmp_path / "out" / "status.json"
    assert site.main(["export", "by_status", "--format", "json", "--lang", "en", "--output", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["chart"] == "by_status"
    assert site.main(["export", "--query", "district=AZ-AGM", "--output", str(tmp_path / "all")]) == 0
    assert len(list((tmp_path / "all").glob("*.csv"))) == 7
    assert site.main(["export", "pie"]) == 64
    assert site.main(["export", "by_status", "--query", "from=yesterday"]) == 64
    assert site.main(["export", "--output", "one.csv"]) == 64
    assert "pie" in capsys.readouterr().err


def test_export_writes_a_set_as_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "minetall.sqlite"))
    said = ["--set", "deck.pptx", "--lang", "en", "--query", "from=2022&to=2024", "--output", str(tmp_path)]
    assert site.main(["export", "by_status", *said]) == 0
    assert (tmp_path / "killed-and-injured-2022-2024-slides-edition-1.pptx").read_bytes()[:2] == b"PK"
    monkeypatch.setenv("MINETALL_SLIDE_TEMPLATE", str(tmp_path / "minetall.sqlite"))
    assert site.main(["export", "by_status", *said]) == 1
    assert "not a PowerPoint file" in capsys.readouterr().err


def test_a_port_in_use_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        monkeypatch.setenv("MINETALL_PORT", port)
        monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "minetall.sqlite"))
        assert site.main([]) == 1
    assert port in capsys.readouterr().err


def test_a_setting_that_cannot_be_used_is_said(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("MINETALL_PORT", "many")
    assert site.main([]) == 64
    assert "MINETALL_PORT" in capsys.readouterr().err


def test_help_names_the_commands(capsys) -> None:
    with pytest.raises(SystemExit) as end:
        site.main(["--help"])
    assert end.value.code == 0
    assert "export" in capsys.readouterr().out


def test_a_server_of_workers_fills_an_empty_store_by_itself(tmp_path: Path) -> None:
    """`gunicorn app:server` and `waitress-serve app:server` ask for the attribute in a process of their own."""
    asks = "import app; print(app.server.test_client().get('/?lang=en').status_code)"
    environ = {**os.environ, "MINETALL_STORE": str(tmp_path / "minetall.sqlite")}
    done = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert done.stdout.strip() == "200", done.stderr


def test_a_bad_address_is_refused_by_the_callback_too(shipped: Store) -> None:
    visitor = client(shipped)
    assert repaint(visitor, "?lang=en&by=week", status=400) == {}


@pytest.mark.parametrize("proxies", [0, 2])
def test_whom_a_proxy_speaks_for_reaches_the_site_only_where_there_is_one(
    proxies: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """waitress takes X-Forwarded-For away by itself: then all failed sign-ins would count for the proxy."""
    asked: dict[str, Any] = {}

    def create(*_site: Any, **settings: Any) -> Any:
        asked.update(settings)
        raise OSError("taken")

    monkeypatch.setattr(site.waitress, "create_server", create)
    assert site.serve(replace(SETTINGS, proxies=proxies, store=str(tmp_path / "s.sqlite")), Words("en")) == site.FAILED
    assert asked["clear_untrusted_proxy_headers"] is (proxies == 0)


def test_the_page_for_analysts_is_there_in_both_languages(shipped: Store) -> None:
    visitor = client(shipped)
    for language, word in (("nb", "Utforsk tallene"), ("en", "Explore the figures")):
        answer = visitor.get(f"/explore?lang={language}&district=AZ-AGM")
        assert answer.status_code == 200
        assert answer.headers["Content-Language"] == language
        assert word in answer.text
        assert f'href="/explore?lang={language}"' in visitor.get(f"/?lang={language}").text


def test_the_page_for_analysts_tells_everything_wrong_at_once(shipped: Store) -> None:
    answer = client(shipped).get("/explore?lang=en&chart=pie&outcome=sad&edition=x")
    assert answer.status_code == 400
    assert all(f"{param}=" in answer.text for param in ("chart", "outcome", "edition"))
    for param, value in (("dataset", "elsewhere"), ("edition", "99"), ("against", "99")):
        answer = client(shipped).get(f"/explore?lang=en&{param}={value}")
        assert (answer.status_code, f"{param}={value}" in answer.text) == (400, True)


def test_programs_are_told_what_the_page_selects(shipped: Store) -> None:
    visitor = client(shipped)
    told = visitor.get("/explore.json?lang=en&district=AZ-AGM&from=2023").json
    assert told["selection"] == {"from": ["2023-01-01"], "district": ["AZ-AGM"]}
    assert told["sentence"] == "Showing from 2023; Aghdam."
    assert visitor.get(told["address"].removeprefix(SETTINGS.public_url)).status_code == 200
    refused = visitor.get("/explore.json?lang=en&chart=pie")
    assert (refused.status_code, refused.json["error"]) == (400, "bad_selection")


def test_each_page_is_answered_with_its_own_parts(shipped: Store) -> None:
    visitor = client(shipped)
    front, explore = repaint(visitor, "?lang=en"), repaint(visitor, "?lang=en", path="/explore")
    assert "filters" in front["answer"]["data"]["parts"]
    assert {"explore-filters", "explore-told", "explore-cards", "records"} <= set(explore["answer"]["data"]["parts"])
    assert front["chart-explore-1"]["children"] is None
    assert explore["chart-main"]["children"] is None
    assert explore["chart-explore-1"]["children"]["props"]["figure"]["data"]
    repaint(visitor, "?chart=pie", path="/explore", status=400)


def test_a_record_has_an_address_of_its_own_and_an_unknown_one_is_not_found(shipped: Store) -> None:
    visitor, key = client(shipped), "reported_accidents"
    own = shipped.current().frames[key].records["record_id"].iloc[0]
    found = visitor.get(f"/record/{key}/{own}?lang=en")
    assert found.status_code == 200
    assert found.headers["Content-Language"] == "en"
    assert own in found.text
    for missing in (f"/record/{key}/none", f"/record/none/{own}", f"/record/{key}/{own}?edition=7", f"/record/{key}"):
        answer = visitor.get(missing)
        assert answer.status_code == 404
        assert "<main" in answer.text


@pytest.mark.parametrize("path", ["/explore", "/record/a/b", "/export/records.csv", "/embed/rates", "/api/v1/records"])
def test_what_can_only_be_read_says_so_in_the_readers_language(shipped: Store, path: str) -> None:
    answer = client(shipped).post(f"{path}?lang=nb")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "ingenting kan sendes til den" in answer.get_data(as_text=True)


@pytest.mark.parametrize("search", [5, None, ["x"]])
def test_what_no_page_of_ours_asks_is_refused_by_the_callback(shipped: Store, search: Any) -> None:
    repaint(client(shipped), search, status=400)
