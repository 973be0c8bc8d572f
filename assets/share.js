/* The share panel (/share/<chart>) and the page of a set (/share) without new pages: links and forms are the server's own,
   here their answers are put in place. On pages with charts the panel opens in a dialog. Without this file all of it works
   as pages. Pictures that the server does not make are drawn by picture.js. */
(function () {
  "use strict";
  const kept = window.minetallKept;
  const drawn = new Map();
  let dialog = null, asking = 0;

  const panelOf = () => document.querySelector("[data-share-chart]");
  const MORPH = {
    morphStyle: "innerHTML",
    callbacks: {
      // What was drawn here stays until it is drawn anew; a disclosure stays as the reader left it.
      beforeAttributeUpdated: (name, element) =>
        !(name === "src" && element.hasAttribute("data-draw")) && !(name === "open" && element instanceof HTMLDetailsElement),
    },
  };

  async function asked(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  /* The address of a form, empty fields left out. */
  function sent(form) {
    const url = new URL(form.getAttribute("action"), location.href);
    const query = new URLSearchParams();
    new FormData(form).forEach((value, name) => { if (value && typeof value === "string") query.append(name, value); });
    url.search = query;
    return url;
  }

  /* The last choices, where the address does not say otherwise. */
  function withChoices(url) {
    const { take, pinned, options } = kept.choices();
    const kind = url.searchParams.get("take") || take;
    if (kind) url.searchParams.set("take", kind);
    new URLSearchParams(options[kind] || "").forEach((value, name) => url.searchParams.has(name) || url.searchParams.set(name, value));
    const made = document.getElementById("content").dataset.made;
    if (pinned && made && !url.searchParams.has("edition")) url.searchParams.set("edition", made);
    return url;
  }

  function say(place, text) {
    const status = place && place.querySelector(".share-status");
    if (status) status.textContent = text || "";
  }

  /* --- The panel of one chart --- */

  async function show(url, fallback) {
    const mine = ++asking, panel = panelOf();
    panel.setAttribute("aria-busy", "true");
    try {
      let fresh;
      try {
        fresh = await asked(url);
      } catch (error) {
        if (!fallback || String(fallback) === String(url)) throw error;
        fresh = await asked(fallback);  // what was kept is older than the site
      }
      if (mine !== asking) return;
      Idiomorph.morph(panel, fresh.getElementById("share-panel").innerHTML, MORPH);
      panel.dataset.address = url;
      if (!dialog || !dialog.open) history.replaceState(history.state, "", url);
      arrived(panel);
    } catch (error) {
      location.assign(fallback || url);
    } finally {
      panel.removeAttribute("aria-busy");
    }
  }

  function open(link) {
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "share-dialog";
      dialog.setAttribute("aria-labelledby", "share-title");
      dialog.innerHTML = '<form method="dialog"><button class="share-close"><span aria-hidden="true">×</span></button></form><div class="share-panel" data-share-chart></div>';
      document.body.append(dialog);
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
      dialog.addEventListener("close", () => panelOf().replaceChildren());
    }
    dialog.querySelector(".share-close").setAttribute("aria-label", link.dataset.share);
    dialog.showModal();
    show(withChoices(new URL(link.href)), new URL(link.href));
  }

  function remember(form) {
    const taken = new FormData(form), options = new URLSearchParams();
    form.querySelectorAll("[data-kept]").forEach((field) => { if (field.value) options.set(field.name, field.value); });
    const take = taken.get("take");
    kept.choose({ take, pinned: Boolean(taken.get("edition")), options: { [take]: options.toString() } });
  }

  /* --- Pictures that this browser draws --- */

  async function draw(image) {
    const { chart, query, options } = image.dataset, key = [chart, query, options].join("?");
    if (image.dataset.drawn === key || !window.minetallPicture) return;
    image.dataset.drawn = key;
    try {
      if (!drawn.has(key)) drawn.set(key, window.minetallPicture.blob("png", chart, query, options).then((made) => URL.createObjectURL(made.blob)));
      const source = await drawn.get(key);
      if (image.dataset.drawn === key) image.src = source;
    } catch {
      drawn.delete(key);
      const place = image.closest(".share-panel");
      const status = place && place.querySelector("[data-failed]");
      if (status) say(place, status.dataset.failed);
    }
  }

  async function drawAll(place) {
    // One after the other: they share one processor.
    for (const image of place.querySelectorAll("img[data-draw]")) await draw(image);
  }

  /* The server said that it makes pictures, but made none. */
  document.addEventListener("error", (event) => {
    const image = event.target;
    if (!(image instanceof HTMLImageElement) || !image.dataset.query || image.hasAttribute("data-draw")) return;
    image.setAttribute("data-draw", "");
    draw(image);
  }, true);

  /* --- The reader's own set --- */

  function tellMine() {
    const count = kept.count(), link = document.getElementById("share-mine");
    if (!link) return;
    const address = new URL("/share", location.href);
    address.search = `lang=${document.documentElement.lang}&${kept.set()}`;
    link.href = address;
    link.textContent = (count === 1 ? link.dataset.one : link.dataset.mine).replace("{count}", count);
    link.hidden = !count;
    const other = document.getElementById("share-other"), set = document.getElementById("share-set");
    if (other) other.hidden = !count || same(set.dataset.link, address);
  }

  const same = (one, two) => {
    const sorted = (address) => { const query = new URL(address, location.href).searchParams; query.sort(); return query.toString(); };
    return sorted(one) === sorted(two);
  };

  async function change(url) {
    const mine = ++asking, set = document.getElementById("share-set");
    set.setAttribute("aria-busy", "true");
    try {
      const fresh = await asked(url);
      if (mine !== asking) return;
      const [focused, part] = [document.activeElement, fresh.getElementById("share-set")];
      Idiomorph.morph(set, part.innerHTML, MORPH);
      set.dataset.link = part.dataset.link;
      history.pushState({}, "", part.dataset.link);
      kept.replaceSet(location.search);
      document.querySelectorAll(".languages a").forEach((link, at) => { link.href = fresh.querySelectorAll(".languages a")[at].href; });
      if (!document.contains(focused) || focused === document.body) {
        const target = url.hash && document.getElementById(url.hash.slice(1));
        if (target) { target.tabIndex = -1; target.focus(); }
      }
      arrived(set);
    } catch {
      location.assign(url);
    } finally {
      set.removeAttribute("aria-busy");
    }
  }

  function arrived(place) {
    const box = document.getElementById("share-remember");
    if (box) box.checked = kept.remembers();
    tellMine();
    drawAll(place);
  }

  /* --- What the reader does --- */

  function plain(event, link) {
    return link && !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-share], a[data-share-part], a[data-set], a[data-add], #share-empty");
    if (!plain(event, link)) return;
    event.preventDefault();
    if (link.matches("[data-share]")) open(link);
    else if (link.matches("[data-set]")) change(new URL(link.href));
    else if (link.matches("[data-add]")) {
      const added = kept.add(new URL(link.href).search);
      if (!added) return location.assign(link.href);
      say(link.closest(".share-panel"), link.dataset.add);
      tellMine();
    } else if (link.id === "share-empty") {
      kept.replaceSet("");
      tellMine();
    } else {
      kept.choose({ take: link.dataset.kind });
      show(withChoices(new URL(link.href)), new URL(link.href));
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "share-remember") return kept.remembers(event.target.checked);
    const form = event.target.closest("form[data-share-part], form[data-set]");
    if (!form || !event.target.name || !form.checkValidity()) return;
    if (form.matches("[data-share-part]")) {
      remember(form);
      show(sent(form));
    } else if (event.target.hasAttribute("data-reload")) location.assign(sent(form));
    else change(sent(form));
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-share-part], form[data-set]")) return;
    event.preventDefault();
    if (form.matches("[data-share-part]")) show(sent(form)); else change(sent(form));
  });

  window.addEventListener("popstate", () => { if (document.getElementById("share-set")) location.reload(); });

  const start = panelOf() || document.getElementById("share-set");
  if (start) arrived(start);
})();
