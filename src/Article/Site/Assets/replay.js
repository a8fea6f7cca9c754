// Plays a figure whose horizontal axis is time: a cursor runs over it, what is still to come is veiled, and a board tells
// what every figure of the page with the same axis shows at that moment.

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

  const chartOf = (other) => JSON.parse(other.querySelector("script.chart").textContent);

  /** Reads what there is to tell: every series over the same axis, on whichever figure. */
  function read() {
    const { data, layout } = chartOf(figure);
    const axis = layout.xaxis.title.text;
    series = [...document.querySelectorAll("figure.figure")].flatMap((other) => {
      const chart = chartOf(other);
      if (chart.layout.xaxis?.title?.text !== axis) return [];
      // A close-up of a few minutes has nothing to tell about the rest.
      const whole = chart.data.filter((trace) => trace.x.at(-1) >= data[0].x.at(-1));
      return whole.map((trace) => ({ ...trace, yaxis: chart.layout.yaxis, title: other.querySelector(".figure-title").textContent }));
    });
    const { x } = data[0];
    const atEnd = Number(time.value) >= Number(time.max);
    time.max = x.at(-1);
    if (atEnd) time.value = time.max;
    board.replaceChildren(...series.map((trace) => {
      const row = document.createElement("div");
      const name = Object.assign(document.createElement("dt"), { textContent: trace.name, title: trace.title });
      row.append(name, document.createElement("dd"));
      return row;
    }));
    show();
  }

  const indexAt = (trace, at) => Math.max(0, trace.x.findLastIndex((x) => x <= at));

  function words(trace, value) {
    const tick = trace.yaxis.tickvals?.findIndex((at) => at === value) ?? -1;
    if (tick >= 0) return trace.yaxis.ticktext[tick];
    if (trace.yaxis.tickformat?.endsWith("%")) return `${Math.round(value * 100)} %`;
    return Number(value.toPrecision(3)).toLocaleString("en");
  }

  function show() {
    const at = Number(time.value);
    const first = series[0];
    clock.textContent = first.text?.[indexAt(first, at)] ?? words(first, at);
    time.setAttribute("aria-valuetext", clock.textContent);
    [...board.children].forEach((row, i) => {
      const value = words(series[i], series[i].y[indexAt(series[i], at)]);
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
    player.hidden = false;
    show();
  });
  document.addEventListener("chart", read);
  addEventListener("resize", show);
  time.value = time.max;
  read();
}
