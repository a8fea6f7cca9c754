// The chapter's cells as the page sees them: started when first wanted, told of levers, telling of results.

/** Starts nothing yet. The listener may have ran(cell), left(count), idle() and failed(message). */
export function chapter(notebook, listener) {
  let worker;
  let ready;
  let number = 0;

  function start() {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    ready = new Promise((done) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) done();
        else if (data.ran) listener.ran(data.ran);
        else if (data.failed) listener.failed(data.failed);
        else if (data.done === number) listener.idle();
      };
    });
    worker.onerror = (event) => listener.failed(event.message || "the worker could not be started");
    worker.postMessage({ open: notebook });
  }

  return {
    /** Loads what it takes, so that the first move of a lever is answered sooner. */
    warmUp() {
      if (!worker) start();
    },

    /** Sets levers; the results that are wanted first are told by their cells. */
    async set(values, wanted) {
      this.warmUp();
      const mine = ++number;
      await ready;
      worker.postMessage({ set: values, wanted, number: mine });
    },
  };
}
