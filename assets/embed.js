/* Draws the chart of an embedded page from the figures it carries, and switches between chart and table. */
(function () {
  "use strict";
  const NARROW = 560;
  const chart = document.getElementById("chart"), table = document.getElementById("table");
  const figures = JSON.parse(document.getElementById("figures").textContent);
  let drawn = "", wanted = "chart";

  function fitting() {
    return document.documentElement.clientWidth < NARROW ? "narrow" : "wide";
  }

  function draw() {
    drawn = fitting();
    return Plotly.react(chart, figures[drawn].data, Object.assign({}, figures[drawn].layout, { autosize: true }), figures.config);
  }

  async function show(what) {
    wanted = what;
    table.hidden = what === "chart";
    chart.hidden = what !== "chart";
    document.querySelectorAll("[data-show]").forEach((button) =>
      button.setAttribute("aria-pressed", String(button.dataset.show === what)));
    if (what === "chart" && drawn !== fitting()) await draw();
  }

  function failed(error) {
    console.error(error);
    show("table");
    const box = document.getElementById("failed");
    box.textContent = box.dataset.failed;
  }

  document.querySelectorAll("[data-show]").forEach((button) =>
    button.addEventListener("click", () => show(button.dataset.show).catch(failed)));
  window.addEventListener("resize", () => { if (wanted === "chart" && drawn !== fitting()) draw().catch(failed); });
  /* A4 has room for 660 px, however wide the frame is. */
  window.addEventListener("beforeprint", () => { if (drawn) Plotly.relayout(chart, { autosize: false, width: Math.min(660, chart.clientWidth || 660) }); });
  window.addEventListener("afterprint", () => { if (drawn) Plotly.relayout(chart, { autosize: true, width: null }); });
  show("chart").then(() => document.documentElement.classList.add("scripted")).catch(failed);
})();
