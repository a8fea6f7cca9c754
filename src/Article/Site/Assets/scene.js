// Plays the scenes of a page. A scene's picture moves by itself; this takes its animations in hand, so that a reader can
// stop them, go to any moment, step, and take hold of what the scene offers. All times are seconds of film where nothing else is said.

/** Whether scenes are shown at their narrow size, as in article.css. */
export const narrow = matchMedia("(max-width: 46rem)");

const still = matchMedia("(prefers-reduced-motion: reduce)");

const second = 1000; // in the milliseconds of the Web Animations API
const speeds = [["½", 0.5], ["1", 1], ["2", 2], ["4", 4]];
const readable = 0.4; // after the beginning of a caption it is there in full
const letters = 0.66; // of the height of a field that is typed into
const tick = 0.2; // a picture's own clock goes on so often, as SceneFrame.cs has it
const atOnce = 0.005; // two moments that differ by less are the same

/** What a list has last at or before a moment. */
const latest = (list, momentOf, at) => list.findLast((item) => momentOf(item) <= at + atOnce) ?? list[0];

/** Where a value lies on the straight lines between pairs of values. */
function along(pairs, value, from, to) {
  const next = pairs.findIndex((pair) => pair[from] >= value);
  if (next <= 0) return (next === 0 ? pairs[0] : pairs.at(-1))[to];
  const [before, after] = [pairs[next - 1], pairs[next]];
  return before[to] + ((after[to] - before[to]) * (value - before[from])) / (after[from] - before[from]);
}

const known = new Set();

/** An animation keeps the colours of the scheme in which it began, unless the browser knows its colours to be such. */
function register(svg) {
  for (const [, name] of (svg.querySelector("style")?.textContent ?? "").matchAll(/(--\w+):light-dark/g)) {
    const ofThePage = getComputedStyle(document.documentElement).getPropertyValue(name);
    if (known.has(name) || (ofThePage && !CSS.supports("color", ofThePage))) continue;
    known.add(name);
    CSS.registerProperty?.({ name, syntax: "<color>", inherits: true, initialValue: "transparent" });
  }
}

/** All animations of a picture as one film, which stands at its beginning. */
class Film {
  #animations;
  #at = 0;
  #rate = 1;
  #start = null; // on the document's timeline, in milliseconds; null while the film stands

  constructor(svg, duration, isNew) {
    this.svg = svg;
    this.duration = duration;

    // Only of an animation that shows something, or lies ahead, does a browser tell: so for a moment all of them do. In a
    // picture that has come just now they do so by themselves, and styling it once more would take as long as all the rest.
    svg.style.setProperty("--t", isNew ? "0s" : "100000s");
    const animations = svg.getAnimations({ subtree: true });
    svg.style.setProperty("--t", "0s");
    if (!isNew) void getComputedStyle(svg).opacity; // or their timing would still be the other one
    this.#animations = animations.map((animation) => {
      const { delay, endTime } = animation.effect.getComputedTiming();
      return { animation, from: delay / second, to: endTime / second, at: 0 };
    });
    for (const animation of animations) {
      animation.pause();
      animation.currentTime = 0;
    }
  }

  get isPlaying() { return this.#start !== null; }

  get time() {
    return this.isPlaying ? Math.min(this.duration, ((document.timeline.currentTime - this.#start) * this.#rate) / second) : this.#at;
  }

  /** Goes to a moment and stands there. */
  stand(at) {
    const wasPlaying = this.isPlaying;
    this.#start = null;
    this.#at = Math.min(this.duration, Math.max(0, at));
    const shown = this.#at + atOnce; // what turns at that moment, give or take the digits of its styles, has turned
    for (const part of this.#animations) {
      // What is over, or has not begun, at both moments looks the same.
      const isSame = (part.at >= part.to && shown >= part.to) || (part.at <= part.from && shown <= part.from && !wasPlaying);
      if (isSame) continue;
      if (wasPlaying) part.animation.pause();
      part.animation.currentTime = shown * second;
      part.at = shown;
    }
  }

  /** Runs on from where it is. */
  play(rate) {
    this.stand(this.time);
    this.#rate = rate;
    this.#start = document.timeline.currentTime - (this.#at * second) / rate;
    for (const { animation } of this.#animations.filter(({ to }) => to > this.#at)) {
      animation.playbackRate = rate;
      animation.startTime = this.#start;
    }
  }
}

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const owners = new WeakMap(); // the players by their figures
const players = () => [...document.querySelectorAll("figure.scene")].map((figure) => owners.get(figure)).filter(Boolean);

const makePrompt = () => make("div", { className: "prompt" },
  make("input", { type: "text", inputMode: "numeric", autocomplete: "off" }), make("p", { className: "note", ariaLive: "polite" }), make("button", { type: "button", ariaLabel: "Enter" }));

let playing = null; // at most one of them

/** Of those that wait for it, the first that is in view plays, unless another does. */
function next() {
  if (playing || still.matches || document.hidden) return;
  players().find((player) => player.isWaiting && player.isInView && !player.isCovered)?.play();
}

class Player {
  isWaiting = true; // to play as soon as it is seen and no other plays
  isInView = false;

  #figure;
  #data;
  #film;
  #stage;
  #isAsked = false; // whether the reader plays or steps; a film that starts by itself is not read aloud
  #isTaken = false; // whether the reader has taken a part of it in hand, and waits to see what that does
  #said;
  #frame = 0; // the next picture of the film that the row beneath it follows
  #printed = 0; // where it was before it went to paper

  #play = make("button", { type: "button", className: "play" });
  #back = make("button", { type: "button", className: "back", ariaLabel: "Previous caption" });
  #on = make("button", { type: "button", className: "on", ariaLabel: "Next caption" });
  #scrubber = make("input", { type: "range", min: 0, step: "any", ariaLabel: "Moment of the film" });
  #ticks = make("span", { className: "ticks", ariaHidden: "true" });
  #clock = make("output", { className: "clock" });
  #speed = make("select", { ariaLabel: "Speed" }, ...speeds.map(([text, value]) => make("option", { value, textContent: `${text} ×`, selected: value === 1 })));
  #stops = make("input", { type: "checkbox" });
  #voice = make("p", { className: "voice", ariaLive: "polite" });
  #words = make("p", { className: "now", ariaHidden: "true" }); // what the picture says, for where it is too small to be read

  constructor(figure) {
    this.#figure = figure;
    const bar = make("div", { className: "film", role: "group", ariaLabel: "Film" },
      this.#play, this.#back, this.#on, make("span", { className: "scrubber" }, this.#ticks, this.#scrubber), this.#clock, this.#speed,
      make("label", { className: "stops" }, this.#stops, " stop at captions"), this.#voice, this.#words);
    figure.querySelector(".stages").after(bar);

    this.#play.addEventListener("click", () => this.#toggle());
    this.#back.addEventListener("click", () => this.#goToCaption(-1));
    this.#on.addEventListener("click", () => this.#goToCaption(1));
    this.#scrubber.addEventListener("input", () => this.#go(this.#scrubbed()));
    this.#speed.addEventListener("change", () => this.#film.isPlaying && this.play());
    figure.querySelector(".stages").addEventListener("click", ({ target }) => target.closest(".picture") && !still.matches && this.#toggle());
    figure.addEventListener("keydown", (event) => this.#press(event));
    new IntersectionObserver((entries) => this.#see(entries.at(-1)), { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] }).observe(figure.querySelector(".stages"));

    this.#load();
    this.#stand(this.#restingPlace());
  }

  /** Whether the reader has yet to guess what it shows: until then its beginning is all there is to see of it. */
  get isCovered() { return this.#figure.closest(".until-guessed:not(.uncovered)") !== null; }

  /** Takes in what has become of the scene: it restarts where the last caption began before the moment that the reader was at; from the beginning if it had not begun, or was over. */
  reload() {
    if (this.#stageOfThePage() !== this.#stage) {
      this.refit();
      return;
    }
    const { time } = this.#film;
    const story = along(this.#data.knots, time, 1, 0);
    const hasBegun = !this.isCovered && time > atOnce && time < this.#data.duration - atOnce && !(still.matches && !this.#isAsked);
    this.pause();
    this.#load(true);
    const reached = along(this.#data.knots, story, 0, 1);
    this.#stand(hasBegun ? this.#momentOf(latest(this.#data.captions, ({ at }) => at, reached)) : this.#restingPlace());
    this.isWaiting = !still.matches;
    if (this.#isTaken && this.isInView && !still.matches) this.play();
    else next();
    this.#isTaken = false;
  }

  /** Takes the stage that suits the page, where it has come or the page has changed. */
  refit() {
    if (this.#stageOfThePage() === this.#stage) return;
    const { time } = this.#film;
    const wasPlaying = this.#film.isPlaying;
    this.pause();
    this.#load();
    this.#stand(time);
    if (wasPlaying) this.play();
  }

  play() {
    if (playing !== this) playing?.pause();
    playing = this;
    this.isWaiting = false;
    if (this.#film.time >= this.#data.duration) this.#film.stand(0);
    this.#film.play(Number(this.#speed.value));
    this.#show();
    this.#awaitFrame();
  }

  pause() {
    if (playing === this) playing = null;
    if (this.#film.isPlaying) this.#stand(this.#film.time);
  }

  /** On paper it stands at its most telling moment. */
  print(isNow) {
    if (isNow) {
      this.pause();
      this.#printed = this.#film.time;
    }
    this.#film.stand(isNow ? this.#data.stillAt : this.#printed);
  }

  // This player takes the place of the picture's own rail.
  get #height() { return this.#data.height - this.#data.railHeight; }

  // Where it is before anybody has played it.
  #restingPlace() { return still.matches && !this.isCovered ? this.#data.stillAt : 0; }

  // A caption that nothing moves into view is there in full.
  #momentOf({ at }) { return still.matches ? Math.min(at + readable, this.#data.duration) : at; }

  #stageOfThePage() {
    return this.#figure.querySelector(narrow.matches ? ".stage.narrow" : ".stage.wide") ?? this.#figure.querySelector(".stage");
  }

  #load(isChanged = false) {
    this.#stage = this.#stageOfThePage();
    this.#data = JSON.parse(this.#stage.querySelector(".scene-data").textContent);
    const picture = this.#stage.querySelector(".picture");
    for (const place of [this.#stage, picture]) place.style.setProperty("--shape", `${this.#data.width}/${this.#height}`);
    const svg = picture.shadowRoot.querySelector("svg");
    register(svg);
    this.#film = new Film(svg, this.#data.duration, isChanged && svg !== this.#film.svg);
    this.#scrubber.max = this.#data.duration;
    this.#ticks.replaceChildren(...this.#data.captions.map(({ at }) => {
      const mark = make("i");
      mark.style.left = `${(100 * at) / this.#data.duration}%`;
      return mark;
    }));
    this.#offerHands();
  }

  // What is held stays where it is, and with it the focus.
  #offerHands() {
    let place = this.#stage.querySelector(".hands");
    if (!place) this.#stage.append(place = make("div", { className: "hands" }));
    const offered = this.#data.hands.filter(({ lever }) => document.querySelector(`.lever[data-lever="${CSS.escape(lever)}"]`));
    while (place.children.length > offered.length) {
      if (place.lastElementChild.contains(document.activeElement)) this.#play.focus();
      place.lastElementChild.remove();
    }
    offered.forEach((hand, i) => {
      const kind = hand.prompt ? "prompt" : "hand";
      const before = place.children[i];
      const element = before?.matches(`.${kind}`) ? before : kind === "prompt" ? makePrompt() : make("button", { type: "button", className: "hand" });
      if (!before) place.append(element);
      else if (element !== before) before.replaceWith(element);
      if (hand.prompt) this.#offerPrompt(element, hand);
      else this.#offerButton(element, hand);
    });
  }

  #offerButton(button, hand) {
    this.#put(button, hand);
    button.classList.toggle("leftmost", hand.x + hand.width / 2 < this.#data.width / 2);
    button.replaceChildren(make("span", {}, hand.label, ...(hand.key ? [" ", make("kbd", { textContent: hand.key, ariaHidden: "true" })] : [])));
    if (hand.key) button.setAttribute("aria-keyshortcuts", hand.key);
    else button.removeAttribute("aria-keyshortcuts");
    button.onclick = () => this.#take(button, hand.lever, hand.value);
  }

  // The picture shows what the lever is at; the field covers it while somebody types. What is refused gives way to it.
  #offerPrompt(element, { prompt, ...hand }) {
    const [field, note, key] = element.children;
    const isNumber = () => /^\d+$/.test(field.value.trim()) && Number(field.value) <= prompt.maximum;
    const putBack = () => {
      field.value = String(Math.round(Number(hand.value) * prompt.scale));
    };
    const rest = () => {
      element.classList.remove("typing");
      note.textContent = "";
      putBack();
    };
    for (const [part, area] of [[field, hand], [note, prompt]]) {
      this.#put(part, area);
      part.style.fontSize = `${(letters * 100 * area.height) / this.#data.width}cqw`;
    }
    field.ariaLabel = hand.label;
    field.maxLength = 2 * String(prompt.maximum).length; // what is no number is seen before it is refused
    field.onfocus = () => field.select();
    field.onblur = rest;
    field.oninput = () => {
      element.classList.add("typing");
      note.textContent = isNumber() ? prompt.notes[Number(field.value)] : `a whole number from 0 to ${prompt.maximum}`;
    };
    const enter = () => {
      if (!isNumber()) {
        putBack();
        field.select();
        return; // and the note still says why
      }
      const value = String(Number(field.value) / prompt.scale);
      rest();
      this.#go(0); // a command that is given anew begins the story
      if (value !== String(Number(hand.value))) this.#take(field, hand.lever, value);
      else if (!still.matches) this.play();
    };
    field.onkeydown = (event) => {
      if (event.key === "Escape") rest();
      if (event.key === "Enter") enter();
    };

    // What is typed stays in the field while the key is pressed.
    key.hidden = !prompt.enter;
    if (prompt.enter) this.#put(key, prompt.enter);
    key.onpointerdown = (event) => event.preventDefault();
    key.onclick = enter;
    rest();
  }

  #put(element, { x, y, width, height }) {
    const share = (part, whole) => `${(100 * part) / whole}%`;
    const wide = this.#data.width;
    const high = this.#height;
    Object.assign(element.style, { left: share(x, wide), top: share(y, high), width: share(width, wide), height: share(height, high) });
  }

  #take(element, lever, value) {
    this.#isAsked = this.#isTaken = true;
    element.dispatchEvent(new CustomEvent("hand", { bubbles: true, detail: { lever, value } }));
  }

  #see({ intersectionRect, boundingClientRect, rootBounds }) {
    const most = Math.min(boundingClientRect.height, rootBounds?.height ?? innerHeight);
    const isHalf = most > 0 && intersectionRect.height >= most / 2;
    const wasInView = this.isInView;
    this.isInView = isHalf || (wasInView && intersectionRect.height > 0);
    if (wasInView && !this.isInView) {
      this.leave();
      this.#tell(null); // charts are whole again for who reads on
    }
    if (this.isInView && !wasInView) this.#show();
    next();
  }

  /** Stops until it is seen again. */
  leave() {
    if (!this.#film.isPlaying) return;
    this.pause();
    this.isWaiting = true;
  }

  #toggle() {
    this.#isAsked = true;
    if (this.#film.isPlaying) this.pause();
    else this.play();
  }

  #go(at) {
    this.#isAsked = true;
    this.isWaiting = false;
    this.pause();
    this.#stand(at);
  }

  #stand(at) {
    this.#film.stand(at);
    this.#show();
  }

  // Who asked for less motion sees the captions' moments and none between.
  #scrubbed() {
    const at = Number(this.#scrubber.value);
    const nearest = (moments) => moments.reduce((best, moment) => (Math.abs(moment - at) < Math.abs(best - at) ? moment : best));
    return still.matches ? nearest([...this.#data.captions.map((caption) => this.#momentOf(caption)), this.#data.duration]) : at;
  }

  // The one before is that which is being said, until it has just begun.
  #goToCaption(direction) {
    const { time } = this.#film;
    const { captions, duration } = this.#data;
    const caption = direction > 0 ? captions.find(({ at }) => at > time + atOnce) : captions.findLast(({ at }) => at + readable < time - atOnce);
    this.#go(caption ? Math.min(caption.at + readable, duration) : direction > 0 ? duration : 0);
  }

  #step(direction) {
    if (still.matches) {
      this.#goToCaption(direction);
      return;
    }
    const { knots, step } = this.#data;
    this.#go(along(knots, along(knots, this.#film.time, 1, 0) + direction * step, 0, 1));
  }

  #press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select, details, .prompt")) return;
    const isPressed = event.target.closest("button, [type=checkbox]");
    const actions = {
      ArrowRight: () => this.#step(1), ArrowLeft: () => this.#step(-1),
      ...(event.target === this.#scrubber && { ArrowUp: () => this.#step(1), ArrowDown: () => this.#step(-1) }),
      PageUp: () => this.#goToCaption(1), PageDown: () => this.#goToCaption(-1),
      " ": isPressed || still.matches ? undefined : () => this.#toggle(),
    };
    const hand = [...this.#stage.querySelectorAll(".hand")].find((button) => button.getAttribute("aria-keyshortcuts")?.toLowerCase() === event.key.toLowerCase() && button.checkVisibility());
    const action = actions[event.key] ?? (hand && (() => hand.click()));
    if (!action) return;
    event.preventDefault();
    action();
  }

  #awaitFrame() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #follow() {
    if (!this.#film.isPlaying) return;
    const { time } = this.#film;
    const stop = this.#stops.checked && this.#data.captions.map(({ at }) => at + readable).find((at) => at > Number(this.#scrubber.value) && at <= time && at < this.#data.duration);
    if (stop) this.#go(stop);
    else if (time >= this.#data.duration) {
      this.pause();
      next();
    } else {
      this.#show();
      this.#awaitFrame();
    }
  }

  #show() {
    const { captions, duration, knots, readings } = this.#data;
    const { time, isPlaying } = this.#film;
    const wordsAt = (moment) => latest(readings, ([at]) => at, moment)[1];
    this.#scrubber.value = time;
    this.#scrubber.style.setProperty("--at", `${(100 * time) / duration}%`);
    const words = wordsAt(time);
    if (this.#scrubber.getAttribute("aria-valuetext") !== words) this.#scrubber.setAttribute("aria-valuetext", words);
    const shown = wordsAt(time < duration ? Math.floor((time + atOnce) / tick) * tick : duration);
    if (this.#clock.textContent !== shown) this.#clock.textContent = shown;
    this.#play.classList.toggle("playing", isPlaying);
    this.#play.ariaLabel = isPlaying ? "Pause" : "Play";
    const caption = latest(captions, ({ at }) => at, time);
    if (caption !== this.#said) {
      this.#words.textContent = caption ? `${caption.headline} ${caption.detail}` : "";
      if (this.#isAsked && caption) this.#voice.textContent = this.#words.textContent;
    }
    this.#said = caption;
    if (isPlaying || this.#isAsked) this.#tell(time < duration ? along(knots, time, 1, 0) : null);
  }

  /** Tells whoever follows what moment of its run the scene shows, in the run's own time; null where it shows none in particular. */
  #tell(story) {
    const { timeline } = this.#figure.dataset;
    if (timeline) this.#figure.dispatchEvent(new CustomEvent("moment", { bubbles: true, detail: { timeline, story } }));
  }
}

function take(figure) {
  if (owners.has(figure)) owners.get(figure).reload();
  else owners.set(figure, new Player(figure));
}

document.querySelectorAll("figure.scene").forEach(take);

// A scene has come, or become another.
document.addEventListener("scene", ({ target }) => take(target));

const all = (work) => players().forEach(work);
narrow.addEventListener("change", () => all((player) => player.refit()));
still.addEventListener("change", () => all((player) => player.pause()));
addEventListener("beforeprint", () => all((player) => player.print(true)));
addEventListener("afterprint", () => all((player) => player.print(false)));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) all((player) => player.leave());
  else next();
});
