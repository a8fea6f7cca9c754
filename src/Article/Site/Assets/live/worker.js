// Runs the chapter's cells, off the page's own thread. A message sets levers or edits a cell, and says which results are
// wanted first; between two cells the worker looks for newer messages, so that the latest wish wins. What takes long, once
// something of a wish is seen, waits until no newer one comes: a lever that is being dragged is not held up by it.

import { dotnet } from "../../live/dotnet.js";

let runtime;
let cells;
let compiler;
let wanted = [];
let isRunning = false;
let warming = Promise.resolve();
let number = 0;
let wake = () => {}; // ends a pause

// In milliseconds.
const drawing = 50; // in which a page draws a figure that its reader looks at
const long = 50; // for a cell
const calm = 250; // without a newer wish: nobody is dragging

function pause(milliseconds = 0) {
  return new Promise((done) => {
    wake = done;
    setTimeout(done, milliseconds);
  });
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function open({ open: notebook, isNarrow, shown }) {
  const [started, shipped] = await Promise.all([dotnet.create(), load(notebook)]);
  runtime = started;
  const exports = await runtime.getAssemblyExports("InteractiveArticle.Live.dll");
  cells = exports.InteractiveArticle.Live.LiveNotebook;
  cells.Open(await shipped.text(), isNarrow, JSON.stringify(shown));
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
  let seen; // the number of the last wish of which a figure is seen
  try {
    await warming;
    for (let ran = await next(); ran !== null; ran = await next()) {
      const { nextTakes, ...result } = { ...JSON.parse(ran), outputs: cells.Outputs() };
      postMessage({ ran: result });
      // The next cell would slow the drawing down where there are few processors.
      const isSeen = wanted.includes(result.cell) && result.outputs.some((html) => html.startsWith("<figure"));
      if (isSeen) seen = number;
      await pause(seen === number && nextTakes > long ? calm : isSeen ? drawing : 0);
    }
  } finally {
    isRunning = false;
  }
  postMessage({ done: number });
}

/** Runs what is going to be wanted, until something is. */
async function warm(cold) {
  while (!isRunning && await cells.WarmNext(JSON.stringify(cold))) await pause();
}

onmessage = async ({ data }) => {
  wake();
  try {
    if (data.open) {
      await open(data);
      postMessage({ ready: true });
      return;
    }
    if (data.warm) {
      await (warming = warm(data.warm));
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
