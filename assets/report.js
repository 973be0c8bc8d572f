/* A report from a server without a browser: this one draws its charts. Tables stand there already. */
(function () {
  "use strict";
  const { config, charts } = JSON.parse(document.getElementById("figures").textContent);
  const WIDTH = 660;
  document.querySelectorAll("[data-chart]").forEach((box) => {
    const figure = charts[box.dataset.chart];
    const layout = Object.assign({}, figure.layout, { autosize: false, width: Math.min(WIDTH, box.clientWidth) });
    Plotly.newPlot(box, figure.data, layout, config).catch((error) => { console.error(error); box.remove(); });
  });
})();
