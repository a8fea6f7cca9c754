// Plays a figure whose horizontal axis is the time of some run: a cursor runs over it, what is still to come is veiled, and
// a board tells what every figure of the page that shows the same run shows at that moment.

import { read as readValue } from "./chart.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const wholeReplay = 30_000; // milliseconds at the usual speed
const steps = 24; // with reduced motion: so many jumps instead of a movement

for (const player of document.querySelectorAll(".player")) {
  const figure = document.getElementById(player.dataset.figure);
  const button = player.querySelector("button");
  const time = player.querySelector("input");
  const speed = player.querySelector("select");
  const clock = player.querySelector("output");
  const board = player.querySelector("dl");
  const veil = document.createElement("div");
  veil.className = "veil";
  let playing = 0;
  let series = [];

  const dataOf = (other) => JSON.parse(other.querySelector("script.figure-data")?.textContent ?? "null");

  /** Reads what there is to tell: every series over the same run, on whichever figure. */
  function read() {
    const data = dataOf(figure);
    series = !data?.x.timeline ? [] : [...document.querySelectorAll("figure.figure")].map(dataOf).flatMap((other) => {
      if (other?.x.timeline !== data.x.timeline) return [];
      // A close-up of a few minutes has nothing to tell about the rest.
      const whole = other.series.filter(({ x }) => x.at(-1) >= data.series[0].x.at(-1));
      return whole.map((one) => ({ ...one, xAxis: other.x, yAxis: other.y, title: other.title }));
    });
    if (series.length === 0) return;
    const { x } = data.series[0];
    const atEnd = Number(time.value) >= Number(time.max);
    time.max = x.at(-1);
    if (atEnd) time.value = time.max;
    board.replaceChildren(...series.map(({ name: words, title }) => {
      const row = document.createElement("div");
      const name = Object.assign(document.createElement("dt"), { textContent: words, title });
      row.append(name, document.createElement("dd"));
      return row;
    }));
    show();
  }

  const indexAt = ({ x }, at) => Math.max(0, x.findLastIndex((place) => place <= at));

  function words({ ticks = [], isShare }, value) {
    const tick = ticks.find(({ at }) => at === value);
    if (tick) return tick.text;
    if (isShare) return `${Math.round(value * 100)} %`;
    return Number(value.toPrecision(3)).toLocaleString("en");
  }

  function show() {
    if (series.length === 0) return;
    const at = Number(time.value);
    const { xAxis, x } = series[0];
    clock.textContent = readValue(xAxis, x[indexAt(series[0], at)]);
    time.setAttribute("aria-valuetext", clock.textContent);
    [...board.children].forEach((row, i) => {
      const value = words(series[i].yAxis, series[i].y[indexAt(series[i], at)]);
      const told = row.lastElementChild;
      if (told.textContent !== value) told.textContent = value;
    });
    const { _size: size, xaxis } = figure.querySelector(".plot")._fullLayout ?? {};
    if (!size) return;
    const left = Math.min(size.w, Math.max(0, xaxis.d2p(at)));
    Object.assign(veil.style, { left: `${size.l + left}px`, top: `${size.t}px`, height: `${size.h}px`, width: `${size.w - left}px` });
    veil.hidden = at >= Number(time.max);
  }

  function pause() {
    cancelAnimationFrame(playing);
    playing = 0;
    button.textContent = "Play";
  }

  function play() {
    if (Number(time.value) >= Number(time.max)) time.value = time.min;
    button.textContent = "Pause";
    let last = performance.now();
    const frame = (now) => {
      const span = (Number(time.max) - Number(time.min)) * Number(speed.value);
      const jump = wholeReplay / steps;
      if (!still.matches || now - last >= jump) {
        time.value = Number(time.value) + (span * (now - last)) / wholeReplay;
        last = now;
        show();
      }
      if (Number(time.value) >= Number(time.max)) pause();
      else playing = requestAnimationFrame(frame);
    };
    playing = requestAnimationFrame(frame);
  }

  button.addEventListener("click", () => (playing ? pause() : play()));
  time.addEventListener("input", () => {
    pause();
    show();
  });
  figure.addEventListener("drawn", () => {
    figure.querySelector(".plot").append(veil);
    player.hidden = series.length === 0;
    show();
  });
  document.addEventListener("chart", read);
  addEventListener("resize", show);
  time.value = time.max;
  read();
}
