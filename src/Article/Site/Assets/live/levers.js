// The levers of a chapter: controls, address, memory. What they change is computed by the chapter's own cells.

import { chapter, isSingleFile } from "./chapter.js";
import { editors } from "./editor.js";
import { outputs } from "./outputs.js";
import { warmUpInView } from "./warm-up.js";
import { narrow } from "../scene.js";

const panel = document.querySelector("section.levers");
const controls = [...document.querySelectorAll(".lever")];
const status = panel.querySelector(".status");
const working = panel.querySelector(".working");
const reset = panel.querySelector(".reset");
const refusal = panel.querySelector(".refusal");
const memory = `levers:${location.pathname}`;
const refusalsSaid = 5; // an address may hold thousands of settings
const refusalLength = 300; // characters, likewise
const patience = 300; // milliseconds before the page says that it is working

/**
 * A slider whose positions from 0 to 1 are equal factors of a distance from its origin: of the value itself, or of what it
 * lacks of one. The distance is rounded to the lever's step, to three digits where that is coarser, and to one digit where
 * the step is coarser than that.
 */
function logarithmic({ minimum, maximum, step, kind }, distanceOf) {
  const [least, most] = [Number(minimum), Number(maximum)];
  const [from, to] = [least, most].map((end) => Math.log(distanceOf(end)));
  const grain = (distance) => {
    const leading = 10 ** Math.floor(Math.log10(distance) + 1e-9);
    const fine = Math.min(Math.max(Number(step), leading / 100), leading);
    return kind === "WholeNumber" ? Math.max(1, fine) : fine;
  };
  const valueOf = (distance) => {
    const unit = grain(distance);
    return Math.min(most, Math.max(least, clean(distanceOf(clean(Math.round(distance / unit) * unit)))));
  };
  return {
    positionOf: (value) => (Math.log(distanceOf(value)) - from) / (to - from),
    valueAt: (position) => valueOf(Math.exp(from + (to - from) * position)),
    next: (value, direction) => Math.min(most, Math.max(least, clean(value + direction * grain(distanceOf(value))))),
  };
}

const scales = {
  Logarithmic: (written) => logarithmic(written, (value) => value),
  Nines: (written) => logarithmic(written, (value) => 1 - value),
};

/** A text without the blanks around it, as the command line trims it; in one pass, as an address may be a megabyte of them. */
function trim(text) {
  const isBlank = (place) => text[place] === " " || text[place] === "\t";
  let [start, end] = [0, text.length];
  while (start < end && isBlank(start)) start++;
  while (start < end && isBlank(end - 1)) end--;
  return text.slice(start, end);
}

// Sums and products of decimals are not quite decimals.
const clean = (number) => Number(number.toPrecision(15));

// What is moved, and the box for an exact value; a lever may lack either.
const inputsOf = (place) => [place.querySelector("select, input:not(.exact)"), place.querySelector("input.exact")];

/** One lever, with its controls wherever they stand. What it takes and how it refuses is written at them by the export. */
class Lever {
  constructor(name) {
    this.name = name;
    this.places = controls.filter((control) => control.dataset.lever === name);
    this.written = this.places[0].dataset;
    this.isPercent = "percent" in this.written;
    this.scale = scales[this.written.scale]?.(this.written);
    this.default = this.written.default;
    this.value = this.default;
    for (const place of this.places) {
      const [main, exact] = inputsOf(place);
      main?.addEventListener("input", () => move(this, main.type === "checkbox" ? String(main.checked) : main.type === "range" ? this.slid(main) : main.value));
      exact?.addEventListener("change", () => type(this, exact.value));
    }
    this.show();
  }

  get isMoved() { return this.value !== this.default; }

  /** The value that a text stands for, or null where the lever is sure to refuse it. The last word is that of the chapter's code. */
  read(text) {
    const { kind, minimum, maximum } = this.written;
    const trimmed = trim(text);
    if (!this.isWellFormed(trimmed)) return null;
    if (kind === "Choice") return trimmed;
    if (kind === "Switch") return trimmed.toLowerCase();
    const number = Number(trimmed);
    return number >= Number(minimum) && number <= Number(maximum) ? String(number) : null;
  }

  /** The value of what a reader typed, who sees a share as per cent; null like that of read. */
  readTyped(text) {
    if (!this.isPercent) return this.read(text);
    const number = trim(text.replace(/%[ \t]*$/, ""));
    return this.isWellFormed(number) ? this.read(String(clean(Number(number) / 100))) : null;
  }

  isWellFormed(text) {
    return new RegExp(`^(?:${this.written.pattern})$`).test(text);
  }

  refusal(text) {
    return this.written.refusal.replace("{}", () => trim(text));
  }

  typedRefusal(text) {
    return this.isPercent ? this.written.shownRefusal.replace("{}", () => trim(text)) : this.refusal(text);
  }

  /** The value at which a hand, or a key, has put a slider. */
  slid(slider) {
    const position = Number(slider.value);
    if (!this.scale) return String(this.isPercent ? clean(position / 100) : position);
    const value = this.scale.valueAt(position);
    // One push of a key may be less than the step of the value: then it is that step. A hand goes on until it is there.
    return String(value === Number(this.value) && !slider.matches(":active") ? this.scale.next(value, Math.sign(position - this.scale.positionOf(value))) : value);
  }

  /** A value as a reader sees it, without its unit. */
  shown(value = this.value) {
    return this.isPercent ? String(clean(100 * Number(value))) : value;
  }

  show() {
    for (const place of this.places) {
      const [main, exact] = inputsOf(place);
      if (main?.type === "checkbox") main.checked = this.value === "true";
      else if (main) main.value = this.scale ? this.scale.positionOf(Number(this.value)) : this.shown();
      if (exact) exact.value = this.shown();
      const unit = place.querySelector(".unit")?.textContent ?? "";
      if (main && (unit || this.scale)) main.setAttribute("aria-valuetext", `${this.shown()} ${unit}`.trim());
      place.classList.toggle("moved", this.isMoved);
    }
  }

  /** The lever and its value in words. */
  inWords() {
    const unit = this.places[0].querySelector(".unit")?.textContent;
    const counted = this.value === "1" ? unit?.replace(/(?<=\w\w)s$/, "") : unit;
    return `${this.name} = ${this.shown()}${counted ? ` ${counted}` : ""}`;
  }
}

const levers = new Map([...new Set(controls.map((control) => control.dataset.lever))].map((name) => [name, new Lever(name)]));
const moved = () => [...levers.values()].filter((lever) => lever.isMoved);

// Which questions have been answered by setting their levers; the answer's own cell knows.
const questions = [...document.querySelectorAll(".question[data-answer]")].map((place) => {
  const note = document.createElement("p");
  note.className = "found-note";
  note.hidden = true;
  place.append(note);
  const asked = [...place.querySelectorAll(".lever")].map((control) => levers.get(control.dataset.lever));
  const answer = () => document.querySelector(`.outputs[data-cell="${CSS.escape(place.dataset.answer)}"] details.answer`);
  const name = place.querySelector("h3")?.textContent.match(/^Question \d+/)?.[0].toLowerCase() ?? "a question";
  return { name, note, asked, answer, isFound: false };
});

/** Marks the questions that are answered now; gives the words that say so of those that were not before, for whoever does not see them. */
function tellFound() {
  const fresh = [];
  for (const question of questions) {
    // Another lever may happen to lead to the same answer; only who has moved one that the question asks for has found it.
    const tried = question.asked.filter((lever) => lever.isMoved);
    const isFound = tried.length > 0 && Boolean(question.answer()?.querySelector(":scope > .found"));
    if (isFound) {
      const words = tried.map((lever) => lever.inWords()).join(", ");
      question.note.replaceChildren(`Found: ${words}. `, opener(question));
      if (!question.isFound) fresh.push(`You have answered ${question.name}: ${words}`);
    }
    question.isFound = isFound;
    question.note.hidden = !isFound;
  }
  return fresh.join(" · ");
}

function opener(question) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Open the answer";
  button.addEventListener("click", () => {
    question.answer().open = true;
    question.answer().querySelector("summary").focus();
  });
  return button;
}

// Which results the reader is looking at: these are computed first, then the main figure, then the others.
const seen = new Set();
const looking = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target.dataset.cell);
});
const places = new Map([...document.querySelectorAll(".outputs")].map((place) => [place.dataset.cell, place]));
places.forEach((place) => looking.observe(place));
const hero = document.querySelector("figure.hero")?.closest(".outputs").dataset.cell;
const isFolded = (cell) => places.get(cell).querySelector(":scope > details.answer:not([open])") !== null; // of an answer nobody sees more than the word
const wanted = () => [...[...seen].filter((cell) => !isFolded(cell)), ...(hero ? [hero] : [])];

let timer; // says that the page is working, after a while
let updated = 0;
let failure = null; // the first of a run; those that follow from it have theirs beside their cells
let isRecalled = false; // whether the settings are those of the reader's last visit
const show = outputs(JSON.parse(panel.dataset.rules));
const cells = chapter(panel.dataset.notebook, [...places.keys()], {
  stale: markStale,
  ran({ cell, outputs: pieces, error, left }) {
    const place = places.get(cell); // none for what another page shows
    place?.removeAttribute("aria-busy");
    place?.classList.toggle("failed", Boolean(error));
    if (error) say(`A cell failed: ${failure ??= error.message}`);
    else if (place) show(place, pieces);
    editing.ran(cell, error);
    updated++;
    working.max = Math.max(working.max, updated + left);
    working.value = updated;
  },
  idle() {
    clearTimeout(timer);
    markStale([]);
    working.hidden = true;
    panel.dataset.state = "idle";
    editing.settled();
    const found = tellFound();
    if (found) say(found);
    else if (!document.querySelector(".outputs.failed")) say(moved().length === 0 ? "The author’s settings" : isRecalled ? "Your settings of last time" : "Results are up to date");
    dispatchEvent(new Event("levers-settled"));
  },
  loading(share) {
    clearTimeout(timer);
    working.hidden = false;
    working.max = 1;
    working.value = share;
    say(share < 1 ? "Loading the compiler …" : "Compiling …");
  },
  stuck(reason) {
    if (editing.giveUp(reason)) return;
    if (moved().length === 0) {
      this.failed(reason);
      return;
    }
    takeBack(`These settings were too much for this page: ${reason}. It is back at the author’s.`);
    busy("Starting again …");
    cells.stop(null, settings());
  },
  refused(words) {
    takeBack(words);
    compute();
  },
  failed(message) {
    clearTimeout(timer);
    markStale([]);
    working.hidden = true;
    panel.dataset.state = "failed";
    say(`The live part cannot run here: ${message}`);
  },
});

/** Marks results that are those of earlier settings, and only these. */
function markStale(cells) {
  places.forEach((place, cell) => {
    if (cells.includes(cell)) place.setAttribute("aria-busy", "true");
    else place.removeAttribute("aria-busy");
  });
}

function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

/** Says that results are on their way, if they take a while. */
function busy(words) {
  panel.dataset.state = "working";
  updated = 0;
  failure = null;
  clearTimeout(timer);
  timer = setTimeout(() => {
    working.removeAttribute("value");
    working.hidden = false;
    if (failure === null) say(words);
  }, patience);
}

const editing = editors(cells, { isEditable: ({ cell, still }) => !isSingleFile && cell !== panel.dataset.declaredBy && still === undefined, wanted, busy, say });

const settings = () => Object.fromEntries([...levers.values()].map((lever) => [lever.name, lever.value]));

function compute() {
  busy("Computing …");
  cells.set(settings(), wanted());
}

const move = (lever, text) => set(lever, lever.read(text), lever.refusal(text));
const type = (lever, text) => set(lever, lever.readTyped(text), lever.typedRefusal(text));

function set(lever, value, refusal) {
  refuse(value === null ? [refusal] : []);
  if (value !== null && value !== lever.value) {
    lever.value = value;
    isRecalled = false;
    remember();
    compute();
  }
  lever.show();
  offerReset();
}

/** Puts every lever back to the author's value, and says why. */
function takeBack(words) {
  levers.forEach((lever) => {
    lever.value = lever.default;
    lever.show();
  });
  remember();
  refuse([words]);
}

// It takes away what was refused, too.
function offerReset() {
  reset.disabled = moved().length === 0 && refusal.textContent === "";
}

function refuse(words) {
  const said = words.slice(0, refusalsSaid).map((line) => (line.length > refusalLength ? `${line.slice(0, refusalLength)} …` : line));
  if (words.length > refusalsSaid) said.push(`and ${words.length - refusalsSaid} more`);
  refusal.textContent = said.join(" · ");
  offerReset();
}

// The address carries the settings, so that a link shares them; the browser remembers them for the next visit.
const written = () => moved().map((lever) => `${lever.name}=${encodeURIComponent(lever.value)}`).join("&");

function remember() {
  history.replaceState(null, "", written() ? `#${written()}` : location.pathname + location.search);
  try {
    if (written()) localStorage.setItem(memory, written());
    else localStorage.removeItem(memory);
  } catch { /* not remembered, that is all */ }
}

/** Takes settings such as "removed=0.3&cells=16"; every other lever goes to the author's value. */
function take(settings) {
  const refused = [];
  const values = new Map();
  for (const [name, text] of new URLSearchParams(settings.replaceAll("+", "%2B"))) {
    const lever = levers.get(name);
    const value = lever?.read(text) ?? null;
    if (value !== null) values.set(lever, value);
    else refused.push(lever ? lever.refusal(text) : `${name}: no such lever; this chapter has ${[...levers.keys()].join(", ")}`);
  }
  const changed = [...levers.values()].filter((lever) => lever.value !== (values.get(lever) ?? lever.default));
  for (const lever of changed) {
    lever.value = values.get(lever) ?? lever.default;
    lever.show();
  }
  refuse(refused);
  if (changed.length > 0) compute();
}

function remembered() {
  try {
    return localStorage.getItem(memory) ?? "";
  } catch {
    return "";
  }
}

const fromAddress = () => (location.hash.includes("=") ? location.hash.slice(1) : null);

addEventListener("hashchange", () => {
  const settings = fromAddress();
  if (settings === null) return;
  isRecalled = false;
  take(settings);
  remember();
});

// A part of a scene that a reader takes in hand is a lever in disguise.
document.addEventListener("hand", ({ detail }) => {
  const lever = levers.get(detail.lever);
  if (lever) move(lever, detail.value);
});

// A page that becomes wide or narrow wants its scenes at the other size.
narrow.addEventListener("change", () => {
  const wantedSize = narrow.matches ? ".stage.narrow" : ".stage.wide";
  const misfits = [...places].filter(([, place]) => [...place.querySelectorAll("figure.scene")].some((scene) => !scene.querySelector(wantedSize)));
  cells.fit(misfits.map(([cell]) => cell), wanted());
});

reset.addEventListener("click", () => {
  take("");
  remember();
});

panel.querySelector(".share").addEventListener("click", async () => {
  const address = new URL(written() ? `#${written()}` : location.pathname, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    say("The link is copied");
  } catch {
    say(address);
  }
});

// What the panel says and offers comes along where its own place is out of view.
const ownPlace = document.createElement("div");
panel.querySelector(".lever-actions").before(ownPlace);
new IntersectionObserver(([{ isIntersecting }]) => panel.toggleAttribute("data-away", !isIntersecting), { rootMargin: "0px 0px -48px" }).observe(ownPlace);

for (const place of document.querySelectorAll("section.levers, .levers-here")) place.hidden = false;
panel.querySelector(".share").hidden ||= isSingleFile; // its address is of this machine
const offers = ".levers, .levers-here, .hands:not(:empty)"; // what a reader can move
for (const sign of ["pointerover", "focusin"]) {
  document.addEventListener(sign, ({ target }) => {
    if (target.closest(offers)) cells.warmUp();
  });
}
warmUpInView(offers, () => cells.warmUp(wanted()));
document.querySelector(".lever-table")?.remove();
panel.dataset.state = "idle";
const wish = fromAddress() ?? remembered();
if (wish) {
  isRecalled = fromAddress() === null;
  take(wish);
  if (!isRecalled || !location.hash) remember(); // an address that names a section keeps it
}
