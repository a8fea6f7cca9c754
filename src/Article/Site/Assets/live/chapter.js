// The chapter's cells as the page sees them: started when first wanted, told of levers and edits, telling of results.

/** Starts nothing yet. The listener has ran(result), idle(), loading(share) and failed(message). */
export function chapter(notebook, listener) {
  let worker;
  let ready;
  let number = 0;
  let levers = {};
  let waiting; // for the compiler's word on an edit
  const edits = new Map();

  function start() {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    ready = new Promise((done) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) done();
        else if (data.ran) listener.ran(data.ran);
        else if (data.loading) listener.loading(data.loading);
        else if (data.edited) waiting?.(data.error);
        else if (data.failed) listener.failed(data.failed);
        else if (data.done === number) listener.idle();
      };
    });
    worker.onerror = (event) => listener.failed(event.message || "the worker could not be started");
    worker.postMessage({ open: notebook });
  }

  async function send(message, wanted) {
    if (!worker) start();
    const mine = ++number;
    await ready;
    worker.postMessage({ ...message, wanted, number: mine });
  }

  async function edit(id, source, below, wanted) {
    const answer = new Promise((done) => { waiting = done; });
    await send({ edit: { id, source, below } }, wanted);
    const error = await answer;
    if (!error) edits.set(id, source);
    return error;
  }

  return {
    /** Loads what it takes, so that the first move of a lever is answered sooner. */
    warmUp() {
      if (!worker) start();
    },

    /** Sets levers; the results of the wanted cells are told first. */
    set(values, wanted) {
      levers = values;
      return send({ set: values }, wanted);
    },

    /** Changes a cell and runs what depends on it, or everything below. Gives the compiler's error, or null. */
    edit,

    /** Ends whatever runs, and starts anew with all edits but those of one cell. */
    async stop(id) {
      worker.terminate();
      edits.delete(id);
      start();
      for (const [other, source] of edits) await edit(other, source, false, []);
      await send({ set: levers }, []);
    },
  };
}
