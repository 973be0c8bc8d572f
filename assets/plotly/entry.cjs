'use strict';

// What the bundle holds. To add a kind of chart: one line under `traces`, then `make plotly`; the tests of assets/plotly
// compare this list with what charts/ draws. It is plotly.js/src/core.js without the parts that no chart of ours uses:
// annotations3d, updatemenus, sliders, rangeslider, rangeselector, grid.
const registry = require('plotly.js/src/registry');
const api = require('plotly.js/src/plot_api');

require('plotly.js/build/plotcss');

const Plotly = { version: require('plotly.js/src/version').version, register: registry.register };
for (const name of Object.keys(api)) {
  if (!name.startsWith('_')) Plotly[name] = api[name];
  registry.register({ moduleType: 'apiMethod', name, fn: api[name] });
}

const traces = [
  require('plotly.js/src/traces/scatter'),
  require('plotly.js/lib/bar'),
];

// The order matters: the legend's defaults depend on shapes, those of fx on the legend.
const components = [
  require('plotly.js/src/components/annotations'),
  require('plotly.js/src/components/selections'),
  require('plotly.js/src/components/shapes'),
  require('plotly.js/src/components/images'),
  require('plotly.js/src/components/errorbars'),
  require('plotly.js/src/components/colorscale'),
  require('plotly.js/src/components/colorbar'),
  require('plotly.js/src/components/legend'),
  require('plotly.js/src/components/fx'),
  require('plotly.js/src/components/modebar'),
];

// plotly.js starts in en-US; the locale of Norwegian is called "no".
const locales = [
  require('plotly.js/src/locale-en'),
  require('plotly.js/src/locale-en-us'),
  require('plotly.js/lib/locales/no'),
];

registry.register([...traces, ...components, ...locales]);

const plots = require('plotly.js/src/plots/plots');
const fx = require('plotly.js/src/components/fx');

Plotly.Icons = require('plotly.js/src/fonts/ploticon');
Plotly.Plots = { resize: plots.resize, graphJson: plots.graphJson };
Plotly.Fx = { hover: fx.hover, unhover: fx.unhover, loneHover: fx.loneHover, loneUnhover: fx.loneUnhover };
Plotly.Snapshot = require('plotly.js/src/snapshot');

module.exports = Plotly;
