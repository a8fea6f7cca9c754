// Keeps the words of a drawn figure readable: inside of it, apart from each other, and off the lines and points.

const touching = 2; // pixels that two boxes may share
const pointSize = 2; // pixels around a point that belong to it; its own name stands close by
const beside = 4; // pixels between a name and its place
const visible = 1; // pixel
const still = { across: 0, down: 0 };
const rows = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2];

/** A figure's annotations, each moved by so many pixels. */
export const moved = (annotations, moves) => annotations.map((words, i) => ({
  ...words,
  xshift: (words.xshift ?? 0) + (moves[i]?.across ?? 0),
  yshift: (words.yshift ?? 0) - (moves[i]?.down ?? 0),
}));

/** Where the annotations of a figure have to move that is drawn with them moved already: from their own places, not from there. */
export function tidy(plot, annotations, drawnMoves = []) {
  const frame = plot.querySelector("svg.main-svg").getBoundingClientRect();
  const { l, t, h } = plot._fullLayout._size;
  const area = { left: frame.left + l, right: frame.right, top: frame.top, bottom: frame.top + t + h };
  const drawn = strokes(plot, frame);
  const placed = [];
  const moves = annotations.map(() => still);
  for (const words of plot.querySelectorAll("g.annotation")) {
    const i = Number(words.dataset.index);
    const { yref, xanchor } = annotations[i];
    const isMark = yref === "paper"; // these have their rows above the figure
    const box = back(words.getBoundingClientRect(), drawnMoves[i] ?? still);
    const other = xanchor === "right" ? box.width + 2 * beside : xanchor === "left" ? -box.width - 2 * beside : 0;
    const ways = isMark ? [{ across: 0, down: 0 }] : [0, ...(other ? [other] : [])].flatMap((across) => rows.map((row) => ({ across, down: row * box.height })));
    const places = ways.map((way) => inside(box, way, isMark ? frame : area)).filter((place) => place);
    const best = places.map((place) => ({ ...place, cost: cost(place, placed, drawn) })).reduce((best, place) => (place.cost < best.cost ? place : best), { ...box, ...still, cost: Infinity });
    placed.push(best);
    moves[i] = { across: best.across, down: best.down };
  }
  return moves;
}

/** Whether two moves of the same annotations look the same. */
export const areAlike = (moves, others) => moves.every(({ across, down }, i) => Math.hypot(across - (others[i]?.across ?? 0), down - (others[i]?.down ?? 0)) < visible);

const back = ({ left, right, top, bottom, width, height }, { across, down }) => ({ left: left - across, right: right - across, top: top - down, bottom: bottom - down, width, height });

/** Where words are once they have moved, and not over an edge; null where their area ends above or below. */
function inside(box, { across, down }, area) {
  const out = Math.min(0, area.right - box.right - across) || Math.max(0, area.left - box.left - across);
  const place = { left: box.left + across + out, right: box.right + across + out, top: box.top + down, bottom: box.bottom + down, across: across + out, down };
  return place.top >= area.top && place.bottom <= area.bottom ? place : null;
}

// To cover other words is worst; then to cover what is drawn. The first place is the author's, and a tie is for the nearer.
function cost(place, placed, drawn) {
  const over = placed.filter((other) => place.left < other.right - touching && place.right > other.left + touching && place.top < other.bottom - touching && place.bottom > other.top + touching);
  return 100 * over.length + drawn.filter((stroke) => stroke.some((piece) => crosses(piece, place))).length;
}

/** What is drawn, a list for each series: pieces of lines, and points as pieces that end where they start. */
function strokes(plot, frame) {
  const { xaxis, yaxis } = plot._fullLayout;
  const across = (x) => frame.left + xaxis._offset + xaxis.d2p(x);
  const down = (y) => frame.top + yaxis._offset + yaxis.d2p(y);
  return plot._fullData.filter(({ type }) => type === "scatter").map(({ x, x0 = 0, dx = 1, y = [], mode, line }) => {
    const points = Array.from(y, (height, i) => [across(x ? x[i] : x0 + i * dx), down(height)]);
    if (mode === "markers") return points.map((point) => [point, point, pointSize]);
    const corners = line?.shape === "hv" ? points.flatMap((point, i) => (i > 0 ? [[point[0], points[i - 1][1]], point] : [point])) : points;
    return corners.slice(1).map((corner, i) => [corners[i], corner, 0]);
  });
}

// Cuts the piece at each side of the box in turn (Liang and Barsky); what is left over lies inside.
function crosses([[x0, y0], [x1, y1], size], { left, right, top, bottom }) {
  let [from, to] = [0, 1];
  for (const [step, room] of [[x0 - x1, x0 - left + size], [x1 - x0, right - x0 + size], [y0 - y1, y0 - top + size], [y1 - y0, bottom - y0 + size]]) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}
