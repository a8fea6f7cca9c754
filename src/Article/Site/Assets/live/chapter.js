// The chapter's cells as the page sees them: started when first wanted, told of levers and edits, telling of results.

import { narrow } from "../scene.js";

// What a single file has within it.
const parts = [...document.querySelectorAll("script.carried")];
const carried = parts.length > 0 ? Object.fromEntries(parts.map(({ dataset, textContent }) => [dataset.path, textContent])) : null;

/** Whether the page is a single file, which leaves the compiler out. */
export const isSingleFile = carried !== null;

// A worker from an address would be bound by what its host sends with it; one from a blob is bound by the page's own policy.
// Where the host does not say that it is a module, a copy of it does.
const script = document.querySelector("script.worker")?.textContent ?? `
  const address = ${JSON.stringify(new URL("worker.js", import.meta.url).href)};
  const early = [];
  onmessage = (message) => early.push(message);
  const copy = async () => import(URL.createObjectURL(new Blob([await (await fetch(address)).text()], { type: "text/javascript" })));
  import(address).catch(copy).then(() => early.forEach((message) => onmessage(message)), (error) => postMessage({ failed: error.message }));
`;
const site = new URL("../../", import.meta.url).href;
const starter = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

// Why a worker does not start the browser tells the page, where the page's host forbids it, and not with the worker's error.
let forbidden;
document.addEventListener("securitypolicyviolation", ({ effectiveDirective: directive }) => {
  if (directive === "worker-src") forbidden = `the host of this page forbids it, by ${directive} in its Content-Security-Policy`;
});

// The runtime ends with its stack.
const inWords = (failure) => (/terminated with exit/.test(failure) ? "it used up the stack, as a function does that calls itself without end" : failure);

const longest = 60_000; // milliseconds without a word from the worker after which a cell is ended

/**
 * Starts nothing yet. The notebook is named by its path within the site. Of its cells the shown ones are kept right, by their identities. The listener has stale(identities) of cells that show what is no longer right, ran(result), idle(), loading(share), refused(words) for levers that do not take
 * their values, failed(message) and, for cells that do not come to an end, stuck(reason).
 */
export function chapter(notebook, shown, listener) {
  let worker;
  let ready;
  let number = 0;
  let settled = 0; // the last number whose results are all there
  let levers = {};
  const waiting = []; // for the compiler's word, one for each edit on its way
  let compiling = 0; // edits that the worker has begun with
  let asking; // for what could be written
  let clock;
  const edits = new Map();

  function start() {
    let isReady = false;
    compiling = 0;
    clearTimeout(clock);
    const fail = (reason) => {
      clearTimeout(clock);
      if (isReady) listener.stuck(reason);
      else {
        worker.terminate();
        worker = null; // the next wish tries again
        listener.failed(reason);
      }
    };
    worker = new Worker(starter); // no module, which from the disk would be refused
    ready = new Promise((done) => {
      worker.onmessage = ({ data }) => {
        if (data.compiling) compiling++;
        if (data.edited) {
          compiling--;
          waiting.shift()?.(data.error);
        }
        if (isReady) watch();
        if (data.ready) {
          isReady = true;
          done();
        }
        // What took the memory may still hold it.
        if (data.ran?.error?.name === "System.OutOfMemoryException") fail("it took more memory than the browser gives");
        else if (data.ran) listener.ran(data.ran);
        else if (data.stale) listener.stale(data.stale);
        else if (data.refused) listener.refused(data.refused);
        else if (data.loading) listener.loading(data.loading);
        else if (data.completed) {
          asking?.(data.completed);
          if (number === settled) listener.idle();
        }
        else if (data.failed) fail(inWords(data.failed));
        else if (data.done === number) {
          settled = number;
          clearTimeout(clock);
          listener.idle();
        }
      };
    });
    worker.onerror = (event) => fail(event.message || forbidden || "the worker could not be started");
    worker.postMessage({ open: notebook, site, carried, isNarrow: narrow.matches, shown });
  }

  // Compiling may take its time, the first time above all; the reader can stop it.
  function watch() {
    clearTimeout(clock);
    if (number > settled && compiling === 0) clock = setTimeout(() => listener.stuck(`it took longer than ${longest / 1000} seconds`), longest);
  }

  async function send(message, wanted) {
    if (!worker) start();
    const mine = ++number;
    await ready;
    watch();
    worker.postMessage({ ...message, wanted, number: mine });
  }

  async function edit(id, source, below, wanted) {
    const answer = new Promise((done) => { waiting.push(done); });
    await send({ edit: { id, source, below } }, wanted);
    const error = await answer;
    if (!error) edits.set(id, source);
    return error;
  }

  return {
    /** Loads what it takes, and runs some cells as they are, so that the first move of a lever is answered sooner. */
    async warmUp(cold = []) {
      if (!worker) start();
      await ready;
      if (number === 0) worker.postMessage({ warm: cold });
    },

    /** Sets levers; the results of the wanted cells are told first. */
    set(values, wanted) {
      levers = values;
      return send({ set: values }, wanted);
    },

    /** Has the scenes of some cells made for the width that the page has now; nothing to do where they come from the export. */
    fit(misfits, wanted) {
      return worker && send({ fit: { isNarrow: narrow.matches, misfits } }, wanted);
    },

    /** Changes a cell and runs what depends on it, or everything below. Gives the compiler's error, or null. */
    edit,

    /** What could be written at a place of a cell: where the piece begins that it replaces, and the suggestions. */
    async complete(id, source, position) {
      if (!worker) start();
      await ready;
      worker.postMessage({ complete: { id, source, position } });
      return new Promise((done) => { asking = done; });
    },

    /** Ends whatever runs, and starts anew with these levers and all edits but those of one cell. */
    async stop(id, values = levers) {
      worker.terminate();
      waiting.length = 0;
      edits.delete(id);
      levers = values;
      start();
      for (const [other, source] of edits) await edit(other, source, false, []);
      await send({ set: levers }, []);
    },
  };
}
