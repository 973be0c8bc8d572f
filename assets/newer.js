/* Says when newer figures were published than the page was made from. Nothing is loaded before the reader asks for it. */
(function () {
  "use strict";
  const EVERY = 15000;
  const place = document.getElementById("newer");
  let known = Number(place.dataset.edition), next = 0;

  function button(text, act, kind) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = kind;
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /* The date as the rest of the page writes it: in its language, in UTC. */
  function day(moment) {
    const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat(language, form).format(new Date(moment));
  }

  function say(found) {
    known = found.edition;
    const box = document.createElement("div"), text = document.createElement("p");
    box.className = "newer-box";
    text.textContent = place.dataset.said.replace("{date}", day(found.published_at));
    box.append(
      text,
      button(place.dataset.show, () => location.reload(), "show"),
      button(place.dataset.later, () => { place.replaceChildren(); delete document.body.dataset.newer; }, "later"));
    place.replaceChildren(box);
    document.body.dataset.newer = "";
  }

  async function ask() {
    clearTimeout(next);
    if (document.hidden) return;
    try {
      const answer = await fetch("/edition", { cache: "no-cache" });
      const found = answer.ok ? await answer.json() : null;
      if (found && found.edition > known) say(found);
    } catch { /* No way to the server just now: the next time will do. */ }
    clearTimeout(next);
    if (!document.hidden) next = setTimeout(ask, EVERY);
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(next) : ask()));
  window.addEventListener("pageshow", (event) => { if (event.persisted) ask(); });
  next = setTimeout(ask, EVERY);
})();
