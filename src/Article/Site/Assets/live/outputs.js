// Puts what a cell shows into the page, in place of what it showed before.

// What the page's own templates add to what cells may show.
const template = { tags: [], attributes: ["tabindex", "role", "aria-label"], classes: ["scroll", "output"] };
const figure = {
  tags: ["figure", "figcaption", "script"],
  attributes: ["id", "type", "aria-labelledby", "aria-describedby"],
  classes: ["figure", "hero", "figure-title", "plot", "figure-data", "plotly-data", "data"],
};
const dataOfAFigure = "script:is(.figure-data, .plotly-data)";
const partsOfAFigure = [".figure-title", ".plot", dataOfAFigure, "figcaption > p", ".data .scroll"];

const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";

function together(...lists) {
  const all = (kind) => new Set(lists.flatMap((list) => list[kind]));
  return { tags: all("tags"), attributes: all("attributes"), classes: all("classes") };
}

/**
 * Makes a function that updates a cell's outputs. Whatever comes from the worker is reduced to some tags, attributes and
 * classes, as cells run there: what says it is a figure may be a cell's own HTML.
 */
export function outputs(ofCells) {
  const inText = together(ofCells, template);
  const inFigure = together(ofCells, template, figure);

  function isKept({ name, value }, rules) {
    if (!rules.attributes.has(name)) return false;
    return name === "href" ? /^(https?:|#|[^:]*$)/i.test(value) : name !== "id" || value.startsWith("figure-");
  }

  function reduce(element, rules) {
    for (const child of [...element.children]) {
      if (!rules.tags.has(child.localName) || (child.localName === "script" && child.type !== "application/json")) {
        child.remove();
        continue;
      }
      for (const attribute of [...child.attributes]) {
        if (!isKept(attribute, rules)) child.removeAttribute(attribute.name);
      }
      for (const name of [...child.classList]) {
        if (!rules.classes.has(name)) child.classList.remove(name);
      }
      if (child.classList.length === 0) child.removeAttribute("class");
      reduce(child, rules);
    }
  }

  function parse(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const isFigure = body.firstElementChild?.matches("figure.figure") && partsOfAFigure.every((part) => body.firstElementChild.querySelector(part));
    reduce(body, isFigure ? inFigure : inText);
    if (![...body.childNodes].some(isText)) return [...body.children];
    const whole = document.createElement("div");
    whole.append(...body.childNodes);
    return [whole];
  }

  return (container, pieces) => {
    const fresh = pieces.flatMap(parse);
    [...container.childNodes].filter(isText).forEach((text) => text.remove());
    fresh.forEach((element, i) => {
      const old = container.children[i];
      if (!old) container.append(document.adoptNode(element));
      else if (old.matches("figure.figure") && element.matches("figure.figure")) return updateFigure(old, element);
      else update(old, element);
      if (element.matches("figure.figure")) element.dispatchEvent(new Event("chart", { bubbles: true }));
    });
    while (container.children.length > fresh.length) container.lastElementChild.remove();
  };
}

// One for all: what is hidden, or asked not to move, never comes to the end of its animation.
document.addEventListener("animationend", ({ target }) => target.classList.remove("fresh"));

function update(old, element) {
  if (old.localName !== element.localName || old.className !== element.className) {
    old.replaceWith(document.adoptNode(element));
  } else if (old.innerHTML !== element.innerHTML) {
    // The element itself stays, and with it the focus and whether it stands open.
    old.replaceChildren(...[...element.childNodes].map((node) => document.adoptNode(node)));
    old.classList.remove("fresh");
    void old.offsetWidth;
    old.classList.add("fresh");
  }
}

function updateFigure(old, element) {
  const [before, after] = [old, element].map((figure) => figure.querySelector(dataOfAFigure));
  for (const part of [".figure-title", "figcaption > p", ".data .scroll"]) {
    const [from, to] = [element.querySelector(part), old.querySelector(part)];
    if (from.innerHTML !== to.innerHTML) to.replaceChildren(...[...from.childNodes].map((node) => document.adoptNode(node)));
  }
  old.querySelector(".plot").setAttribute("aria-label", element.querySelector(".plot").getAttribute("aria-label"));
  old.querySelector(".data .scroll").setAttribute("aria-label", element.querySelector(".data .scroll").getAttribute("aria-label"));
  if (before.textContent === after.textContent && before.className === after.className) return;
  before.replaceWith(document.adoptNode(after));
  old.dispatchEvent(new Event("chart", { bubbles: true }));
}
