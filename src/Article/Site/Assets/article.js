// Draws the page's figures when they come near, in the article's one style, and redraws them when the theme changes.

import { dress } from "./chart-style.js";
import { colors, paint } from "./chart.js";
import { areAlike, moved, tidy } from "./label-placement.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 40rem)");
const paper = { width: 640, height: 360 }; // as large as the still pictures

const moves = new WeakMap(); // where the words of each figure went when it was drawn last

let isPrinting = false;

const isDark = () => !isPrinting && (root.dataset.theme === "dark" || (root.dataset.theme !== "light" && dark.matches));

// The article's own figures travel as themselves; charts by others come as plotly.js wants them.
function chartOf(figure) {
  const script = figure.querySelector("script.figure-data, script.plotly-data");
  const data = JSON.parse(script.textContent);
  return script.className === "figure-data" ? paint(data, isDark() ? colors.dark : colors.light) : data;
}

function draw(figure) {
  const font = getComputedStyle(document.body).getPropertyValue("--sans");
  const { data, layout } = dress(chartOf(figure), { isDark: isDark(), isNarrow: narrow.matches, font });
  Object.assign(layout, isPrinting ? paper : { autosize: true });
  const plot = figure.querySelector(".plot");
  plot.querySelector("img")?.remove();

  // Mostly they go there again, and need not be laid out twice.
  const before = moves.get(figure) ?? [];
  const { annotations = [] } = layout;
  return Plotly.react(plot, data, { ...layout, annotations: moved(annotations, before) }, { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false })
    .then(() => {
      const after = tidy(plot, annotations, before);
      if (areAlike(after, before)) return null;
      moves.set(figure, after);
      return Plotly.relayout(plot, { annotations: moved(annotations, after) });
    })
    .then(() => {
      figure.dataset.drawn = "true";
      figure.dispatchEvent(new Event("drawn", { bubbles: true }));
    });
}

let plotly;
function loadPlotly() {
  plotly ??= window.Plotly ? Promise.resolve() : new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(document.querySelector("figure[data-plotly=whole]") ? "plotly/plotly.min.js" : "plotly/plotly-basic.min.js", import.meta.url);
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return plotly;
}

const figures = new Set(document.querySelectorAll("figure.figure"));
const near = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((entry) => entry.isIntersecting)) {
    near.unobserve(entry.target);
    loadPlotly().then(() => draw(entry.target));
  }
}, { rootMargin: "600px" });
figures.forEach((figure) => near.observe(figure));

// A figure has a new chart: its still picture is no longer right, and what was drawn is drawn again.
document.addEventListener("chart", ({ target }) => {
  target.querySelector(".plot > img")?.remove();
  if (target.dataset.drawn) draw(target);
  else if (!figures.has(target)) near.observe(target);
  figures.add(target);
});

const redraw = () => [...figures].filter((figure) => figure.dataset.drawn).forEach(draw);
dark.addEventListener("change", redraw);
narrow.addEventListener("change", redraw);

// Paper is light and as narrow as a still picture; figures that have their still picture yet are left with it.
function print(isNow) {
  isPrinting = isNow;
  if (window.Plotly) [...figures].filter((figure) => !figure.querySelector(".plot > img")).forEach(draw);
}
addEventListener("beforeprint", () => print(true));
addEventListener("afterprint", () => print(false));

// Theme: automatic, light, dark, in turn.
const button = document.querySelector("button.theme");
const themes = ["auto", "light", "dark"];
function showTheme() {
  const theme = root.dataset.theme ?? "auto";
  button.textContent = `Theme: ${theme}`;
  button.hidden = false;
}
button.addEventListener("click", () => {
  const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length];
  if (next === "auto") delete root.dataset.theme; else root.dataset.theme = next;
  try { localStorage.setItem("theme", next); } catch { /* not remembered, that is all */ }
  showTheme();
  redraw();
});
showTheme();

// The table of contents follows the reader, and folds again once it has led somewhere.
const contents = document.querySelector(".contents details");
contents?.addEventListener("click", ({ target }) => { if (target.closest("a")) contents.open = false; });
contents?.addEventListener("keydown", ({ key }) => { if (key === "Escape") contents.open = false; });
document.addEventListener("click", ({ target }) => { if (contents && !contents.contains(target)) contents.open = false; });
const entries = new Map([...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const headings = [...document.querySelectorAll("article h2[id]")];
const reading = new IntersectionObserver(() => {
  const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 4);
  entries.forEach((link) => link.removeAttribute("aria-current"));
  entries.get(passed?.id)?.setAttribute("aria-current", "location");
}, { rootMargin: "0px 0px -75% 0px" });
headings.forEach((heading) => reading.observe(heading));

// Code can be taken along.
for (const source of document.querySelectorAll(".source")) {
  const tools = document.createElement("div");
  tools.className = "tools";
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.setAttribute("aria-label", "Copy this code");
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.querySelector("pre").textContent.replace(/^\n|\n$/g, ""));
    copy.textContent = "Copied";
    setTimeout(() => { copy.textContent = "Copy"; }, 1500);
  });
  tools.append(copy);
  source.prepend(tools);
}

if (!still.matches) root.classList.add("moving");
