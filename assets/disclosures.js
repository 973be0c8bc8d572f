/* Filters close when the reader turns elsewhere; copy buttons copy. */
(function () {
  "use strict";
  const SHEETS = "details.filter[open]";

  function close(sheet, focus) {
    sheet.open = false;
    if (focus) sheet.querySelector("summary").focus();
  }

  document.addEventListener("click", (event) => {
    document.querySelectorAll(SHEETS).forEach((sheet) => {
      const done = event.target.closest("[data-close]");
      if (!sheet.contains(event.target) || done) close(sheet, Boolean(done && sheet.contains(done)));
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll(SHEETS).forEach((sheet) => close(sheet, sheet.contains(document.activeElement)));
  });
  document.addEventListener("focusout", (event) => {
    if (!event.relatedTarget) return;
    document.querySelectorAll(SHEETS).forEach((sheet) => {
      if (sheet.contains(event.target) && !sheet.contains(event.relatedTarget)) close(sheet, false);
    });
  });

  function say(button, copied) {
    const status = button.closest(".share-panel, .share-takes, .sheet-links").querySelector(".copied");
    status.textContent = copied ? status.dataset.done : "";
  }

  /* The clipboard needs a safe origin; on others the text is selected, ready to be copied by hand. */
  async function copy(button, text, field) {
    try {
      await navigator.clipboard.writeText(text);
      say(button, true);
    } catch {
      if (field) field.select(); else window.prompt("", text);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-copy]");
    if (link) copy(link, link.dataset.copy, null);
    const code = event.target.closest("[data-copy-from]");
    if (code) {
      const field = document.getElementById(code.dataset.copyFrom);
      copy(code, field.value, field);
    }
  });
})();
