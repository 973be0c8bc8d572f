// Builds plotly.min.js and its two compressed forms from entry.cjs: `make plotly`, or `npm ci && npm run build` here.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { build } from 'esbuild';

const OUT = 'plotly.min.js';

// The attributes of plotly.js carry their documentation with them: 120 kB that no browser needs.
const withoutDescriptions = {
  name: 'without-descriptions',
  setup({ onLoad }) {
    onLoad({ filter: /plotly\.js\/src\/.*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
      const spans = [];
      full(tree, (node) => {
        if (node.type === 'Property' && !node.computed && !node.shorthand && node.key.name === 'description') {
          const comma = source.slice(node.end).match(/^\s*,/);
          spans.push([node.start, node.end + (comma ? comma[0].length : 0)]);
        }
      });
      let contents = source;
      for (const [start, end] of spans.sort((a, b) => b[0] - a[0])) {
        contents = contents.slice(0, start) + contents.slice(end);
      }
      return { contents, loader: 'js' };
    });
  },
};

const fewColours = {
  name: 'few-colours',
  setup({ onResolve }) {
    onResolve({ filter: /^culori$/ }, () => ({ path: fileURLToPath(new URL('colour.mjs', import.meta.url)) }));
  },
};

await build({
  entryPoints: ['entry.cjs'],
  outfile: OUT,
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'Plotly',
  target: 'es2019',
  define: { global: 'window', 'define.amd': 'false', 'process.env.NODE_DEBUG': 'false' },
  loader: { '.css': 'empty' },
  legalComments: 'none',
  banner: { js: '/*! plotly.js (c) Plotly, Inc., MIT License; reduced by assets/plotly/build.mjs of Minetall */' },
  plugins: [withoutDescriptions, fewColours],
  logLevel: 'warning',
});

const bundle = await readFile(OUT);
const brotli = brotliCompressSync(bundle, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bundle.length },
});
const gzip = gzipSync(bundle, { level: 9 });
await writeFile(`${OUT}.br`, brotli);
await writeFile(`${OUT}.gz`, gzip);
console.log(`${OUT}: ${bundle.length} bytes, brotli ${brotli.length}, gzip ${gzip.length}`);
