/* Single keys for those who want them, and the sheet of help that lists them. Never while something is typed, with a
   modifier, or in a dialog; they can be turned off (WCAG 2.1.4), and that is remembered in this browser. */
(function () {
  "use strict";
  const help = document.getElementById("help");
  if (!help) return;
  const OFF = "minetall.keys", FIELDS = "input, textarea, select, [contenteditable], dialog";
  const turned = document.getElementById("keys-on");

  function stored() {
    try {
      return localStorage.getItem(OFF);
    } catch {
      return null;
    }
  }

  function first(selector) {
    return [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length);
  }

  /* What lies behind a disclosure, or on a sheet of its own on narrow screens, is opened first. */
  function reach(selector) {
    const wanted = document.querySelector(selector);
    const folded = wanted?.closest("details:not([open])"), sheet = wanted?.closest("[popover]");
    if (folded) folded.open = true;
    if (sheet && !sheet.getClientRects().length) sheet.showPopover?.();
    const target = first(selector);
    if (!target) return;
    if (!target.matches("a, button, input, select, summary, [tabindex]")) target.tabIndex = -1;
    target.scrollIntoView({ block: "nearest" });
    target.focus();
    target.select?.();
  }

  /* The link after the current one, and after the last the first again. */
  function next(selector) {
    const links = [...(first(selector)?.querySelectorAll("a") || [])];
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    links[(at + 1) % links.length]?.click();
  }

  /* Chart and table of a card, in turn: the first two of its tabs. */
  function turn(selector) {
    const [chart, table] = first(selector)?.querySelectorAll("a") || [];
    (table?.hasAttribute("aria-current") ? chart : table)?.click();
  }

  function press(id) {
    const button = document.getElementById(id);
    if (button && !button.disabled) button.click();
  }

  const ACTS = {
    "/": () => reach("#filter-place"),
    f: () => reach("#facets"),
    c: () => next(".analyses"),
    t: () => turn(".card .tabs"),
    r: () => reach("#records"),
    s: () => press("views-open"),
    u: () => press("undo"),
    U: () => press("redo"),
    "?": () => press("help-open"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!turned.checked || event.target.closest?.(FIELDS) || document.querySelector("dialog[open]")) return;
    const act = Object.hasOwn(ACTS, event.key) && ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  turned.checked = stored() !== "off";
  turned.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, turned.checked ? "on" : "off");
    } catch {
      /* Without storage the choice holds for this page. */
    }
  });
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  // A press beside the sheet closes it, as Escape does.
  [help, document.getElementById("views")].forEach((sheet) =>
    sheet?.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); }));
})();
