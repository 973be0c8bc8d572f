/* Long lists of values are searched in: what does not hold the letters is hidden, without case and marks. */
(function () {
  "use strict";

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function search(field) {
    const wanted = plain(field.value.trim());
    document.getElementById(field.dataset.searches).querySelectorAll("li").forEach((row) => {
      // What is chosen stays in sight.
      const chosen = row.querySelector("input:checked") || row.classList.contains("left-out");
      row.hidden = Boolean(wanted) && !chosen && !row.dataset.plain.includes(wanted);
    });
  }

  /* Beside the charts the first lists stand open; in a sheet they would push the others out of sight. */
  if (!window.matchMedia("(min-width: 1000px)").matches) {
    document.querySelectorAll("[data-seen]").forEach((list) => { list.open = false; });
  }

  /* A period that would end before it begins becomes the one that was written last. */
  function last(text) { return text + "-12-31".slice(text.length - 4); }
  document.addEventListener("change", (event) => {
    const [from, to] = ["filter-from", "filter-to"].map((id) => document.getElementById(id));
    if (event.target !== from && event.target !== to) return;
    if (!event.target.reportValidity()) return;
    if (from.value && to.value && from.value > last(to.value)) [from, to].forEach((end) => { end.value = event.target.value; });
  }, true);

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-searches]")) search(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-searches]")) event.preventDefault();
  });
  document.addEventListener("minetall:shown", () => {
    document.querySelectorAll("[data-searches]").forEach((field) => { if (field.value) search(field); });
  });
})();
