// Keeps a picture in view while its text passes: beside the text where there is room for both (article.css does that), and
// elsewhere as a strip at the top of the page, as long as a question about it is on the screen.

const strips = matchMedia("(max-width: 77.99rem) and (min-height: 34rem)"); // as in article.css
const most = 0.36; // of the height of the page

const bar = document.querySelector(".bar");

class Passage {
  #element;
  #picture;
  #asked;
  #whole = 0; // the picture's own height
  #end = 0; // where the picture's own place ends, from where the passage begins

  constructor(element) {
    const stays = element.querySelector(".stays");
    this.#element = element;
    this.#picture = [...stays.querySelectorAll(".outputs:has(figure)")].at(-1);
    this.#picture.classList.add("lasting");
    this.#asked = [...element.querySelectorAll(":is(.told.after, .told.after > .until-guessed) > :is(.question, .outputs:has(.answer))")];

    // A picture that is taller than the page stays where its end is in view.
    new ResizeObserver(() => {
      if (!this.isStrip) element.style.setProperty("--height", `${stays.offsetHeight}px`);
    }).observe(stays);
  }

  get isStrip() { return this.#element.classList.contains("strip"); }

  place() {
    const start = this.#element.getBoundingClientRect().top;
    if (!this.isStrip) {
      this.#whole = this.#picture.offsetHeight;
      this.#end = this.#picture.getBoundingClientRect().bottom - start;
    }
    const height = Math.min(this.#whole, Math.round(most * document.documentElement.clientHeight));
    const edge = bar.offsetHeight + height;
    const isStrip = strips.matches && height > 0 && start + this.#end <= edge && this.#asked.some((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return top < innerHeight && bottom > edge;
    });
    if (isStrip === this.isStrip) return;

    // Nothing of the text moves: what the picture gives up, with the margins around it, stands empty below it.
    const place = this.#placeOfText();
    const empty = this.#whole - height;
    this.#element.style.setProperty("--strip", `${height}px`);
    this.#element.style.setProperty("--rest", `${empty}px`);
    this.#element.classList.toggle("strip", isStrip);
    if (isStrip) this.#element.style.setProperty("--rest", `${empty + place - this.#placeOfText()}px`);
  }

  #placeOfText() { return this.#asked[0].getBoundingClientRect().top - this.#element.getBoundingClientRect().top; }
}

const passages = [...document.querySelectorAll(".passage:has(.stays figure)")].map((element) => new Passage(element));

let frame = 0;
function place() {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => passages.forEach((passage) => passage.place()));
}
addEventListener("scroll", place, { passive: true });
addEventListener("resize", place);
document.addEventListener("toggle", place, { capture: true });
strips.addEventListener("change", place);
place();
