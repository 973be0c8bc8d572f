/* Links and forms marked data-nav change the address without a new page: Dash answers with figures and HTML parts. */
(function () {
  "use strict";
  const SLOW = 1000, FAILED = 10000;
  const narrow = window.matchMedia("screen and (max-width: 699px)");
  let ready = false, hash = location.hash, timers = [];

  function go(address) {
    const url = new URL(address, location.href);
    // Only what stands at the same address is drawn anew; another page is opened.
    if (!ready || url.pathname !== location.pathname) return location.assign(url);
    hash = url.hash;
    if (url.search === location.search) return arrive();
    wait();
    window.dash_clientside.set_props("address", { search: url.search, hash: url.hash });
  }

  function wait() {
    const box = document.getElementById("waiting");
    stopWaiting();
    document.body.dataset.waiting = "";
    timers = [
      setTimeout(() => { box.textContent = box.dataset.slow; box.hidden = false; }, SLOW),
      setTimeout(() => {
        const again = document.createElement("a");
        again.href = location.href;
        again.textContent = box.dataset.failed;
        box.replaceChildren(again);
        box.hidden = false;
      }, FAILED),
    ];
  }

  function stopWaiting() {
    timers.forEach(clearTimeout);
    delete document.body.dataset.waiting;
    document.getElementById("waiting").hidden = true;
  }

  /* After a change, what the address points at is shown and takes the focus. */
  function arrive() {
    document.querySelectorAll("tr.target").forEach((row) => row.classList.remove("target"));
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    hash = "";
    if (!target) return;
    target.classList.add("target");
    // What is taller than the window is shown from its beginning.
    target.scrollIntoView({ block: target.offsetHeight > window.innerHeight ? "start" : "center" });
    target.focus({ preventScroll: true });
  }

  const MORPH = {
    morphStyle: "innerHTML",
    callbacks: {
      // A chart belongs to Dash, what is searched for to the reader: only its box follows the document.
      beforeNodeMorphed: (old, fresh) => {
        if (!(old instanceof Element) || !old.hasAttribute("data-keep")) return true;
        ["style", "aria-label", "hidden"].forEach((name) =>
          fresh.hasAttribute(name) ? old.setAttribute(name, fresh.getAttribute(name)) : old.removeAttribute(name));
        return false;
      },
      // A disclosure stays as the reader left it.
      beforeAttributeUpdated: (name, element) => !(name === "open" && element instanceof HTMLDetailsElement),
    },
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    minetall: {
      ask: function (search) {
        // The edition of the document: what is drawn anew must not stand beside text and numbers of another one.
        const made = Number(document.getElementById("content").dataset.made) || null;
        return { path: location.pathname, search: search || "", narrow: narrow.matches, first: !ready, made };
      },
      show: function (answer) {
        ready = true;
        stopWaiting();
        if (answer.parts) {
          Object.entries(answer.parts).forEach(([id, html]) => Idiomorph.morph(document.getElementById(id), html, MORPH));
          document.getElementById("announcer").textContent = answer.said;
        }
        arrive();
        document.dispatchEvent(new Event("minetall:shown"));
        return window.dash_clientside.no_update;
      },
    },
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-nav], .prose a[data-statement]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href);
  });

  /* A mark of the published totals leads to the row of its statement, which names outlet and link. */
  document.addEventListener("mouseover", (event) => {
    const chart = event.target.closest("#card-main[data-chart=published_totals] .js-plotly-plot");
    if (!chart || chart.dataset.leads) return;
    chart.dataset.leads = "";
    chart.on("plotly_click", (marked) => {
      const statement = [].concat(marked.points[0].customdata || "")[0];
      const query = new URLSearchParams(location.search);
      query.set("tab", "table");
      if (statement && chart.closest("[data-chart=published_totals]")) go(`/?${query}#statement-${statement}`);
    });
  });

  function submit(form) {
    const query = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (value) query.append(name, value); });
    const url = new URL(form.getAttribute("action"), location.href);
    url.search = query;
    // With scripts nothing has moved, so nothing needs to be found again.
    url.hash = "";
    go(url);
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-nav]");
    // What has no name is not sent: it searches in a list.
    if (!form || !event.target.name) return;
    // A date is complete when it may be sent: while a year is being typed it lies before the first one allowed.
    if (!event.target.checkValidity()) return;
    submit(form);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-nav]")) return;
    event.preventDefault();
    submit(event.target);
  });

  // For scripts that choose an address themselves, such as explore_pick.js.
  window.minetall = Object.assign(window.minetall || {}, { go });
  window.addEventListener("popstate", () => { hash = ""; if (ready) wait(); });
  narrow.addEventListener("change", () => {
    if (ready) window.dash_clientside.set_props("width", { data: narrow.matches });
  });
})();
