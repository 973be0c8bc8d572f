/* Saves a chart as a picture. The server finishes the figure (title, source, address inside: exports/picture.py); here it
   is drawn out of sight, given its fonts, and handed over as a file. Buttons: data-picture="png|svg" data-chart data-query;
   the words for it stand in data-making, data-made and data-failed of the status line in the same .sheet. */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const FACES = [
    ["Inter Variable", "100 900", "/assets/fonts/inter-latin.woff2", ""],
    ["Inter Variable", "100 900", "/assets/fonts/inter-latin-ext.woff2", "U+0100-0130,U+0132-0151,U+0154-02BA"],
    ["Source Serif 4 Variable", "200 900", "/assets/fonts/source-serif-4-latin.woff2", ""],
    ["Source Serif 4 Variable", "200 900", "/assets/fonts/source-serif-4-latin-ext.woff2", "U+0100-0130,U+0132-0151,U+0154-02BA"],
  ];
  const LATIN_EXT = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba]/;

  async function asked(button) {
    const query = button.dataset.query ? "&" + button.dataset.query : "";
    const answer = await fetch(`/export/${button.dataset.chart}.json?picture=1${query}`);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  }

  function dataUrl(blob) {
    return new Promise((done, fail) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.onerror = () => fail(reader.error);
      reader.readAsDataURL(blob);
    });
  }

  /* A picture file has no access to the page's fonts: they travel inside it. */
  async function faces(text) {
    const needed = FACES.filter(([, , , range]) => !range || LATIN_EXT.test(text));
    return Promise.all(needed.map(async ([family, weight, address, range]) => {
      const url = await dataUrl(await (await fetch(address)).blob());
      const rule = range ? `unicode-range:${range};` : "";
      return `@font-face{font-family:"${family}";font-weight:${weight};${rule}src:url(${url}) format("woff2")}`;
    }));
  }

  /* Plotly's SVG as one document of the wanted size, with its description and fonts. */
  async function drawn(picture) {
    const { layout, data } = picture.figure;
    const image = await Plotly.toImage({ data, layout, config: { locale: picture.locale } },
      { format: "svg", width: layout.width, height: layout.height });
    const svg = new DOMParser().parseFromString(decodeURIComponent(image.slice(image.indexOf(",") + 1)), "image/svg+xml").documentElement;
    svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
    svg.setAttribute("width", picture.width);
    svg.setAttribute("height", picture.height);
    svg.setAttribute("role", "img");
    const title = document.createElementNS(SVG, "title");
    title.textContent = picture.title;
    const description = document.createElementNS(SVG, "desc");
    description.textContent = picture.alt;
    const style = document.createElementNS(SVG, "style");
    style.textContent = (await faces(svg.textContent)).join("");
    svg.prepend(title, description, style);
    return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  }

  /* Type must be there before it is measured. */
  async function fontsReady() {
    const wanted = ["400 12px 'Inter Variable'", "600 21px 'Source Serif 4 Variable'"];
    await Promise.all(wanted.map((font) => document.fonts.load(font, "aəğ")));
  }

  async function pixels(svg, picture) {
    const image = new Image();
    const address = await dataUrl(svg);
    await new Promise((done, fail) => { image.onload = done; image.onerror = fail; image.src = address; });
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width * picture.scale;
    canvas.height = picture.height * picture.scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    // Never in the document, so that its click does not count as one outside the open share sheet.
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function make(button) {
    const picture = await asked(button);
    await fontsReady();
    const svg = await drawn(picture);
    const format = button.dataset.picture;
    save(format === "svg" ? svg : await pixels(svg, picture), `${picture.name}.${format}`);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-picture]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    const status = (button.closest(".sheet") || document).querySelector("[data-making]");
    const say = (words) => { if (status) status.textContent = words; };
    button.setAttribute("aria-busy", "true");
    say(status ? status.dataset.making : "");
    try {
      await make(button);
      say(status ? status.dataset.made : "");
    } catch (error) {
      console.error(error);
      say(status ? status.dataset.failed : "");
    }
    button.removeAttribute("aria-busy");
  });
})();
