/* Makes a chart's picture. The server finishes the figure (title, source, address inside: exports/picture.py); here it is
   drawn out of sight, given its fonts, and saved or copied. The server's own Chrome runs this very file, so that a picture
   is the same wherever it is made (exports/chrome/tabs.py).

   Buttons: data-picture="png|svg|copy", data-chart, data-query (the chart's own query), and data-options, a query of the
   picture's (size, width, scale, theme: docs/exports_and_embeds.md). Their words stand in data-making, data-made,
   data-failed and, for copy, data-copied and data-no-copy of a status line in the same .sheet.

   Functions, for a panel that builds its own: window.minetallPicture
     .save(format, chart, query, options)  -> promise; "png" or "svg" is saved under the name that the server gives
     .copy(chart, query, options)          -> promise; a PNG on the clipboard. Call it straight from a click. It fails with
                                              an Error named "NoCopy" where the browser does not allow it
     .canCopy                              -> whether this browser can at all
     .blob(format, chart, query, options)  -> promise of {blob, name}, for a preview
   `query` and `options` are strings such as "lang=nb&from=2020" and "size=square&theme=dark". */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
  const EXTENDED = "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF";
  const FACES = [
    ["Inter Variable", "100 900", "/assets/fonts/inter-latin.woff2", LATIN],
    ["Inter Variable", "100 900", "/assets/fonts/inter-latin-ext.woff2", EXTENDED],
    ["Source Serif 4 Variable", "200 900", "/assets/fonts/source-serif-4-latin.woff2", LATIN],
    ["Source Serif 4 Variable", "200 900", "/assets/fonts/source-serif-4-latin-ext.woff2", EXTENDED],
  ];
  const FAR_LETTERS = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]/;
  const inside = {};

  async function finished(chart, query, options) {
    const parts = ["picture=1", query, options].filter(Boolean).join("&");
    const answer = await fetch(`/export/${chart}.json?${parts}`);
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

  function face(address) {
    if (!inside[address]) inside[address] = fetch(address).then((answer) => answer.blob()).then(dataUrl);
    return inside[address];
  }

  /* A picture file has no access to the page's fonts: they travel inside it. */
  async function faces(svg) {
    const text = svg.textContent;
    const serif = svg.outerHTML.includes("Source Serif");
    const needed = FACES.filter(([family, , , range]) =>
      (range !== EXTENDED || FAR_LETTERS.test(text)) && (serif || family.startsWith("Inter")));
    return Promise.all(needed.map(async ([family, weight, address, range]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${range};src:url(${await face(address)}) format("woff2")}`));
  }

  /* Type must be there before it is measured. */
  async function fontsReady() {
    const wanted = ["400 12px 'Inter Variable'", "700 21px 'Source Serif 4 Variable'"];
    await Promise.all(wanted.map((font) => document.fonts.load(font, "aəğ")));
  }

  function part(name, text) {
    const element = document.createElementNS(SVG, name);
    element.textContent = text;
    return element;
  }

  /* Plotly's SVG as one document of the wanted size, with its description and, unless fonts is false, its fonts. */
  async function drawn(picture) {
    await fontsReady();
    const { layout, data } = picture.figure;
    const [width, height] = [layout.width || picture.width, layout.height || picture.height];
    const image = await Plotly.toImage({ data, layout, config: { locale: picture.locale } }, { format: "svg", width, height });
    const svg = new DOMParser().parseFromString(decodeURIComponent(image.slice(image.indexOf(",") + 1)), "image/svg+xml").documentElement;
    // Now and then Plotly leaves one behind: the same picture should be the same file.
    for (const element of [svg, ...svg.querySelectorAll('[style=""]')]) if (!element.getAttribute("style")) element.removeAttribute("style");
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.setAttribute("width", picture.width);
    svg.setAttribute("height", picture.height);
    svg.setAttribute("role", "img");
    const words = [part("title", picture.title), part("desc", picture.alt)];
    if (picture.fonts !== false) words.push(part("style", (await faces(svg)).join("")));
    svg.prepend(...words);
    return new XMLSerializer().serializeToString(svg);
  }

  async function pixels(svg, picture) {
    const image = new Image();
    const address = await dataUrl(new Blob([svg], { type: "image/svg+xml" }));
    await new Promise((done, fail) => { image.onload = done; image.onerror = fail; image.src = address; });
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * picture.scale);
    canvas.height = Math.round(picture.height * picture.scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/png"));
    canvas.width = canvas.height = 0;
    if (!made) throw new Error("no picture");
    return made;
  }

  async function blob(format, chart, query, options) {
    const picture = await finished(chart, query, options);
    const svg = await drawn(picture);
    const made = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pixels(svg, picture);
    return { blob: made, name: `${picture.name}.${format}` };
  }

  async function save(format, chart, query, options) {
    const made = await blob(format, chart, query, options);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(made.blob);
    link.download = made.name;
    // Never in the document, so that its click does not count as one outside the open share sheet.
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const canCopy = Boolean(window.isSecureContext && navigator.clipboard && navigator.clipboard.write && window.ClipboardItem);

  function noCopy(message) {
    const error = new Error(message);
    error.name = "NoCopy";
    return error;
  }

  /* The item is handed over at once, as a promise: Safari forgets the click while a picture is made. */
  async function copy(chart, query, options) {
    if (!canCopy) throw noCopy("no clipboard");
    let failed = null;
    const making = blob("png", chart, query, options).then((made) => made.blob);
    making.catch((error) => { failed = error; });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": making })]);
    } catch (error) {
      throw failed || (error.name === "NotAllowedError" ? noCopy(error.message) : error);
    }
  }

  /* The server's side: fonts from memory, and names of parts that follow from the picture, not from chance. */
  function given(fonts) {
    for (const address of Object.keys(fonts)) inside[address] = Promise.resolve(fonts[address]);
  }

  function settled(seed) {
    let state = Array.from(seed).reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7);
    Math.random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
  }

  async function onServer(picture, format, seed) {
    settled(seed);
    const svg = await drawn(picture);
    if (format === "svg") return svg;
    const address = await dataUrl(await pixels(svg, picture));
    return address.slice(address.indexOf(",") + 1);
  }

  window.minetallPicture = { save, copy, blob, canCopy, given, onServer };

  function done(button) {
    const { picture, chart, query = "", options = "" } = button.dataset;
    return picture === "copy" ? copy(chart, query, options) : save(picture, chart, query, options);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-picture]");
    if (!button || button.getAttribute("aria-busy") === "true") return;
    const status = (button.closest(".sheet") || document).querySelector("[data-making]");
    const words = status ? status.dataset : {};
    const say = (text) => { if (status) status.textContent = text || ""; };
    button.setAttribute("aria-busy", "true");
    say(words.making);
    try {
      await done(button);
      say(button.dataset.picture === "copy" ? words.copied || words.made : words.made);
    } catch (error) {
      if (error.name !== "NoCopy") console.error(error);
      say(error.name === "NoCopy" ? words.noCopy || words.failed : words.failed);
    }
    button.removeAttribute("aria-busy");
  });
})();
