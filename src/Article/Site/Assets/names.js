// Keeps the words of a drawn figure readable: inside of it, and apart from each other.

const touching = 2; // pixels that two boxes may share

/** Where the words of a figure have to move, as Plotly's relayout takes it. */
export function tidy(plot, annotations) {
  const frame = plot.querySelector("svg.main-svg").getBoundingClientRect();
  const placed = [];
  const moves = {};
  for (const words of plot.querySelectorAll("g.annotation")) {
    const box = words.getBoundingClientRect();
    const across = Math.min(0, frame.right - box.right) || Math.max(0, frame.left - box.left);
    const at = (down) => ({ left: box.left + across, right: box.right + across, top: box.top + down, bottom: box.bottom + down });
    const isFree = ({ left, right, top, bottom }) =>
      top >= frame.top && bottom <= frame.bottom
      && placed.every((other) => left > other.right - touching || right < other.left + touching || top > other.bottom - touching || bottom < other.top + touching);
    const i = Number(words.dataset.index);
    const isMark = annotations[i].yref === "paper"; // these have their rows above the figure
    const down = isMark ? 0 : [0, 1, -1, 2, -2].map((rows) => rows * box.height).find((rows) => isFree(at(rows))) ?? 0;
    placed.push(at(down));
    if (across) moves[`annotations[${i}].xshift`] = (annotations[i].xshift ?? 0) + across;
    if (down) moves[`annotations[${i}].yshift`] = (annotations[i].yshift ?? 0) - down;
  }
  return moves;
}
