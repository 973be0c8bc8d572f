/* An embedded page: its picture becomes a chart when it is used, its table is one press away, its frame learns its height, and
   one of a fixed edition says when there are newer figures. Without a picture the chart is drawn at once. */
(function () {
  "use strict";
  const NARROW = 560;
  const root = document.documentElement, main = document.querySelector("main");
  const chart = document.getElementById("chart"), table = document.getElementById("table");

  function tell() {
    if (window.parent === window) return;
    // Nothing but a number: whoever embeds may know it.
    window.parent.postMessage({ minetallHeight: Math.ceil(main.getBoundingClientRect().height) }, "*");
  }
  new ResizeObserver(tell).observe(main);
  window.addEventListener("message", (event) => { if (event.source === window.parent && event.data === "minetallHeight?") tell(); });

  async function pinned(place) {
    const answer = await fetch("/edition", { cache: "no-cache" });
    const found = answer.ok ? await answer.json() : null;
    if (!found || found.edition <= Number(place.dataset.edition)) return;
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const day = new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, form).format(new Date(found.published_at));
    place.querySelector("[role=status]").textContent = place.dataset.newer.replace("{date}", day);
    place.classList.add("newer");
  }
  const place = document.getElementById("pinned");
  if (place) pinned(place).catch(() => { /* No way to the server just now: the link to the newest stands there all the same. */ });
  if (!chart) return;

  const still = chart.querySelector(".still"), drawn = document.getElementById("drawn"), numbers = document.querySelector(".numbers");
  const box = chart.parentElement;
  let wanted = "chart", figures = null, loading = null, form = "";
  // The table takes the picture's place, so that nothing below moves.
  if (numbers) {
    box.append(table);
    numbers.remove();
    table.hidden = true;
  }

  function picture() {
    return still && Array.from(still.children).find((one) => getComputedStyle(one).display !== "none");
  }

  /* As wide as the picture that it takes the place of. */
  function fitting() {
    const name = root.clientWidth < NARROW ? "narrow" : "wide", shown = picture();
    const width = Math.min(shown ? Number(shown.dataset.width) : Infinity, chart.clientWidth || box.clientWidth);
    return { name, width, key: `${name} ${width}` };
  }

  function script(address) {
    return new Promise((done, fail) => {
      const element = document.createElement("script");
      Object.assign(element, { src: address, onload: done, onerror: () => fail(new Error(address)) });
      document.head.append(element);
    });
  }

  async function fetched() {
    const [answer] = await Promise.all([fetch(chart.dataset.figures), script(chart.dataset.plotly)]);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    figures = await answer.json();
  }

  async function draw() {
    const { name, width, key } = fitting();
    form = key;
    const layout = Object.assign({}, figures[name].layout, { autosize: false, width, height: chart.clientHeight });
    // In place of the picture at once: it is seen until the chart is whole.
    await Plotly.react(drawn, figures[name].data, layout, figures.config);
    root.classList.add("drawn");
  }

  function failed(error) {
    console.error(error);
    const words = document.getElementById("failed");
    words.textContent = words.dataset.failed;
    if (!still) show("table");
  }

  function use() {
    if (!loading) loading = fetched().then(draw).catch(failed);
  }

  function show(what) {
    wanted = what;
    table.hidden = what === "chart";
    chart.hidden = what !== "chart";
    document.querySelectorAll("[data-show]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.show === what)));
    redraw();
  }

  function redraw() {
    if (figures && wanted === "chart" && fitting().key !== form) draw().catch(failed);
  }

  document.querySelectorAll("[data-show]").forEach((button) => button.addEventListener("click", () => show(button.dataset.show)));
  window.addEventListener("resize", redraw);
  /* A4 has room for 660 px, however wide the frame is. The still chart fits by itself. */
  const onPaper = (size) => { if (figures && form) Plotly.relayout(document.getElementById("drawn"), size); };
  window.addEventListener("beforeprint", () => onPaper({ autosize: false, width: Math.min(660, chart.clientWidth || 660) }));
  window.addEventListener("afterprint", () => { if (figures && form) draw().catch(failed); });
  const saving = (navigator.connection && navigator.connection.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
  if (still) show("chart");
  if (!still && !saving) {
    show("chart");
    use();
  }
  if (still && !saving) {
    for (const sign of ["pointerover", "pointerdown", "focusin"]) box.addEventListener(sign, use, { passive: true });
    document.addEventListener("keydown", use);
  }
  root.classList.add("scripted");
})();
