/* Undo and redo: steps of this page in the browser's own history. Each step's place is kept in its history entry, so the
   buttons know whether there is a step before or after it, also when the reader comes back from another page. */
(function () {
  "use strict";
  const undo = document.getElementById("undo"), redo = document.getElementById("redo");
  if (!undo || !redo) return;
  const own = history.state?.minetall;
  const run = own?.run ?? `${Date.now()}-${Math.random()}`;
  let step = own?.step ?? 0;

  function last(value) {
    try {
      if (value !== undefined) sessionStorage.setItem("minetall.last", JSON.stringify([run, value]));
      const [of, number] = JSON.parse(sessionStorage.getItem("minetall.last")) || [];
      return of === run && Number.isInteger(number) ? number : step;
    } catch {
      return step;
    }
  }

  function show() {
    const focused = document.activeElement;
    undo.disabled = step === 0;
    redo.disabled = step >= last();
    // A button that is disabled under the finger would lose the focus to nowhere.
    if (focused === undo && undo.disabled && !redo.disabled) redo.focus();
    if (focused === redo && redo.disabled && !undo.disabled) undo.focus();
  }

  function mark(state) {
    return { ...state, minetall: { run, step } };
  }

  const push = history.pushState;
  history.pushState = function (state, ...rest) {
    step += 1;
    push.call(history, mark(state), ...rest);
    last(step);
    show();
  };
  if (!own) history.replaceState(mark(history.state), "");
  if (!own) last(0);

  window.addEventListener("popstate", (event) => {
    step = event.state?.minetall?.run === run ? event.state.minetall.step : 0;
    show();
  });
  undo.addEventListener("click", () => history.back());
  redo.addEventListener("click", () => history.forward());
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key.toLowerCase() !== "z" || event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    const button = event.shiftKey ? redo : undo;
    if (button.disabled) return;
    event.preventDefault();
    button.click();
  });
  show();
})();
