/* The offline page: draws charts when they come near, goes from one to the next, changes light and dark; keeps nothing. */
(function () {
  "use strict";
  const NARROW = 620, LAID = 800, LARGEST = 2.4;
  const { config, charts } = JSON.parse(document.getElementById("figures").textContent);
  const slides = [...document.querySelectorAll(".slide")];
  const bar = document.querySelector(".bar"), place = document.querySelector(".place");
  const button = (name) => bar.querySelector(`[data-do="${name}"]`);
  const one = () => document.body.classList.contains("one");
  let at = 0, printing = false;

  /* A figure is laid out for some 800 px; in a wider room all of it grows, its type too. */
  function draw(slide) {
    const figures = charts[slide.id], holder = slide.querySelector("[data-picture]");
    if (!figures || holder.hidden || !holder.clientWidth) return;
    const room = printing ? 670 : holder.clientWidth, narrow = room < NARROW;
    const height = narrow ? figures.narrowHeight : figures.height;
    const above = holder.getBoundingClientRect().top + window.scrollY;
    const fits = one() && !printing ? Math.max(1, (window.innerHeight - above - bar.offsetHeight - 8) / height) : LARGEST;
    const scale = narrow ? 1 : Math.min(Math.max(room / LAID, printing ? 0.8 : 1), LARGEST, fits);
    const box = holder.firstElementChild, figure = figures[narrow ? "narrow" : "wide"];
    const layout = Object.assign({}, figure.layout, { autosize: false, width: Math.floor(room / scale), height: height });
    box.style.width = `${layout.width}px`;
    box.style.transform = scale === 1 ? "none" : `scale(${scale})`;
    holder.style.height = `${Math.ceil(height * scale)}px`;
    slide.drawn = true;
    return Plotly.react(box, figure.data, layout, config);
  }

  function show(slide, what) {
    const table = slide.querySelector(".table"), holder = slide.querySelector("[data-picture]");
    if (!holder) return;
    holder.hidden = what !== "picture";
    table.hidden = what === "picture";
    slide.querySelectorAll("[data-show]").forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.show === what)));
    draw(slide);
  }

  function go(to, focus) {
    at = Math.min(Math.max(to, 0), slides.length - 1);
    slides.forEach((slide, index) => slide.classList.toggle("current", index === at));
    told();
    if (one()) { window.scrollTo(0, 0); draw(slides[at]); } else slides[at].scrollIntoView();
    if (focus) (slides[at].querySelector("h1, h2") || slides[at]).focus({ preventScroll: true });
  }

  function told() {
    place.textContent = `${at + 1} / ${slides.length} · ${slides[at].dataset.name}`;
    button("before").disabled = at === 0;
    button("after").disabled = at === slides.length - 1;
  }

  function present(on) {
    document.body.classList.toggle("one", on);
    button("present").setAttribute("aria-pressed", String(on));
    go(at, on);
    again();
  }

  function again() { slides.forEach((slide) => { if (slide.drawn) draw(slide); }); }

  /* Light and dark are the media rules of the style sheets, switched on or off. */
  const dark = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText.includes("prefers-color-scheme"));
  let darkNow = matchMedia("(prefers-color-scheme: dark)").matches;
  function theme(on) {
    darkNow = on;
    dark.forEach((rule) => { rule.media.mediaText = on ? "screen" : "not all"; });
    document.documentElement.style.colorScheme = on ? "dark" : "light";
    button("theme").textContent = button("theme").dataset[on ? "light" : "dark"];
  }

  const acts = {
    before: () => go(at - 1, true),
    after: () => go(at + 1, true),
    present: () => present(!one()),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {}),
    theme: () => theme(!darkNow),
    print: () => window.print(),
  };
  bar.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-do]");
    if (pressed) acts[pressed.dataset.do]();
  });
  const keys = { ArrowRight: "after", PageDown: "after", ArrowLeft: "before", PageUp: "before", p: "present", f: "full" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(".table")) return;
    if (event.key === "Escape" && one()) present(false);
    else if (event.key === "Home" && one()) go(0, true);
    else if (event.key === "End" && one()) go(slides.length - 1, true);
    else if (event.key === "t") show(slides[at], slides[at].querySelector("[data-picture]:not([hidden])") ? "table" : "picture");
    else if (keys[event.key] && (one() || !event.key.startsWith("Page"))) acts[keys[event.key]]();
    else return;
    event.preventDefault();
  });
  document.querySelectorAll("[data-show]").forEach((tab) =>
    tab.addEventListener("click", () => show(tab.closest(".slide"), tab.dataset.show)));
  document.querySelectorAll('a[href^="#"]').forEach((link) => link.addEventListener("click", (event) => {
    const target = document.getElementById(link.hash.slice(1)), to = target ? slides.indexOf(target.closest(".slide")) : -1;
    if (to < 0) return;
    if (one()) go(to);
    if (one() || target === slides[to]) { event.preventDefault(); go(to, true); }
    if (target !== slides[to]) target.scrollIntoView();
  }));
  document.addEventListener("fullscreenchange", () => button("full").setAttribute("aria-pressed", String(!!document.fullscreenElement)));
  window.addEventListener("resize", again);
  window.addEventListener("beforeprint", () => { printing = true; slides.forEach((slide) => { if (slide.querySelector("[data-picture]")) show(slide, "picture"); }); });
  window.addEventListener("afterprint", () => { printing = false; again(); });

  const near = new IntersectionObserver((seen) => seen.forEach((entry) => {
    if (entry.isIntersecting && !entry.target.drawn) draw(entry.target);
  }), { rootMargin: "400px" });
  const here = new IntersectionObserver((seen) => seen.forEach((entry) => {
    if (entry.isIntersecting && !one()) { at = slides.indexOf(entry.target); told(); }
  }), { rootMargin: "-45% 0px -50%" });
  document.documentElement.classList.add("scripted");
  document.querySelectorAll(".bar, .tabs, .keys-told").forEach((part) => { part.hidden = false; });
  slides.forEach((slide) => { show(slide, "picture"); near.observe(slide); here.observe(slide); });
  button("full").hidden = !document.fullscreenEnabled;
  theme(darkNow);
  told();
})();
