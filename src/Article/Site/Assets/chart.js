// Turns a figure of the article into data and layout for plotly.js. Notebooks get their charts from Plotly.NET, and the
// command line could send those; but when a lever moves, the figure is made in the reader's browser, where Plotly.NET and
// what it needs would weigh more than the rest of the live part together. Hence this painter of the page's own, beside
// PlotlyPainter.cs. A test holds that the two give the same chart for every figure of the article; what is changed here is
// changed there as well.

/** The colours of the parts that colours play in a figure. Those on light are the same in Palette.cs. */
export const colors = {
  light: { main: "#0b62a8", contrast: "#b8400a", good: "#00734f", third: "#8c3f78", fourth: "#7d5a00", reference: "#5b6570" },
  dark: { main: "#6db5f5", contrast: "#ff9d6c", good: "#4fc79c", third: "#e09fce", fourth: "#e5b94a", reference: "#a3adb8" },
};

const fillOpacity = "26"; // 15 %, as two hexadecimal digits
const rowHeight = 28; // two lines of a mark's words, in pixels
const nearTheEnd = 0.93; // of the horizontal axis
const shareOfItsPlace = 0.8; // what a bar takes of the room from one bar to the next
const toName = 4; // from a bar, a line or a point to its name, in pixels
const justInside = 1 - 1e-6; // a name exactly on the edge of an automatic range would fall outside of it by rounding
const threeDigits = 100; // as many as mean something
const mostDecimals = 12; // what is smaller reads as nothing
const allSides = "height+width+left+right+top+bottom"; // as Plotly.NET writes that an axis makes room for its numbers

const [minute, hour, day, year] = [60, 3600, 86400, 31_536_000]; // in seconds

const isBar = ({ shape }) => shape === "bars" || shape === "stackedBars";
const isNumber = (value) => value !== null && value !== undefined;

/** How a value on an axis reads, as in Axis.cs: a time of day, the words of a tick or a name, a share in per cent or of a year, or a number. */
export function read({ clockStart, isShare, isPartOfYear, ticks = [], names = [] }, value) {
  if (!isNumber(value)) return "";
  if (isNumber(clockStart)) {
    const minutes = ((Math.round(clockStart + value) % 1440) + 1440) % 1440;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  }

  return [...ticks, ...names].find(({ at }) => at === value)?.text.replaceAll("\n", " ") ?? (isShare ? `${number(100 * value)} %` : isPartOfYear ? time(value * year) : number(value));
}

function time(seconds) {
  const size = Math.abs(seconds);
  if (size < minute) return `${number(seconds)} s`;
  if (size < hour) return `${number(seconds / minute)} min`;
  return size < 2 * day ? `${number(seconds / hour)} h` : `${number(seconds / day)} days`;
}

/** A half goes to the even digit, as .NET has it; toFixed sends it up. */
function rounded(value, decimals) {
  const beyond = 30; // digits, of which a half has one that is not zero
  const digits = value.toFixed(decimals + beyond);
  const kept = digits.slice(0, -beyond).replace(/\.$/, "");
  return /^50*$/.test(digits.slice(-beyond)) && Number(kept.at(-1)) % 2 === 0 ? kept : value.toFixed(decimals);
}

function number(value) {
  let decimals = 0;
  for (let digits = Math.abs(value); digits > 0 && digits < threeDigits && decimals < mostDecimals; digits *= 10) decimals++;
  const [whole, part = ""] = rounded(Math.abs(value), decimals).split(".");
  const rest = part.replace(/0+$/, "");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (rest && `.${rest}`);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

// Plotly wants positions on a logarithmic axis as exponents.
const scaled = (axis, value) => (axis.isLogarithmic ? Math.log10(value) : value);

const lines = (text) => text.replaceAll("\n", "<br>");

/** A figure's data and layout for plotly.js, in some colours. */
export function paint(figure, palette) {
  const { x: xAxis = {}, y: yAxis = {}, series = [], marks = [] } = figure;

  // The library looks at one series at a time, and would let the bars of several overlap.
  function widthOfBars(kind) {
    const xs = series.filter(({ shape }) => shape === kind).flatMap(({ x }) => x).filter(isNumber).sort((a, b) => a - b);
    const gaps = xs.slice(1).map((x, i) => x - xs[i]).filter((gap) => gap > 0);
    return shareOfItsPlace * (gaps.length > 0 ? Math.min(...gaps) : 1);
  }

  function trace(one) {
    const color = palette[one.color];
    const readings = one.x.slice(0, one.y.length).map((x, i) => `${read(xAxis, x)}: ${read(yAxis, one.y[i])}`);
    const base = { name: one.name, x: one.x, y: one.y, hovertext: readings, hovertemplate: "%{hovertext}" };
    if (isBar(one)) return { type: "bar", ...base, marker: { color }, width: widthOfBars(one.shape) };
    if (one.shape === "points") return { type: "scatter", ...base, mode: "markers", marker: { color, size: 9 } };
    const width = one.isThin ? 0.7 : one.isDashed ? 1.5 : 2.5;
    const line = { color, width, dash: one.isDashed ? "dash" : "solid", shape: one.shape === "steps" ? "hv" : "linear" };
    return { type: "scatter", ...base, mode: "lines", line, ...(one.shape === "area" && { fill: "tozeroy", fillcolor: color + fillOpacity }) };
  }

  const line = ({ at, color }) => ({
    type: "line", xref: "x", yref: "paper", x0: at, x1: at, y0: 0, y1: 1, layer: "below", line: { color: palette[color], width: 1, dash: "dot" },
  });

  // Many marks take turns in two rows, so that their words keep apart on a small screen.
  function words({ at, text, color }, place) {
    const { minimum, maximum } = xAxis;
    const isAtTheEnd = isNumber(minimum) && isNumber(maximum) && at > minimum + nearTheEnd * (maximum - minimum);
    return {
      x: scaled(xAxis, at), y: 1, yref: "paper", xanchor: isAtTheEnd ? "right" : "center", yanchor: "bottom", yshift: marks.length > 2 && place % 2 === 1 ? rowHeight : 0,
      text: lines(text), showarrow: false, font: { color: palette[color], size: 11 },
    };
  }

  function names(one) {
    const { shape, nameAt, nameBelow } = one;
    const points = isNumber(nameAt) ? [...one.x.keys()].filter((i) => isNumber(one.x[i]) && isNumber(one.y[i])) : [];
    if (points.length === 0) return []; // a gap has no place for a name
    const nearest = points.reduce((best, i) => (Math.abs(one.x[i] - nameAt) < Math.abs(one.x[best] - nameAt) ? i : best));
    const isStacked = shape === "stackedBars";
    const isToTheRight = isStacked || nameBelow;
    const below = series.slice(0, series.indexOf(one)).filter((other) => other.shape === "stackedBars").reduce((sum, { y }) => sum + (y[nearest] ?? 0), 0);
    return [{
      x: isStacked ? one.x[nearest] + widthOfBars(shape) / 2 : justInside * scaled(xAxis, one.x[nearest]), y: isStacked ? below + one.y[nearest] / 2 : scaled(yAxis, one.y[nearest]), text: one.name, showarrow: false,
      xanchor: shape === "bars" ? "center" : isToTheRight ? "left" : "right", yanchor: isStacked ? "middle" : nameBelow ? "top" : "bottom",
      xshift: shape === "bars" ? 0 : isToTheRight ? toName : -toName, yshift: isStacked ? 0 : nameBelow ? -2 : 2,
      font: { color: palette[one.color], size: 13 },
    }];
  }

  return {
    data: series.map(trace),
    layout: {
      showlegend: false, hovermode: "closest", ...barMode(series), xaxis: paintAxis(xAxis), yaxis: paintAxis(yAxis),
      shapes: marks.map(line), annotations: [...marks.map(words), ...series.flatMap(names)],
    },
  };
}

// Left to itself the library puts the bars of several series side by side and makes them thin.
function barMode(series) {
  if (series.some(({ shape }) => shape === "stackedBars")) return { barmode: "stack" };
  return series.some(({ shape }) => shape === "bars") ? { barmode: "overlay" } : {};
}

function paintAxis(axis) {
  const { label, minimum, maximum, isLogarithmic, isShare, ticks = [] } = axis;
  const limits = isNumber(minimum) && isNumber(maximum) ? { range: [scaled(axis, minimum), scaled(axis, maximum)] }
    : minimum === 0 ? { rangemode: "tozero" } : {};
  return {
    title: { text: label }, automargin: allSides, ...limits, ...(isLogarithmic && { type: "log" }), ...(isShare && { tickformat: ".0%" }),
    ...(ticks.length > 0 && { tickvals: ticks.map(({ at }) => at), ticktext: ticks.map(({ text }) => lines(text)) }),
  };
}
