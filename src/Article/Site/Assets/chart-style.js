// The one style of the article's charts: fonts, grid, background, and what a narrow page needs. Charts by others get it too.

// Plotly reads a little HTML in texts. A style in it could ask another origin for a picture, so it gets a name of no meaning.
const withoutStyle = (text) => text.replace(/style(\s*=)/gi, "-style$1");

/** A copy of a chart with each text changed. */
function mapTexts(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.every((inner) => typeof inner === "number") ? value : value.map((inner) => mapTexts(inner, change));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, change)]));
  }
  return value;
}

const markDistance = 6; // pixels between the frame and the words above it

function template(marks, { isDark, isNarrow, font }) {
  const [ink, soft, line, veil] = isDark
    ? ["#e8e6e1", "#a3adb8", "#343c46", "rgba(20,24,29,0.7)"]
    : ["#1c2126", "#5b6570", "#dfe2e6", "rgba(253,252,249,0.7)"];
  const axis = {
    gridcolor: line,
    zerolinecolor: line,
    linecolor: soft,
    tickfont: { color: soft, size: isNarrow ? 11 : 12 },
    title: { font: { color: soft, size: 13 }, standoff: 8 },
    fixedrange: true,
    // Numbers keep away from the axes, and so from each other where these meet.
    ticks: "outside",
    ticklen: 5,
    automargin: true,
    tickcolor: "rgba(0,0,0,0)",
  };
  return {
    layout: {
      font: { family: font, color: ink, size: 13 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      margin: isNarrow ? { l: 8, r: 12, t: marks, b: 8 } : { l: 16, r: 24, t: marks, b: 16 },
      xaxis: { ...axis, showgrid: false },
      yaxis: axis,
      // A thin veil keeps words readable where they cross a line.
      annotationdefaults: { bgcolor: veil, borderpad: 1 },
      legend: { orientation: "h", x: 0, y: 1, yanchor: "bottom" },
      hoverlabel: { font: { family: font, size: 13 } },
    },
  };
}

// A phone has room for half of the times of day.
function thinTicks(axis) {
  if (axis?.tickvals?.length > 4) {
    axis.tickvals = axis.tickvals.filter((_, i) => i % 2 === 0);
    axis.ticktext = axis.ticktext.filter((_, i) => i % 2 === 0);
  }
}

// Words in several lines are short enough to stand.
function standUpright(axis) {
  if (axis?.ticktext?.some((text) => text.includes("<br>"))) axis.tickangle = 0;
}

// A title that would be cut off is broken in its middle.
function breakTitle(axis, most) {
  const words = axis?.title?.text ?? "";
  if (words.length <= most) return;
  const spaces = [...words.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.reduce((best, at) => (Math.abs(at - words.length / 2) < Math.abs(best - words.length / 2) ? at : best), 0);
  axis.title.text = `${words.slice(0, middle)}<br>${words.slice(middle + 1)}`;
}

/** A chart's data and layout as they look on a page that is dark or light, narrow or wide, set in a font. */
export function dress(chart, page) {
  const { data, layout } = mapTexts(chart, withoutStyle);
  const marks = layout.shapes?.length ?? 0;
  layout.template = template(marks > 2 ? 70 : marks > 0 ? 36 : 14, page);
  delete layout.images; // these too would come from elsewhere

  // A chart is as large as the page has room for it.
  for (const size of ["width", "height", "autosize"]) delete layout[size];

  // Points on the edge are drawn whole.
  for (const trace of data) if (trace.mode === "markers") trace.cliponaxis = false;
  for (const mark of layout.annotations ?? []) if (mark.yref === "paper") mark.yshift = (mark.yshift ?? 0) + markDistance;
  standUpright(layout.xaxis);
  if (page.isNarrow) {
    thinTicks(layout.xaxis);
    breakTitle(layout.xaxis, 42);
    breakTitle(layout.yaxis, 32);
  }
  return { data, layout };
}
