"""Pictures made in the browser: of the promised size, with words and fonts inside, named in the reader's language."""

import struct
from xml.etree import ElementTree

import pytest

import charts

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def sheet(page, charts_address: str):
    """A page with a share sheet for every chart."""
    page.trouble = []
    page.on("console", lambda message: page.trouble.append(message.text))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.goto(f"{charts_address}/sheet")
    return page


def saved(sheet, chart: str, form: str, tmp_path):
    with sheet.expect_download() as download:
        sheet.click(f"[data-picture={form}][data-chart={chart}]")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    sheet.wait_for_function("() => document.querySelector('[data-making]').textContent === 'saved'")
    assert sheet.trouble == []
    return path


@pytest.mark.parametrize("chart", charts.CHARTS)
def test_a_png_has_twice_the_pixels_of_the_picture(sheet, chart: str, tmp_path, charts_address: str) -> None:
    path = saved(sheet, chart, "png", tmp_path)
    assert path.name.startswith("drepte-og-skadde-")
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    told = sheet.request.get(f"{charts_address}/export/{chart}.json?picture=1&lang=nb").json()
    assert (width, height) == (told["width"] * 2, told["height"] * 2)
    assert width == 2400
    assert height >= 1350


@pytest.mark.parametrize("chart", ["published_totals", "by_district"])
def test_an_svg_carries_words_description_and_fonts(sheet, chart: str, tmp_path, charts_address: str) -> None:
    root = ElementTree.parse(saved(sheet, chart, "svg", tmp_path)).getroot()
    told = sheet.request.get(f"{charts_address}/export/{chart}.json?lang=nb").json()
    assert root.get("width") == "1200"
    assert root.get("viewBox").startswith("0 0 800 ")
    assert root.find(f"{SVG}title").text == told["title"]
    assert root.find(f"{SVG}desc").text == told["alt"]
    text = "".join("".join(root.itertext()).split())
    for part in (told["title"], told["subtitle"], told["address"], "utgave1"):
        assert "".join(part.split()) in text
    style = root.find(f"{SVG}style").text
    assert 'font-family:"Inter Variable"' in style
    assert "url(data:" in style
    assert not [value for one in root.iter() for value in one.attrib.values() if value.startswith("http")]


def test_text_keeps_inside_the_picture(sheet, tmp_path, charts_address: str) -> None:
    """The lines were broken without a browser; here they are measured by one."""
    for chart in charts.CHARTS:
        path = saved(sheet, chart, "svg", tmp_path)
        outside = sheet.evaluate(
            """async svg => {
              const box = document.createElement('div');
              box.innerHTML = svg;
              document.body.append(box);
              await document.fonts.ready;
              const frame = box.firstElementChild.getBoundingClientRect();
              const found = [...box.querySelectorAll('text')].filter(t => t.textContent.trim()).filter(t => {
                const r = t.getBoundingClientRect();
                const aside = r.left < frame.left || r.right > frame.right;
                return r.width && (aside || r.top < frame.top || r.bottom > frame.bottom);
              }).map(t => t.textContent);
              box.remove();
              return found;
            }""",
            path.read_text(),
        )
        assert outside == [], chart


def test_a_refusal_is_said_in_words(page, charts_address: str) -> None:
    page.goto(f"{charts_address}/sheet")
    page.evaluate("document.querySelector('[data-picture]').dataset.query = 'device=spear'")
    page.click("[data-picture]")
    page.wait_for_function("() => document.querySelector('[data-making]').textContent === 'failed'")


def test_options_are_those_of_the_server_s_picture(sheet, tmp_path) -> None:
    sheet.evaluate("document.querySelector('[data-picture=png]').dataset.options = 'size=square&theme=dark&scale=1'")
    head = saved(sheet, charts.CHARTS[0], "png", tmp_path).read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (1080, 1080)


def test_a_picture_goes_to_the_clipboard_and_where_it_may_not_that_is_said(sheet, charts_address: str) -> None:
    sheet.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=charts_address)
    sheet.click("[data-picture=copy]")
    sheet.wait_for_function("() => document.querySelector('[data-making]').textContent === 'copied'")
    size = sheet.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap(await item.getType('image/png'));
      return [picture.width, picture.height];
    }""")
    assert size == [2400, 1350]
    sheet.evaluate("""() => {
      navigator.clipboard.write = async () => { throw new DOMException('no', 'NotAllowedError'); };
    }""")
    sheet.click("[data-picture=copy]")
    sheet.wait_for_function("() => document.querySelector('[data-making]').textContent === 'not allowed'")
    assert sheet.trouble == []
