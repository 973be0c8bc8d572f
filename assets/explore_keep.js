/* Named views, kept in this browser only: a list of {name, search}. What else stands in the storage is left aside. */
(function () {
  "use strict";
  const dialog = document.getElementById("views");
  if (!dialog) return;
  const KEY = "minetall.views", MOST = 100, LONGEST_NAME = 80, LONGEST_SEARCH = 4000;
  const list = document.getElementById("views-list"), said = document.getElementById("views-said");
  const form = document.getElementById("views-save"), row = document.getElementById("views-row");
  const field = form.elements.name;
  let gone = null;

  function isView(one) {
    return one && typeof one.name === "string" && one.name.trim() && one.name.length <= LONGEST_NAME &&
      typeof one.search === "string" && one.search.startsWith("?") && one.search.length <= LONGEST_SEARCH;
  }

  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(found) ? found.filter(isView).slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  function write(views) {
    try {
      localStorage.setItem(KEY, JSON.stringify(views));
      return true;
    } catch {
      return say("unkept");
    }
  }

  /* A sentence of the page with what it is about, told to screen readers too. */
  function say(what, name) {
    said.textContent = (said.dataset[what] || "").replace("{name}", name || "");
    return false;
  }

  /* In the language of the page, whatever it was when the view was saved. */
  function link(view) {
    const query = new URLSearchParams(view.search);
    query.set("lang", document.documentElement.lang);
    return `${location.pathname}?${query}`;
  }

  function show() {
    const views = read();
    list.replaceChildren(...views.map((view, at) => filled(view, at)));
    document.getElementById("views-none").hidden = views.length > 0;
    document.getElementById("views-back").hidden = !gone;
  }

  function filled(view, at) {
    const item = row.content.firstElementChild.cloneNode(true);
    const open = item.querySelector("a");
    open.textContent = view.name;
    open.href = link(view);
    item.querySelectorAll("[data-act]").forEach((button) => {
      button.setAttribute("aria-label", `${button.textContent.trim()}: ${view.name}`);
      button.addEventListener("click", () => ACTS[button.dataset.act](view, at, item));
    });
    return item;
  }

  function change(at, ...fresh) {
    const views = read();
    views.splice(at, 1, ...fresh);
    const kept = write(views);
    show();
    return kept;
  }

  const ACTS = {
    rename(view, at, item) {
      const renaming = item.querySelector("form"), name = renaming.elements.name;
      renaming.hidden = !renaming.hidden;
      if (renaming.hidden) return;
      name.value = view.name;
      name.select();
      renaming.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!name.value.trim()) return;
        if (change(at, { ...view, name: name.value.trim() })) say("renamed", name.value.trim());
        list.children[at]?.querySelector("a").focus();
      }, { once: true });
    },
    async copy(view) {
      const address = new URL(link(view), location.href).href;
      try {
        await navigator.clipboard.writeText(address);
        say("copied", view.name);
      } catch {
        window.prompt("", address);
      }
    },
    remove(view, at) {
      gone = { view, at };
      if (change(at)) say("deleted", view.name);
      document.getElementById("views-back").focus();
    },
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim(), views = read();
    if (!name) return;
    if (views.length >= MOST) return void say("full");
    gone = null;
    if (write([...views, { name, search: location.search || "?" }])) {
      say("kept", name);
      form.reset();
    }
    show();
  });
  document.getElementById("views-back").addEventListener("click", () => {
    const { view, at } = gone, views = read();
    gone = null;
    views.splice(at, 0, view);
    if (write(views)) say("back", view.name);
    show();
    list.children[at]?.querySelector("a").focus();
  });
  document.getElementById("views-open").addEventListener("click", () => {
    gone = null;
    say("");
    show();
    field.value = "";
    dialog.showModal();
    field.focus();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  window.addEventListener("storage", (event) => { if (event.key === KEY) show(); });
})();
