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
