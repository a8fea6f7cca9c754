// Runs the chapter's cells, off the page's own thread. A message sets levers or edits a cell, and says which results are
// wanted first: those that the reader looks at. Between two cells the worker looks for newer messages, so that the latest wish
// wins, but not before something of the wish before it is seen: a lever that is being dragged shows where it goes. Where that
// takes long it is a rough run at first, and the whole one follows when no newer wish comes for a while.
//
// It imports nothing as it starts, so that a single file can carry it as a text.

globalThis.dotnetSidecar = true; // or .NET would take this for a thread of its own, as something listens here already

let site; // its address; all files are named by their paths within it
let carried; // by these paths, the files that a single file carries, packed; null where they have addresses
let runtime;
let cells;
let compiler;
let wanted = [];
let isRunning = false;
let warming = Promise.resolve();
let number = 0;
let levers = null; // to be set when something is seen of those before them
let wished = 0; // when the last wish came
let wake = () => {}; // ends what waits for a newer wish

// In milliseconds.
const drawing = 50; // in which a page draws a figure that its reader looks at
const long = 50; // for a cell
const sudden = 80; // for all that its reader looks at
const calm = 250; // without a newer wish: nobody is dragging

const pause = (milliseconds = 0) => new Promise((done) => { setTimeout(done, milliseconds); });

function unpacked(path) {
  const packed = Uint8Array.from(atob(carried[path]), (character) => character.charCodeAt(0));
  const headers = path.endsWith(".wasm") ? { "Content-Type": "application/wasm" } : {};
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")), { headers });
}

async function load(path) {
  if (carried) return unpacked(path);
  const { href } = new URL(path, site);
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return response;
}

/** The address of a module's copy, which believes to be where it would be in a site. */
async function copyOf(path) {
  const text = (await (await load(path)).text()).replaceAll("import.meta.url", JSON.stringify(new URL(path, site).href));
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

async function start() {
  // A host that does not say that it is a module has it refused.
  const served = !carried && await import(new URL("live/dotnet.js", site).href).catch(() => null);
  if (served) return served.dotnet.create();
  const modules = ["dotnet.native.js", "dotnet.runtime.js"];
  const [program, ...copies] = await Promise.all(["dotnet.js", ...modules].map((name) => copyOf(`live/${name}`)));
  const { dotnet } = await import(program);
  return dotnet.withResourceLoader((type, name) => copies[modules.indexOf(name)] ?? load(`live/${name}`)).create();
}

async function open({ open: notebook, isNarrow, shown, ...files }) {
  ({ site, carried } = files);
  const [started, shipped] = await Promise.all([start(), load(notebook)]);
  runtime = started;
  const exports = await runtime.getAssemblyExports("InteractiveArticle.Live.dll");
  cells = exports.InteractiveArticle.Live.LiveNotebook;
  cells.Open(await shipped.text(), isNarrow, JSON.stringify(shown));
}

/** Fetches the compiler, and the assemblies that cells may use for it to read; these come from the browser's cache. */
async function loadCompiler() {
  const { assembly, coreAssembly, lazyAssembly } = runtime.getConfig().resources;
  const used = [...coreAssembly, ...assembly];
  const all = [...used, ...lazyAssembly];
  let loaded = 0;
  await Promise.all(all.map(async (file) => {
    const response = await load(`live/${file.name}`);
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

function tell(ran) {
  const { nextTakes, ...result } = { ...JSON.parse(ran), outputs: cells.Outputs() };
  postMessage({ ran: result });
  return { nextTakes, isSeen: wanted.includes(result.cell) && result.outputs.some((html) => html.startsWith("<figure")) };
}

function takeLevers() {
  if (!levers) return;
  ({ wanted } = levers);
  const refused = cells.Set(JSON.stringify(levers.set));
  levers = null;
  if (refused) postMessage({ refused });
}

/** Runs what the reader looks at, at first roughly where it takes long; the rest of a newer wish begins when some of it is seen. */
async function runWanted(isRough) {
  let ran;
  let isSeen = false;
  while (!(isSeen && levers) && (ran = await cells.RunWanted(JSON.stringify(wanted), isRough)) !== null) {
    ({ isSeen } = tell(ran));
    await pause(isSeen ? drawing : 0); // the next cell would slow the drawing down where there are few processors
  }
}

/** Until nobody is dragging any more. */
async function becomeCalm() {
  while (!levers && performance.now() < wished + calm) await Promise.race([pause(wished + calm - performance.now()), new Promise((done) => { wake = done; })]);
}

async function runRest() {
  let ran;
  while (!levers && (ran = await cells.RunNext(JSON.stringify(wanted))) !== null) {
    const { nextTakes, isSeen } = tell(ran);
    if (nextTakes > long) await becomeCalm();
    await pause(isSeen ? drawing : 0);
  }
}

async function run() {
  if (isRunning) return;
  isRunning = true;
  try {
    await warming;
    do {
      await pause(); // all wishes that came while a cell ran are taken in by then, and only the last of them counts
      takeLevers();
      postMessage({ stale: cells.Stale() });
      const isRough = cells.StaleTake(JSON.stringify(wanted)) > sudden;
      await runWanted(isRough);
      if (isRough) await becomeCalm();
      if (levers) continue;
      cells.Sharpen();
      await runRest();
    } while (levers);
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
    wished = performance.now();
    if (data.set) levers = data;
    else ({ wanted } = data);
    if (data.fit) cells.Fit(data.fit.isNarrow, JSON.stringify(data.fit.misfits));
    if (data.edit) await edit(data.edit);
    await run();
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
