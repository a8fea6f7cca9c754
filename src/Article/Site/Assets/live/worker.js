// Runs the chapter's cells, off the page's own thread. One message sets levers or says which results are wanted first;
// between two cells the worker looks for newer messages, so that the latest wish wins.

import { dotnet } from "../../live/dotnet.js";

let cells;
let wanted = "[]";
let isRunning = false;
let number = 0;

const breathe = () => new Promise((done) => setTimeout(done));

async function open(notebook) {
  const [runtime, shipped] = await Promise.all([dotnet.create(), fetch(notebook)]);
  if (!shipped.ok) throw new Error(`${notebook}: ${shipped.status}`);
  const exports = await runtime.getAssemblyExports("InteractiveArticle.Live.dll");
  cells = exports.InteractiveArticle.Live.LiveNotebook;
  cells.Open(await shipped.text());
}

async function run() {
  isRunning = true;
  try {
    for (let ran = await cells.RunNext(wanted); ran !== null; ran = await cells.RunNext(wanted)) {
      postMessage({ ran: JSON.parse(ran) });
      await breathe();
    }
  } finally {
    isRunning = false;
  }
  postMessage({ done: number });
}

onmessage = async ({ data }) => {
  try {
    if (data.open) {
      await open(data.open);
      postMessage({ ready: true });
      return;
    }
    if (data.wanted) wanted = JSON.stringify(data.wanted);
    if (data.set) {
      number = data.number;
      cells.Set(JSON.stringify(data.set));
    }
    if (!isRunning) await run();
  } catch (error) {
    postMessage({ failed: error.message });
  }
};
