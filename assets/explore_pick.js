/* A bar, a point, a district or a cell that is chosen narrows everything to the records behind it. The mark carries the
   parameters of an address as customdata; those of the same names are replaced. By keyboard: the links of the table. */
(function () {
  "use strict";
  const CHARTS = "[data-picks] .js-plotly-plot";

  function pick(marked) {
    const said = [].concat(marked?.points?.[0]?.customdata ?? "")[0];
    return typeof said === "string" && said.includes("=") ? said : "";
  }

  function narrow(wanted) {
    const chosen = new URLSearchParams(wanted), query = new URLSearchParams(location.search);
    ["page", ...chosen.keys()].forEach((name) => query.delete(name));
    chosen.forEach((value, name) => query.append(name, value));
    window.minetall.go(`${location.pathname}?${query}`);
  }

  /* Before the first press or hover reaches the chart: a finger hovers nowhere. */
  function listen(event) {
    const chart = event.target.closest?.(CHARTS);
    if (!chart || !chart.on || "picked" in chart.dataset) return;
    chart.dataset.picked = "";
    chart.on("plotly_click", (marked) => {
      const wanted = pick(marked);
      if (wanted && chart.matches(CHARTS)) narrow(wanted);
    });
    chart.on("plotly_hover", (marked) => chart.classList.toggle("can-pick", Boolean(pick(marked))));
    chart.on("plotly_unhover", () => chart.classList.remove("can-pick"));
  }

  ["pointerover", "pointerdown"].forEach((name) => document.addEventListener(name, listen, true));
})();
