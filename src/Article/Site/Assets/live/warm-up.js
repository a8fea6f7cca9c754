// Starts what levers need before anybody touches one: when the first comes into view, and the page has nothing else to do.

const quiet = 300; // milliseconds in which something is still in view, and not only scrolled past
const latest = 3000; // milliseconds after which a page counts as idle that never is

const whenIdle = (start) => (globalThis.requestIdleCallback ? requestIdleCallback(start, { timeout: latest }) : setTimeout(start, quiet));

/** Calls start once, when something that the selector finds has come into view; never for a reader who asked to save data. */
export function warmUpInView(selector, start) {
  if (navigator.connection?.saveData) return;
  let timer;
  const inView = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) inView[isIntersecting ? "add" : "delete"](target);
    clearTimeout(timer);
    if (inView.size > 0) timer = setTimeout(begin, quiet);
  });
  function begin() {
    watch.disconnect();
    if (document.readyState === "complete") whenIdle(start);
    else addEventListener("load", () => whenIdle(start), { once: true });
  }
  document.querySelectorAll(selector).forEach((place) => watch.observe(place));
}
