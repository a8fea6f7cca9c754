// Draws the page's figures when they come near, in the article's one look, and redraws them when the look changes.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 40rem)");

// Figures come with colours that are readable on white; these are the same parts on dark.
const onDark = {
  "#0b62a8": "#6db5f5",
  "#b8400a": "#ff9d6c",
  "#00734f": "#4fc79c",
  "#8c3f78": "#e09fce",
  "#7d5a00": "#e5b94a",
  "#5b6570": "#a3adb8",
};

const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme !== "light" && dark.matches);

function recolour(value) {
  if (typeof value === "string") {
    const found = onDark[value.slice(0, 7)];
    return found ? found + value.slice(7) : value;
  }
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(recolour);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, recolour(inner)]));
  }
  return value;
}

function look(marks) {
  const sans = getComputedStyle(document.body).getPropertyValue("--sans");
  const [ink, soft, line, veil] = isDark()
    ? ["#e8e6e1", "#a3adb8", "#343c46", "rgba(20,24,29,0.7)"]
    : ["#1c2126", "#5b6570", "#dfe2e6", "rgba(253,252,249,0.7)"];
  const axis = {
    gridcolor: line,
    zerolinecolor: line,
    linecolor: soft,
    tickfont: { color: soft, size: narrow.matches ? 11 : 12 },
    title: { font: { color: soft, size: 13 }, standoff: 8 },
    fixedrange: true,
    ticks: "",
  };
  return {
    layout: {
      font: { family: sans, color: ink, size: 13 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      margin: narrow.matches ? { l: 8, r: 12, t: marks, b: 8 } : { l: 16, r: 24, t: marks, b: 16 },
      xaxis: { ...axis, showgrid: false },
      yaxis: axis,
      // A thin veil keeps words readable where they cross a line.
      annotationdefaults: { bgcolor: veil, borderpad: 1 },
      hoverlabel: { font: { family: sans, size: 13 } },
    },
  };
}

function draw(figure) {
  const chart = JSON.parse(figure.querySelector("script.chart").textContent);
  const { data, layout } = isDark() ? recolour(chart) : chart;
  layout.template = look(layout.shapes.length > 2 ? 66 : layout.shapes.length > 0 ? 30 : 14);
  layout.height = narrow.matches ? 320 : figure.classList.contains("hero") ? 460 : 400;
  if (narrow.matches) thinTicks(layout.xaxis);
  return Plotly.react(figure.querySelector(".plot"), data, layout, { responsive: true, displayModeBar: false, scrollZoom: false, doubleClick: false })
    .then(() => { figure.dataset.drawn = "true"; });
}

// A phone has room for half of the times of day.
function thinTicks(axis) {
  if (axis?.tickvals?.length > 4) {
    axis.tickvals = axis.tickvals.filter((_, i) => i % 2 === 0);
    axis.ticktext = axis.ticktext.filter((_, i) => i % 2 === 0);
  }
}

let plotly;
function loadPlotly() {
  plotly ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("plotly/plotly-basic.min.js", import.meta.url);
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  return plotly;
}

const figures = [...document.querySelectorAll("figure.figure")];
const near = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((entry) => entry.isIntersecting)) {
    near.unobserve(entry.target);
    loadPlotly().then(() => draw(entry.target));
  }
}, { rootMargin: "600px" });
figures.forEach((figure) => near.observe(figure));

const redraw = () => figures.filter((figure) => figure.dataset.drawn).forEach(draw);
dark.addEventListener("change", redraw);
narrow.addEventListener("change", redraw);
addEventListener("beforeprint", () => loadPlotly().then(() => figures.forEach(draw)));

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

// The table of contents follows the reader; where there is room beside the text it stands open.
const contents = document.querySelector(".contents details");
if (contents) contents.open = matchMedia("(min-width: 86rem)").matches;
const entries = new Map([...document.querySelectorAll(".contents a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const reading = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    entries.forEach((link) => link.removeAttribute("aria-current"));
    entries.get(target.id)?.setAttribute("aria-current", "location");
  }
}, { rootMargin: "-10% 0px -75% 0px" });
document.querySelectorAll("article h2[id]").forEach((heading) => reading.observe(heading));

if (!still.matches) root.classList.add("moving");
