// A reader's guesses: taken before the result is uncovered, laid under it afterwards, and remembered on this machine alone.

const svgNamespace = "http://www.w3.org/2000/svg";
const ticksOfACurve = 4;
const digitsOfAFactor = 2; // of a number on a logarithmic scale
const asTyped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
const slack = 0.05; // of a whole, by which its guessed parts may miss it

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function draw(name, attributes = {}, ...children) {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);

/** The numbers among which to guess, from their least (0) to their largest (1). */
class Scale {
  constructor({ minimum, maximum, step, isLogarithmic, unit }) {
    Object.assign(this, { minimum, maximum, step, isLogarithmic, unit });
    const digits = isLogarithmic ? { maximumSignificantDigits: digitsOfAFactor } : { maximumFractionDigits: clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 6) };
    this.numbers = new Intl.NumberFormat("en", digits);
  }

  /** The same scale, long enough for some more numbers. */
  with(values) {
    const fitting = values.filter((value) => !this.isLogarithmic || value > 0);
    return new Scale({ ...this, minimum: Math.min(this.minimum, ...fitting), maximum: Math.max(this.maximum, ...fitting) });
  }

  at(share) {
    return this.isLogarithmic ? this.minimum * (this.maximum / this.minimum) ** share : this.minimum + share * (this.maximum - this.minimum);
  }

  of(value) {
    const share = this.isLogarithmic ? Math.log(value / this.minimum) / Math.log(this.maximum / this.minimum) : (value - this.minimum) / (this.maximum - this.minimum);
    return clamp(Number.isNaN(share) ? 0 : share, 0, 1);
  }

  /** The number nearest to one that the scale has room for. */
  within(value) {
    return clamp(value, this.minimum, this.maximum);
  }

  /** The number nearest to one that a slider can set. */
  nearest(value) {
    const rounded = this.isLogarithmic ? Number(value.toPrecision(digitsOfAFactor)) : this.minimum + Math.round((value - this.minimum) / this.step) * this.step;
    return this.within(Number(rounded.toPrecision(12)));
  }

  words(value, numbers = this.numbers) {
    const number = numbers.format(value).replace("-", "−");
    return this.unit ? `${number}\u00a0${this.unit}` : number;
  }

  /** Numbers to write along an axis. */
  ticks() {
    if (!this.isLogarithmic) return Array.from({ length: ticksOfACurve + 1 }, (_, n) => this.at(n / ticksOfACurve));
    const powers = [];
    for (let power = Math.ceil(Math.log10(this.minimum) - 1e-9); 10 ** power <= this.maximum * (1 + 1e-9); power++) powers.push(10 ** power);
    return powers;
  }
}

/** Where a line through points stands at a place, with straight pieces between them. */
function along(scale, points, x) {
  const next = points.findIndex((point) => point.x >= x);
  if (next <= 0) return points.at(next).y;
  const [before, after] = [points[next - 1], points[next]];
  const share = (scale.of(x) - scale.of(before.x)) / (scale.of(after.x) - scale.of(before.x));
  return before.y + (after.y - before.y) * share;
}

/** Draws a guess, a result, or one over the other. Either may be missing. */
const pictures = {
  number({ values }, width, guess, truth) {
    const scale = values.with(truth ? truth.y : []);
    const [left, length, line] = [12, width - 24, 44];
    const place = (value) => left + length * scale.of(value);
    const words = (value, y, kind, text) => {
      const x = place(value);
      const anchor = x > width * 0.7 ? "end" : x < width * 0.3 ? "start" : "middle";
      return draw("text", { x: clamp(x, 2, width - 2), y, class: kind, "text-anchor": anchor }, text);
    };
    const svg = draw("svg", { width, height: 108, viewBox: `0 0 ${width} 108` },
      draw("line", { x1: left, x2: left + length, y1: line, y2: line, class: "axis" }),
      words(scale.minimum, 102, "tick", scale.numbers.format(scale.minimum)), words(scale.maximum, 102, "tick", scale.numbers.format(scale.maximum)));
    if (guess !== null) svg.append(draw("line", { x1: place(guess), x2: place(guess), y1: 22, y2: line, class: "guess-line" }), draw("circle", { cx: place(guess), cy: line, r: 7, class: "guess-dot" }), words(guess, 16, "guess-text", `your guess: ${scale.words(guess, asTyped)}`));
    if (truth?.y.length > 0) svg.append(draw("line", { x1: place(truth.y[0]), x2: place(truth.y[0]), y1: line, y2: 64, class: "truth-line" }), draw("circle", { cx: place(truth.y[0]), cy: line, r: 5, class: "truth-dot" }), words(truth.y[0], 80, "truth-text", `it is ${scale.words(truth.y[0])}`));
    return svg;
  },

  bars({ values, bars }, width, guess, truth) {
    const scale = values.with([...(truth ? truth.y : []), ...(guess ?? [])]);
    const [row, thick, room] = [66, 15, 84];
    const height = row * bars.length;
    const svg = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    const bar = (value, y, kind) => {
      const length = (width - room) * scale.of(value);
      svg.append(draw("rect", { x: 0.5, y, width: Math.max(1, length), height: thick, class: `${kind}-bar` }), draw("text", { x: Math.max(1, length) + 8, y: y + 12, class: `${kind}-text` }, scale.words(value)));
    };
    bars.forEach((name, n) => {
      const top = row * n;
      svg.append(draw("text", { x: 0, y: top + 16, class: "name" }, name));
      if (guess) bar(guess[n], top + 22, "guess");
      if (truth) bar(truth.y[n], top + (guess ? 41 : 22), "truth");
    });
    return svg;
  },

  curve({ values, across }, width, guess, truth) {
    const points = truth ? truth.x.map((x, n) => ({ x, y: truth.y[n] })).filter(({ x }) => x >= across.minimum && x <= across.maximum) : [];
    const scale = values.with(points.map(({ y }) => y));
    const height = paperHeight(width);
    const { left, top, right, bottom } = margins;
    const [wide, high] = [width - left - right, height - top - bottom];
    const place = ({ x, y }) => [left + wide * across.of(x), top + high * (1 - scale.of(y))];
    const path = (list) => list.map((point, n) => `${n ? "L" : "M"}${place(point).map((at) => at.toFixed(1)).join(" ")}`).join("");
    const svg = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    for (const tick of scale.ticks()) {
      const [, y] = place({ x: across.minimum, y: tick });
      svg.append(draw("line", { x1: left, x2: left + wide, y1: y, y2: y, class: "grid" }), draw("text", { x: left - 6, y: y + 4, class: "tick", "text-anchor": "end" }, scale.numbers.format(tick)));
    }
    const ticks = across.ticks();
    const below = ticks.filter((_, n) => width >= 420 || ticks.length <= 4 || (ticks.length - 1 - n) % 2 === 0); // numbers want room
    below.forEach((tick, n) => svg.append(draw("text", { x: place({ x: tick, y: scale.minimum })[0], y: height - 24, class: "tick", "text-anchor": n === below.length - 1 ? "end" : "middle" }, across.numbers.format(tick))));
    svg.append(draw("text", { x: left + wide / 2, y: height - 6, class: "tick", "text-anchor": "middle" }, across.unit ?? ""));
    if (guess) {
      svg.append(draw("path", { d: path(guess), class: "guess-path" }));
      if (!truth) svg.append(...guess.map((point) => draw("circle", { cx: place(point)[0], cy: place(point)[1], r: 4, class: "guess-dot" })));
    }
    if (truth) svg.append(draw("path", { d: path(points), class: "truth-path" }));
    const legend = [guess && ["guess", "your guess"], truth && ["truth", "the result"]].filter(Boolean);
    legend.forEach(([kind, text], n) => svg.append(
      draw("path", { d: `M${left + 12} ${top + 14 + 18 * n}h24`, class: `${kind}-path` }),
      draw("text", { x: left + 42, y: top + 18 + 18 * n, class: `${kind}-text` }, text)));
    return svg;
  },
};

const margins = { left: 46, top: 10, right: 14, bottom: 44 };
const paperHeight = (width) => clamp(width * 0.55, 220, 330);

/** What is said of a guess, and what stands in the words for it. */
const verdicts = {
  number: ({ values }, guess, truth) => [truth.y.length > 0 ? nearness(guess, truth.y[0], truth.within) : "other", values.words(guess, asTyped)],
  curve({ values, across }, guess, truth) {
    const guessed = values.nearest(along(across, guess, truth.at));
    return [nearness(guessed, along(across, truth.x.map((x, n) => ({ x, y: truth.y[n] })), truth.at), truth.within), values.words(guessed)];
  },
  bars({ values, bars }, guess, truth) {
    const longest = (lengths) => bars.filter((_, n) => lengths[n] === Math.max(...lengths));
    const list = (names) => new Intl.ListFormat("en-GB").format(names);
    const [guessed, found] = [longest(guess), longest(truth.y)];
    const beside = guessed.filter((bar) => !found.includes(bar));
    if (beside.length === 0) return ["right", list(guessed)];
    return beside.length < guessed.length
      ? ["high", list(beside.map((bar) => `${bar} (${values.words(truth.y[bars.indexOf(bar)])})`))]
      : ["other", list(guessed)];
  },
};

const nearness = (guess, truth, within) => (guess < truth - within ? "low" : guess > truth + within ? "high" : "right");

/** One question with its controls, and the part of the page that it covers. */
class Question {
  guess = null; // a number, the lengths of the bars, or the points of the curve

  #asked;
  #section;
  #covered; // which need not stand together
  #form;
  #result;
  #words;
  #commit;
  #memory;
  #whole = null; // what bars make up together; nothing where each stands for itself
  #isOpen = false;

  constructor(section) {
    this.#section = section;
    this.#covered = [...document.querySelectorAll(`.until-guessed[data-guess="${CSS.escape(section.id)}"]`)];
    [this.#form, this.#result, this.#words, this.#commit] = [".guess-form", ".guess-result", ".guess-words", ".commit"].map((part) => section.querySelector(part));
    this.#memory = `guess:${location.pathname}:${section.id}`;
    const { kind, bars, areApart, values, across } = JSON.parse(section.dataset.guess);
    this.#asked = { kind, bars, areApart, values: new Scale(values), across: across && new Scale(across) };
    this[kind]();
    this.#form.hidden = false;
    this.#uncover(false);
    this.#commit.addEventListener("click", () => this.#settle());
    section.querySelector(".show").addEventListener("click", () => {
      this.guess = null;
      this.#settle();
    });
    this.#recall();
  }

  /** The cell behind it has shown something else. */
  renew(outputs) {
    if (this.#isOpen && outputs?.dataset.cell === this.#section.dataset.reveal) this.show();
  }

  /** Uncovers what holds an element that the reader wants to see. */
  uncoverFor(element) {
    if (!this.#isOpen && element && this.#covered.some((part) => part.contains(element))) this.#open();
  }

  /** Draws the result as wide as there is room. */
  show() {
    if (this.#asked.kind === "curve") this.#drawPaper();
    const truth = this.#truth();
    if (!this.#isOpen || !truth) return;
    const picture = pictures[this.#asked.kind](this.#asked, this.#result.clientWidth, this.guess, truth);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", this.guess === null ? "The result" : "Your guess and the result");
    this.#result.querySelector("svg")?.remove();
    this.#result.prepend(picture);
    this.#say(truth);
  }

  number() {
    const { values } = this.#asked;
    const [exact, slider] = this.#form.querySelectorAll("input");
    const take = (value) => {
      this.#take(value);
      this.#setSlider(slider, value);
    };
    const set = (value) => {
      take(value);
      exact.value = String(value);
    };
    slider.addEventListener("input", () => set(values.nearest(this.#valueOf(slider))));
    const typed = () => (exact.value.trim() === "" ? NaN : Number(exact.value.replace(",", ".")));
    exact.addEventListener("input", () => {
      if (Number.isFinite(typed())) take(values.within(typed()));
    });
    exact.addEventListener("change", () => {
      if (Number.isFinite(typed())) set(values.within(typed()));
      else exact.value = this.guess === null ? "" : String(this.guess);
    });
    exact.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.#commit.click(); // does nothing while there is nothing to take
    });
    this.fill = () => set(values.within(this.guess));
  }

  bars() {
    const { values, areApart } = this.#asked;
    const sliders = [...this.#form.querySelectorAll("input")];
    const outputs = [...this.#form.querySelectorAll("output")];

    // The parts of a whole are known by their result; bars that stand apart may come to a whole by chance.
    if (!areApart && values.unit === "%" && Math.abs(sumOf(this.#truth()?.y ?? []) - 100) < 0.5) this.#whole = 100;
    const [hint, together] = [make("span"), make("output")];
    if (this.#whole !== null) this.#form.querySelector(".guess-bars").append(make("span", { textContent: "together" }), hint, together);
    const showAll = () => {
      const lengths = sliders.map((slider) => this.#valueOf(slider));
      sliders.forEach((slider, n) => {
        slider.style.setProperty("--at", `${100 * values.of(lengths[n])}%`);
        slider.setAttribute("aria-valuetext", values.words(lengths[n]));
        outputs[n].value = values.words(lengths[n]);
      });
      const more = sumOf(lengths) - this.#whole;
      together.value = values.words(sumOf(lengths));
      hint.textContent = this.#isComplete(lengths) ? "" : more > 0 ? `${values.words(more)} too much` : `${values.words(-more)} missing`;
    };
    const take = () => {
      this.#take(sliders.map((slider) => values.nearest(this.#valueOf(slider))));
      showAll();
    };
    sliders.forEach((slider) => slider.addEventListener("input", take));
    this.fill = () => {
      sliders.forEach((slider, n) => this.#setSlider(slider, this.guess[n]));
      take();
    };
    showAll();
  }

  curve() {
    const { values, across } = this.#asked;
    const sliders = [...this.#form.querySelectorAll("input")];
    const paper = this.#form.querySelector(".guess-paper");
    const xs = sliders.map((_, n) => across.at(n / (sliders.length - 1)));
    const draft = sliders.map(() => null);
    sliders.forEach((slider, n) => slider.setAttribute("aria-label", `At ${across.words(across.nearest(xs[n]))}`));

    // What has not been drawn yet goes on as high as what has been drawn nearest to it.
    const take = () => {
      const drawn = draft.flatMap((y, n) => (y === null ? [] : [n]));
      const points = xs.map((x, n) => ({ x, y: draft[drawn.reduce((best, other) => (Math.abs(other - n) < Math.abs(best - n) ? other : best))] }));
      sliders.forEach((slider, n) => this.#setSlider(slider, points[n].y));
      this.#take(points);
      this.#drawPaper();
    };
    sliders.forEach((slider, n) => slider.addEventListener("input", () => {
      draft[n] = values.nearest(this.#valueOf(slider));
      take();
    }));

    let last = null; // where the stroke was, as shares of the paper
    const stroke = (event) => {
      const { left, top, width, height } = paper.getBoundingClientRect();
      const now = {
        x: clamp((event.clientX - left - margins.left) / (width - margins.left - margins.right), 0, 1),
        y: clamp(1 - (event.clientY - top - margins.top) / (height - margins.top - margins.bottom), 0, 1),
      };
      const from = last ?? now;
      const [low, high] = from.x < now.x ? [from, now] : [now, from];
      const reach = 0.5 / (sliders.length - 1);
      sliders.forEach((_, n) => {
        const x = n / (sliders.length - 1);
        if (x >= low.x && x <= high.x) draft[n] = values.nearest(values.at(low.y + ((high.y - low.y) * (x - low.x)) / (high.x - low.x || 1)));
        else if (Math.abs(x - now.x) <= reach) draft[n] = values.nearest(values.at(now.y));
      });
      last = now;
      take();
    };
    paper.addEventListener("pointerdown", (event) => {
      paper.setPointerCapture(event.pointerId);
      last = null;
      stroke(event);
    });
    paper.addEventListener("pointermove", (event) => paper.hasPointerCapture(event.pointerId) && stroke(event));
    this.fill = () => {
      this.guess.forEach(({ y }, n) => { draft[n] = y; });
      take();
    };
  }

  #drawPaper() {
    const paper = this.#form.querySelector(".guess-paper");
    if (paper.clientWidth > 0) paper.replaceChildren(pictures.curve(this.#asked, paper.clientWidth, this.guess, null));
    paper.firstElementChild?.setAttribute("aria-hidden", "true");
  }

  #valueOf(slider) {
    const { values } = this.#asked;
    return values.isLogarithmic ? values.at(Number(slider.value) / Number(slider.max)) : Number(slider.value);
  }

  #setSlider(slider, value) {
    const { values } = this.#asked;
    slider.value = values.isLogarithmic ? Math.round(values.of(value) * Number(slider.max)) : value;
    slider.setAttribute("aria-valuetext", values.words(value, asTyped));
  }

  #take(guess) {
    this.guess = guess;
    this.#commit.disabled = !this.#isComplete(guess);
  }

  #isComplete(guess) {
    return this.#whole === null || Math.abs(sumOf(guess) - this.#whole) <= slack * this.#whole;
  }

  #truth() {
    const script = document.querySelector(`.outputs[data-cell="${CSS.escape(this.#section.dataset.reveal)}"] .reveal-data`);
    return script && JSON.parse(script.textContent);
  }

  #settle() {
    this.#remember(JSON.stringify(this.guess));
    this.#open();
    this.#result.querySelector("button").focus();
  }

  #open() {
    this.#isOpen = true;
    this.#form.hidden = true;
    this.#result.hidden = false;
    this.#uncover(true);
    const again = make("button", { type: "button", textContent: this.guess === null ? "Guess after all" : "Guess again" });
    again.addEventListener("click", () => this.#close());
    this.#result.replaceChildren(again);
    this.#shown(".reveal details")[0]?.setAttribute("open", "");
    this.show();
    this.#wake();
  }

  /** On paper nothing is covered. */
  print(isNow) {
    if (this.#isOpen) return;
    this.#uncover(isNow);
    this.#wake();
  }

  // Of a film its beginning is in view, but nothing of it can be taken in hand or is read aloud.
  #uncover(isNow) {
    this.#covered.forEach((part) => part.classList.toggle("uncovered", isNow));
    this.#shown("figure.scene > .stages").forEach((stages) => { stages.inert = !isNow; });
  }

  /** What there is of a kind among what is covered. */
  #shown(selector) {
    return this.#covered.flatMap((part) => [...part.querySelectorAll(selector)]);
  }

  // A chart that was covered had no place, and a film stands at its beginning for as long as it is.
  #wake() {
    this.#shown("figure.scene").forEach((scene) => scene.dispatchEvent(new Event("scene", { bubbles: true })));
  }

  #close() {
    this.#isOpen = false;
    this.#remember(null);
    this.#form.hidden = false;
    this.#result.hidden = true;
    this.#words.replaceChildren();
    this.#uncover(false);
    this.#wake();
    this.show();
    this.#form.querySelector("input").focus();
  }

  #say(truth) {
    const [kind, guessed] = this.guess === null ? [] : verdicts[this.#asked.kind](this.#asked, this.guess, truth);
    const said = kind && this.#shown(`.reveal .verdict-${kind}`)[0]?.cloneNode(true);
    if (said) said.querySelectorAll(".guessed").forEach((hole) => hole.replaceChildren(guessed));
    if (said) said.className = "finding";
    if (this.#words.textContent !== (said?.textContent ?? "")) this.#words.replaceChildren(...(said ? [said] : []));
  }

  #remember(text) {
    try {
      if (text === null) localStorage.removeItem(this.#memory);
      else localStorage.setItem(this.#memory, text);
    } catch { /* not remembered, that is all */ }
  }

  // What is remembered may be of another question that stood here once.
  #recall() {
    try {
      const remembered = localStorage.getItem(this.#memory);
      if (remembered === null) return;
      const guess = JSON.parse(remembered);
      if (guess !== null) {
        if (!this.#isOfThisKind(guess)) return;
        this.guess = guess;
        this.fill();
      }
      this.#open();
    } catch { /* not remembered, that is all */ }
  }

  #isOfThisKind(guess) {
    const { kind, bars } = this.#asked;
    if (kind === "number") return Number.isFinite(guess);
    if (!Array.isArray(guess)) return false;
    return kind === "bars"
      ? guess.length === bars.length && guess.every(Number.isFinite) && this.#isComplete(guess)
      : guess.length === this.#form.querySelectorAll("input").length && guess.every((point) => Number.isFinite(point?.x) && Number.isFinite(point?.y));
  }
}

const questions = [...document.querySelectorAll("section.guess")].map((section) => new Question(section));
questions.forEach((question) => question.show());

// The result has been computed again.
document.addEventListener("reveal", ({ target }) => questions.forEach((question) => question.renew(target.closest(".outputs"))));

// A link into what is covered uncovers it.
function follow() {
  const place = location.hash.includes("=") ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  questions.forEach((question) => question.uncoverFor(place));
  place?.scrollIntoView();
}
if (questions.length > 0) {
  addEventListener("hashchange", follow);
  if (location.hash) follow();
}

// Before the scenes take their places on the paper.
addEventListener("beforeprint", () => questions.forEach((question) => question.print(true)), true);
addEventListener("afterprint", () => questions.forEach((question) => question.print(false)));
addEventListener("resize", () => questions.forEach((question) => question.show()));
