// The awareness text is saved as one writes: one saving at a time, the next with what was typed meanwhile.
(() => {
  "use strict";
  const unsaved = new Set();

  class Writing {
    constructor(form) {
      this.form = form;
      this.text = form.elements.markdown;
      this.state = form.querySelector(".saving");
      this.kept = this.text.value;
      this.busy = false;
      this.timer = 0;
      this.text.addEventListener("input", () => this.typed());
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        delete this.part().dataset.conflict;
        this.save(true);
      });
    }

    part() { return document.getElementById(this.form.dataset.part); }

    typed() {
      unsaved.add(this);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), 500);
    }

    request(keepalive) {
      const body = new FormData(this.form);
      return fetch(this.form.getAttribute("action"), { method: "POST", body, keepalive, headers: { "X-CSRFToken": minetallStaff.token(), "X-Part": "1" } });
    }

    async save(again) {
      clearTimeout(this.timer);
      if (this.busy) { this.waits = true; return; }
      if (this.part().hasAttribute("data-conflict") || (!again && this.text.value === this.kept)) return;
      this.busy = true;
      const sent = this.text.value;
      try {
        const response = await this.request(false);
        const next = new DOMParser().parseFromString(await response.text(), "text/html").getElementById(this.form.dataset.part);
        if (!next || (!response.ok && response.status !== 409)) throw new Error(String(response.status));
        Idiomorph.morph(this.part(), next, { ignoreActiveValue: true, restoreFocus: true });
        if (response.ok) {
          this.kept = sent;
          if (this.text.value === sent) unsaved.delete(this);
        }
        this.state.textContent = "";
      } catch {
        this.state.textContent = this.form.dataset.failed;
        this.timer = setTimeout(() => this.save(), 5000);
      }
      this.busy = false;
      if (this.waits) { this.waits = false; this.save(); }
    }

    // The page goes away: what is typed goes along, if there is time.
    leave() {
      clearTimeout(this.timer);
      if (unsaved.has(this) && !this.busy && !this.part().hasAttribute("data-conflict")) {
        unsaved.delete(this);
        this.request(true).catch(() => {});
      }
    }
  }

  const writings = [...document.querySelectorAll("form.write")].map((form) => new Writing(form));
  addEventListener("pagehide", () => writings.forEach((writing) => writing.leave()));
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-conflict]") && unsaved.size) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theirs]")) { unsaved.clear(); return; }
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    const text = document.getElementById(link.dataset.of);
    const lines = text.value.split("\n");
    const number = Number(link.dataset.line) - 1;
    const start = lines.slice(0, number).reduce((sum, line) => sum + line.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[number] || "").length);
    text.scrollTop = (text.scrollHeight * start) / Math.max(1, text.value.length) - text.clientHeight / 3;
  });
})();
