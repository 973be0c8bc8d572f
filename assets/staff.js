// Staff pages: forms that answer as they are changed (data-live), and pages that follow work in progress (data-poll).
(() => {
  "use strict";
  const token = () => document.querySelector('meta[name="csrf-token"]').content;
  const waiting = document.getElementById("waiting");
  let turn = 0;

  // What a person has opened stays open, and an answer that is not sent yet (data-quiet) stays chosen.
  // data-keep: what the page itself has made of it (an open part, a choice, a transfer) stays as it is.
  const begun = new WeakSet();
  const callbacks = {
    beforeAttributeUpdated: (name, node) => !(name === "open" && node.matches("details")),
    beforeNodeMorphed: (node, next) => {
      if (!node.matches) return true;
      const unsent = node.matches("[data-quiet]") && node.id === next.id && begun.has(node.form);
      return !(unsent || node.matches("[data-keep]"));
    },
  };

  // The new document takes the place of the old one where they differ; what is being typed stays.
  async function show(response, mine) {
    const html = await response.text();
    if (mine !== turn) return;
    const next = new DOMParser().parseFromString(html, "text/html");
    const main = next.getElementById("content");
    if (!main) { location.reload(); return; }
    Idiomorph.morph(document.getElementById("content"), main, { ignoreActiveValue: true, restoreFocus: true, callbacks });
    document.querySelector('meta[name="csrf-token"]').content =
      next.querySelector('meta[name="csrf-token"]').content;
    const said = main.querySelector("[data-said]");
    const announcer = document.getElementById("announcer");
    if (said && announcer.textContent !== said.dataset.said) announcer.textContent = said.dataset.said;
    waiting.hidden = true;
    follow();
  }

  async function send(form, button) {
    const mine = ++turn;
    const place = form.closest("[data-dims]") || form;
    place.classList.add("dimmed");
    begun.delete(form);
    const body = new FormData(form, button || null);
    try {
      const get = form.getAttribute("method") === "get";
      const address = get ? `${form.getAttribute("action").split("?")[0]}?${new URLSearchParams(body)}` : form.getAttribute("action");
      await show(await fetch(address, get ? {} : { method: "POST", body, headers: { "X-CSRFToken": token() } }), mine);
    } catch {
      waiting.textContent = waiting.dataset.failed;
      waiting.hidden = false;
    } finally {
      place.classList.remove("dimmed");
    }
  }

  // Never form.dataset: a field named dataset takes its place.
  const live = (form) => form && form.getAttribute("data-live");

  // data-live: "change" answers when a choice is made, "input" also while one types.
  let timer = 0;
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && event.target.matches("[data-quiet]")) begun.add(form);
    if (live(form) && !event.target.matches("[data-quiet]")) send(form);
  });
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (live(form) !== "input") return;
    clearTimeout(timer);
    timer = setTimeout(() => send(form), 300);
  });
  document.addEventListener("submit", (event) => {
    if (!live(event.target) || event.submitter?.hasAttribute("data-leave")) return;
    event.preventDefault();
    clearTimeout(timer);
    send(event.target, event.submitter);
  });

  // data-poll: seconds until the page is asked for again, as long as the element is there.
  let next = 0;
  function follow() {
    clearTimeout(next);
    const element = document.querySelector("[data-poll]");
    if (!element) return;
    next = setTimeout(refresh, 1000 * Number(element.dataset.poll));
  }
  async function refresh() {
    const mine = turn;
    try { await show(await fetch(location.href), mine); } catch { follow(); }
  }
  follow();
  // For the other scripts of staff pages, which come after this one.
  window.minetallStaff = { token, refresh };
})();
