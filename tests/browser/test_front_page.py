"""The front page in a browser: text beside figures, one answer for all charts, every choice in the address."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.reading import box, drawn, figures, follow, open_page
from texts.words import Words

pytestmark = pytest.mark.browser
STAFF = Words("en").say("value.status.mine_action_staff")


@pytest.mark.parametrize("width", [1100, 1440])
def test_the_text_stands_beside_the_figures(site: Page, width: int) -> None:
    site.set_viewport_size({"width": width, "height": 1000})
    open_page(site)
    text, numbers, chart = (box(site, selector) for selector in ("#text", ".key-numbers", "#plot-main"))
    assert text["x"] + text["width"] < numbers["x"]
    assert abs(text["y"] - numbers["y"]) < 2
    assert chart["y"] < text["y"] + text["height"]
    assert chart["y"] < 650


def test_one_filter_repaints_every_chart_with_one_request(site: Page) -> None:
    open_page(site, "/?lang=en&form=reported_accidents")
    before = figures(site)
    requests: list[str] = []
    site.on("request", lambda request: requests.append(request.url))
    site.locator("#filter-district summary").click()
    follow(site, "#district-AZ-AGM")
    after = figures(site)
    assert all(before[slot] != after[slot] for slot in before)
    assert len([url for url in requests if "_dash-update-component" in url]) == 1
    assert "district=AZ-AGM" in site.url
    expect(site.locator(".selection")).to_contain_text("Showing Aghdam")
    expect(site.locator("#filter-district .filter-value")).to_have_text("Aghdam")
    expect(site.locator("#announcer")).to_contain_text("Aghdam")
    # The reader goes on choosing where he was.
    expect(site.locator("#filter-district")).to_have_attribute("open", "")
    expect(site.locator("#district-AZ-AGM")).to_be_focused()


def test_records_follow_the_filter(site: Page) -> None:
    open_page(site)
    site.locator("#filter-status summary").click()
    follow(site, "#status-mine_action_staff")
    site.locator("body").press("Escape")
    rows = site.locator("#records tbody tr")
    assert rows.count() > 3
    for text in rows.all_inner_texts():
        assert STAFF in text


def test_a_period_can_be_chosen_quickly_or_by_date(site: Page) -> None:
    open_page(site)
    site.locator("#filter-period summary").click()
    follow(site, ".quick a:text-is('2022')")
    assert "from=2022-01-01&to=2022-12-31" in site.url
    expect(site.locator("#filter-from")).to_have_value("2022-01-01")
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.locator("#filter-to").fill("2022-06-30")
    drawn(site)
    assert "to=2022-06-30" in site.url


def test_back_and_forward(site: Page) -> None:
    open_page(site)
    all_of_it = figures(site)
    site.locator("#filter-outcome summary").click()
    follow(site, "#outcome-killed")
    killed = figures(site)
    site.go_back()
    site.wait_for_function("() => !document.querySelector('#outcome-killed').checked")
    drawn(site)
    assert figures(site) == all_of_it
    site.go_forward()
    site.wait_for_function("() => document.querySelector('#outcome-killed').checked")
    drawn(site)
    assert figures(site) == killed != all_of_it


def test_a_deep_link_opens_what_it_was_copied_from(site: Page) -> None:
    open_page(site)
    follow(site, "#form-3")
    follow(site, "#interval-3")
    site.locator("#filter-device summary").click()
    follow(site, "#device-antipersonnel")
    shown, address = figures(site), site.url
    open_page(site, address)
    assert figures(site) == shown
    expect(site.locator("#form-3")).to_have_attribute("aria-current", "true")


def test_the_language_switch_loads_the_same_in_the_other_language(site: Page) -> None:
    open_page(site, "/?lang=en&district=AZ-AGM")
    site.locator("#languages a[lang=nb]").click()
    drawn(site)
    assert site.locator("html").get_attribute("lang") == "nb"
    assert "district=AZ-AGM" in site.url
    expect(site.locator("#filter-district .filter-value")).to_have_text("Aghdam")
    expect(site.locator(".key.killed")).to_contain_text("drepte")
    assert "drepte" in site.title()


@pytest.mark.parametrize(("wanted", "given"), [("nn-NO", "nb"), ("no", "nb"), ("en-US", "en"), ("de", "nb")])
def test_without_a_language_in_the_address_the_browser_decides(visit, wanted: str, given: str) -> None:
    page = open_page(visit(locale=wanted), "/")
    assert page.locator("html").get_attribute("lang") == given
    # Dash asks without the page's address being in a language: it must answer in the same one.
    follow(page, "#tab-by_status-2")
    assert page.locator("#languages [aria-current]").get_attribute("lang") == given


def test_a_figure_of_the_text_rings_its_marks(site: Page) -> None:
    open_page(site)
    ringed = "() => document.querySelector('#plot-main .js-plotly-plot').data.find(t => t.meta?.role === 'ring').y"
    link = site.locator("#text a[data-statement][data-outcome=killed]").first
    assert site.evaluate(ringed) == []
    link.hover()
    assert site.evaluate(ringed) == [70]
    site.mouse.move(5, 5)
    assert site.evaluate(ringed) == []
    link.focus()
    assert site.evaluate(ringed) == [70]


def test_a_figure_of_the_text_leads_to_its_statement(site: Page) -> None:
    open_page(site)
    link = site.locator("#text a[data-statement][data-outcome=injured]").first
    statement = link.get_attribute("data-statement")
    link.click()
    row = site.locator(f"#statement-{statement}")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("312")
    expect(row.locator("a[href^=http]").first).to_be_visible()
    assert "tab=table" in site.url
    site.reload()
    expect(row).to_be_in_viewport()


def test_a_mark_of_the_chart_leads_to_its_statement(site: Page) -> None:
    open_page(site)
    spot = site.evaluate(
        """() => {
            const chart = document.querySelector('#plot-main .js-plotly-plot'), { xaxis, yaxis } = chart._fullLayout;
            const last = trace => trace.meta?.role === 'killed' && trace.meta?.kind === 'official';
            const trace = chart._fullData.find(last), i = trace.x.length - 1, box = chart.getBoundingClientRect();
            return [box.x + xaxis._offset + xaxis.d2p(trace.x[i]), box.y + yaxis._offset + yaxis.d2p(trace.y[i]),
                trace.customdata[i][0]];
        }"""
    )
    site.mouse.move(spot[0] - 1, spot[1])
    site.mouse.move(spot[0], spot[1])
    site.mouse.click(spot[0], spot[1])
    row = site.locator(f"#statement-{spot[2]}")
    expect(row).to_be_focused()
    expect(row).to_contain_text("72")


def test_while_waiting_the_old_picture_stays_dimmed_and_a_slow_answer_is_said(site: Page) -> None:
    open_page(site)
    old = figures(site)
    held: list[Route] = []
    site.route("**/_dash-update-component*", lambda route: held.append(route))
    site.locator("#form-3").click()
    expect(site.locator("#waiting")).to_have_text("Fetching figures …")
    assert figures(site) == old
    expect(site.locator("#plot-main .dash-graph")).to_have_css("opacity", "0.4")
    held[0].continue_()
    drawn(site)
    expect(site.locator("#waiting")).to_be_hidden()
    assert figures(site) != old


def test_tabs_show_table_and_about_and_give_the_chart_back(site: Page) -> None:
    open_page(site)
    follow(site, "#tab-by_status-2")
    expect(site.locator("#card-by_status td").first).to_be_visible()
    expect(site.locator("#plot-by_status")).to_be_hidden()
    follow(site, "#tab-by_status-3")
    expect(site.locator("#card-by_status .about p").first).to_be_visible()
    follow(site, "#tab-by_status-1")
    width = box(site, "#plot-by_status")["width"]
    assert abs(box(site, "#plot-by_status .main-svg")["width"] - width) < 2


def test_the_table_sorts_and_turns_pages_by_links(site: Page) -> None:
    open_page(site)
    follow(site, "#sort-killed")
    numbers = site.locator("#records tbody td:nth-child(3)").all_inner_texts()
    counts = [int(re.sub(r"\D", "", number)) for number in numbers if re.search(r"\d", number)]
    assert counts == sorted(counts, reverse=True)
    first = site.locator("#records tbody tr").first.inner_text()
    follow(site, "#records-next")
    assert site.locator("#records tbody tr").first.inner_text() != first
    assert "page=2" in site.url


def test_nothing_found_is_said_in_words(site: Page) -> None:
    open_page(site, "/?lang=en&form=reported_accidents&from=1990&to=1991")
    expect(site.locator("#card-main .nothing")).to_be_visible()
    expect(site.locator("#plot-main")).to_be_hidden()
    follow(site, "#card-main .nothing a")
    expect(site.locator("#plot-main .main-svg").first).to_be_visible()


def test_a_narrow_window_gets_charts_of_its_own(site: Page) -> None:
    open_page(site)
    wide = site.evaluate("() => document.querySelector('#plot-main .js-plotly-plot').layout.height")
    with site.expect_response(lambda response: "_dash-update-component" in response.url):
        site.set_viewport_size({"width": 390, "height": 844})
    # The answer has come; drawing it takes a moment more, in which there may be no chart at all.
    site.wait_for_function(
        "wide => ![wide, undefined].includes(document.querySelector('#plot-main .js-plotly-plot')?.layout?.height)",
        arg=wide,
    )
    drawn(site)
    narrow = site.evaluate("() => document.querySelector('#plot-main .js-plotly-plot').layout.height")
    assert narrow != wide
    assert abs(box(site, "#plot-main")["height"] - narrow) < 1


def test_nothing_is_sent_to_a_cloud(site: Page) -> None:
    open_page(site)
    assert site.locator(".modebar-btn, [data-title*=hare]").count() == 0


def test_a_bad_address_says_why(site: Page) -> None:
    answer = site.request.get("/?lang=en&by=week&from=yesterday")
    assert answer.status == 400
    assert "by=week" in answer.text()
    assert "from=yesterday" in answer.text()
    assert site.request.get("/nowhere").status == 404
