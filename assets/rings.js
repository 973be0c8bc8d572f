/* A bound figure of the text lights its marks in the main chart: pointed at or focused, they are ringed there. */
(function () {
  "use strict";
  const LINK = ".prose a[data-statement]";
  const drawn = (trace) => !["ring", "contradicted"].includes((trace.meta || {}).role);

  /* The marks of a statement: of the outcome that the text names where the chart draws it, else all of them. */
  function marks(chart, statement, outcome) {
    const found = chart.data.filter(drawn).flatMap((trace) =>
      (trace.customdata || []).flatMap((data, i) =>
        String([].concat(data)[0]) === statement ? [{ role: (trace.meta || {}).role, x: trace.x[i], y: trace.y[i] }] : []));
    const named = found.filter((mark) => mark.role === outcome);
    return named.length ? named : found;
  }

  function ring(found) {
    const chart = document.querySelector("#plot-main .js-plotly-plot");
    if (!chart || !chart.data || chart.closest("[hidden]")) return;
    const trace = chart.data.findIndex((one) => (one.meta || {}).role === "ring");
    if (trace < 0) return;
    const shown = found(chart);
    window.Plotly.restyle(chart, { x: [shown.map((mark) => mark.x)], y: [shown.map((mark) => mark.y)] }, [trace]);
  }

  function watch(kind, act) {
    document.addEventListener(kind, (event) => {
      const link = event.target.closest && event.target.closest(LINK);
      if (link) act(link);
    });
  }

  const light = (link) => ring((chart) => marks(chart, link.dataset.statement, link.dataset.outcome));
  const dim = () => ring(() => []);
  watch("mouseover", light);
  watch("focusin", light);
  watch("mouseout", dim);
  watch("focusout", dim);
})();
