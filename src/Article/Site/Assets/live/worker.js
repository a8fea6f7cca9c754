// Runs the chapter's cells, off the page's own thread. A message sets levers or edits a cell, and says which results are
// wanted first; between two cells the worker looks for newer messages, so that the latest wish wins.

import { dotnet } from "../../live/dotnet.js";

let runtime;
let cells;
let compiler;
let wanted = [];
let isRunning = false;
let number = 0;

const drawing = 50; // milliseconds in which a page draws a figure that its reader looks at
const breathe = (milliseconds = 0) => new Promise((done) => setTimeout(done, milliseconds));

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function open(notebook, isNarrow) {
  const [started, shipped] = await Promise.all([dotnet.create(), load(notebook)]);
  runtime = started;
  const exports = await runtime.getAssemblyExports("InteractiveArticle.Live.dll");
  cells = exports.InteractiveArticle.Live.LiveNotebook;
  cells.Open(await shipped.text(), isNarrow);
}

const next = () => cells.RunNext(JSON.stringify(wanted));

/** Fetches the compiler, and the assemblies that cells may use for it to read; these come from the browser's cache. */
async function loadCompiler() {
  const { assembly, coreAssembly, lazyAssembly } = runtime.getConfig().resources;
  const used = [...coreAssembly, ...assembly];
  const all = [...used, ...lazyAssembly];
  let loaded = 0;
  await Promise.all(all.map(async (file) => {
    const response = await load(new URL(`../../live/${file.name}`, import.meta.url));
    const content = new Uint8Array(await response.arrayBuffer());
    cells.AddAssembly(file.name, content, !used.includes(file));
    postMessage({ loading: ++loaded / all.length });
  }));
}

async function complete({ id, source, position }) {
  await (compiler ??= loadCompiler());
  postMessage({ completed: JSON.parse(cells.Complete(id, source, position)) });
}

async function edit({ id, source, below }) {
  postMessage({ compiling: id });
  await (compiler ??= loadCompiler());
  const error = cells.Edit(id, source, below);
  postMessage({ edited: id, error: error && JSON.parse(error) });
}

async function run() {
  if (isRunning) return;
  isRunning = true;
  try {
    for (let ran = await next(); ran !== null; ran = await next()) {
      const result = JSON.parse(ran);
      postMessage({ ran: result });
      // The next cell would slow the drawing down where there are few processors.
      const isSeen = wanted.includes(result.cell) && result.outputs.some((html) => html.startsWith("<figure"));
      await breathe(isSeen ? drawing : 0);
    }
  } finally {
    isRunning = false;
  }
  postMessage({ done: number });
}

onmessage = async ({ data }) => {
  try {
    if (data.open) {
      await open(data.open, data.isNarrow);
      postMessage({ ready: true });
      return;
    }
    if (data.complete) {
      await complete(data.complete);
      return;
    }
    number = data.number;
    wanted = data.wanted;
    if (data.set) {
      const refused = cells.Set(JSON.stringify(data.set));
      if (refused) postMessage({ refused });
    }
    if (data.fit) cells.Fit(data.fit.isNarrow, JSON.stringify(data.fit.misfits));
    if (data.edit) await edit(data.edit);
    await run();
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
