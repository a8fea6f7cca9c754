// Charts follow the scenes that show the same run: what is still to come at the scene's moment is veiled.

const moments = new Map(); // where each run is now, in its own time; null where it is at no moment in particular

const timelines = new WeakMap(); // by the scripts that hold the charts' data

function timelineOf(figure) {
  const script = figure.querySelector("script.figure-data");
  if (script && !timelines.has(script)) timelines.set(script, JSON.parse(script.textContent).x?.timeline);
  return script && timelines.get(script);
}

function veil(figure, story) {
  const plot = figure.querySelector(".plot");
  const { _size: size, xaxis } = plot._fullLayout ?? {};
  let sheet = plot.querySelector(".veil");
  if (!size || story === null) {
    sheet?.remove();
    return;
  }
  if (!sheet) {
    sheet = document.createElement("div");
    sheet.className = "veil";
    plot.append(sheet);
  }
  const left = Math.min(size.w, Math.max(0, xaxis.d2p(story)));
  Object.assign(sheet.style, { left: `${size.l + left}px`, top: `${size.t}px`, height: `${size.h}px`, width: `${size.w - left}px` });
}

const follow = (figure) => veil(figure, moments.get(timelineOf(figure)) ?? null);

document.addEventListener("moment", ({ detail: { timeline, story } }) => {
  if (story === null && !moments.has(timeline)) return;
  if (story === null) moments.delete(timeline);
  else moments.set(timeline, story);
  document.querySelectorAll("figure.figure[data-drawn]").forEach(follow);
});

document.addEventListener("drawn", ({ target }) => follow(target));
addEventListener("resize", () => document.querySelectorAll("figure.figure[data-drawn]").forEach(follow));
