// Puts what a cell shows into the page, in place of what it showed before.

// What the page's own templates add to what cells may show.
const template = { tags: [], attributes: ["tabindex", "role", "aria-label"], classes: ["scroll", "output"] };
const figure = {
  tags: ["figure", "figcaption", "script"],
  attributes: ["id", "type", "aria-labelledby", "aria-describedby"],
  classes: ["figure", "hero", "figure-title", "plot", "figure-data", "plotly-data", "data"],
};
const scene = {
  tags: ["figure", "figcaption", "script", "template"],
  attributes: ["id", "type", "aria-labelledby", "data-timeline"],
  classes: ["scene", "hero", "figure-title", "stages", "stage", "wide", "narrow", "picture", "scene-data", "captions"],
};
const reveal = { tags: ["script"], attributes: ["type"], classes: ["reveal", "reveal-data", "verdict", "verdict-low", "verdict-right", "verdict-high", "verdict-other", "guessed"] };
const dataOfAFigure = "script:is(.figure-data, .plotly-data)";
const partsOfAFigure = [".figure-title", ".plot", dataOfAFigure, "figcaption > p", ".data .scroll"];
const partsOfAScene = [".figure-title", ".stages > .stage > .picture > template", ".stage > script.scene-data", "figcaption > p", ".captions > ol"];
const partsOfAReveal = ["script.reveal-data", "details.answer"];
const sizes = [".stage.wide", ".stage.narrow"];

const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";

const htmlNamespace = "http://www.w3.org/1999/xhtml";

function together(...lists) {
  const all = (kind) => new Set(lists.flatMap((list) => list[kind]));
  return { tags: all("tags"), attributes: all("attributes"), classes: all("classes") };
}

/**
 * Makes a function that updates a cell's outputs. Whatever comes from the worker is reduced as SafeHtml.cs reduces it for the
 * page as it is written, by the same rules, as cells run there: what says it is a figure or a scene may be a cell's own HTML.
 * The picture of a scene is not reduced but refused, by the same rules as in SafeSvg.cs; then its words are left.
 */
export function outputs(rules) {
  const inText = { ...together(rules.html), keepsStyles: true };
  const inTerminal = together(rules.html, template, { tags: [], attributes: [], classes: rules.terminal });
  const inFigure = together(rules.html, template, figure);
  const inScene = together(rules.html, template, scene);
  const inReveal = together(rules.html, template, reveal);
  const [unseen, styles] = [rules.unseen, rules.styles].map((list) => new Set(list));
  const [pictureAddress, declaration] = [new RegExp(rules.picture), new RegExp(rules.declaration, "i")];
  const [tags, attributes, functions, atRules] = ["tags", "attributes", "functions", "rules"].map((kind) => new Set(rules.svg[kind]));

  function isKept({ name, value }, element, kept) {
    if (!kept.attributes.has(name)) return false;
    if (name === "src") return element.localName === "img";
    return name === "href" ? /^(https?:|#|[^:]*$)/i.test(value) : name !== "id" || value.startsWith("figure-");
  }

  function reduceStyle(style) {
    return style.split(";").map((text) => declaration.exec(text)).filter((found) => found && styles.has(found[1].toLowerCase()))
      .map(([, name, value]) => `${name.toLowerCase()}: ${value}`).join("; ");
  }

  function reduceAttributes(element, kept) {
    const style = kept.keepsStyles ? reduceStyle(element.getAttribute("style") ?? "") : "";
    for (const attribute of [...element.attributes]) {
      if (!isKept(attribute, element, kept)) element.removeAttribute(attribute.name);
    }
    if (style) element.setAttribute("style", style);
    for (const name of [...element.classList]) {
      if (!kept.classes.has(name)) element.classList.remove(name);
    }
    if (element.classList.length === 0) element.removeAttribute("class");
  }

  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  }

  const note = (what) => make("span", rules.lostClass, `[${what}, ${rules.lostWords}]`);

  function noteOfPicture(image) {
    const [address, alternative] = [image.getAttribute("src") ?? "", image.getAttribute("alt")];
    const words = alternative ? `the picture “${alternative}”` : "a picture";
    if (!/^https?:\/\//i.test(address)) return note(words);
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    return make("span", rules.lostClass, "[", link, ` on another site, ${rules.lostWords}]`);
  }

  /** Gives a picture the shadow root that it has on a page as it is written. */
  function draw(host, style, svg) {
    const sheet = document.createElement("style");
    sheet.textContent = style;
    host.attachShadow({ mode: "open" }).append(sheet, svg);
  }

  function drawInPlace(svg) {
    const host = make("span", rules.drawing);
    svg.replaceWith(host);
    draw(host, rules.drawingStyle, svg);
  }

  function reduce(element, kept) {
    for (const child of [...element.children]) {
      const name = child.localName;
      if (kept.tags.has(name) && (name === "template" || (name === "script" && child.type === "application/json"))) reduceAttributes(child, kept);
      else if (unseen.has(name)) child.remove();
      else if (name === "svg" && isSafe(child)) drawInPlace(child);
      else if (Object.hasOwn(rules.lost, name)) child.replaceWith(note(rules.lost[name]));
      else if (name === "img" && !pictureAddress.test(child.getAttribute("src") ?? "")) child.replaceWith(noteOfPicture(child));
      else {
        reduce(child, kept);
        if (kept.tags.has(name) && child.namespaceURI === htmlNamespace) reduceAttributes(child, kept);
        else child.replaceWith(...child.childNodes);
      }
    }
  }

  function withoutComments(body) {
    const comments = document.createNodeIterator(body, NodeFilter.SHOW_COMMENT);
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) comment.remove();
  }

  /** What stands by itself: tables scroll, and what has a look of its own is held to its place. */
  function frame(body) {
    for (const table of [...body.children].filter(({ localName }) => localName === "table")) {
      const region = make("div", "scroll");
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Table"]]) region.setAttribute(name, value);
      table.replaceWith(region);
      region.append(table);
    }
    if (body.querySelector(rules.looksItsOwnWay) || [...body.childNodes].some(isText)) body.append(make("div", rules.ownLook, ...body.childNodes));
  }

  function isSafeStyle(style) {
    if (/^[\w .-]*$/.test(style)) return true; // most attributes are a number or a name
    if (/[\\<&]|:host|::|url\((?!#[\w-]+\))/i.test(style)) return false;
    return [...style.matchAll(/([^\s(){},:;"'+*/]*)\(/g)].every(([, name]) => name === "" || functions.has(name))
      && [...style.matchAll(/@([^\s({;]*)/g)].every(([, name]) => atRules.has(name));
  }

  // What is used once more uses nothing itself, or a few elements would become a great many.
  function isPathOfItsOwn(element, picture) {
    const [, id] = /^#([\w-]+)$/.exec(element.getAttribute("href")) ?? [];
    return element.localName === "use" && id && picture.querySelector(`#${CSS.escape(id)}`)?.localName === "path";
  }

  function isSafe(element, picture = element) {
    return element.namespaceURI === "http://www.w3.org/2000/svg" && tags.has(element.localName) && (!element.hasAttribute("href") || isPathOfItsOwn(element, picture))
      && [...element.attributes].every(({ name, value }) => attributes.has(name) && isSafeStyle(value))
      && [...element.childNodes].every((node) => {
        const isWords = node.nodeType === Node.TEXT_NODE;
        if (element.localName === "style") return isWords && isSafeStyle(node.data);
        return isWords || (node.nodeType === Node.ELEMENT_NODE && isSafe(node, picture));
      });
  }

  /** Gives a scene's pictures the shadow roots that a page as it is written has; only the scene's words are left if one is not safe. */
  function open(whole) {
    const pictures = [...whole.querySelectorAll("template")].map((template) => ({ template, host: template.parentElement, svg: template.content.querySelector("svg") }));
    if (!pictures.every(({ host, svg }) => host.matches(".picture") && svg && isSafe(svg))) {
      const words = document.createElement("pre");
      words.className = "output";
      words.textContent = [".figure-title", "figcaption > p"].map((part) => whole.querySelector(part).textContent).join("\n");
      whole.replaceWith(words);
      return;
    }
    for (const { template, host, svg } of pictures) {
      template.remove();
      draw(host, "svg{display:block;width:100%;height:auto}text{visibility:var(--letters,visible)}", svg);
    }
  }

  function parse(html) {
    const { body } = new DOMParser().parseFromString(`<!DOCTYPE html><body>${html}`, "text/html");
    const isWhole = (selector, parts) => body.firstElementChild?.matches(selector) && parts.every((part) => body.firstElementChild.querySelector(part));
    const isScene = isWhole("figure.scene", partsOfAScene);
    const whole = isScene ? inScene : isWhole("figure.figure", partsOfAFigure) ? inFigure : isWhole("div.reveal", partsOfAReveal) ? inReveal : body.children.length === 1 && isWhole("pre.output", []) ? inTerminal : null;
    const hasScript = body.querySelector("script") !== null;
    withoutComments(body);
    reduce(body, whole ?? inText);
    if (isScene) open(body.firstElementChild);
    else if (!whole) {
      if (hasScript && body.textContent.trim() === "" && !body.querySelector(rules.visible)) body.append(note(rules.scriptAlone));
      frame(body);
    }
    return [...body.children];
  }

  const shown = new WeakMap(); // what the worker has made of each cell

  return (container, pieces) => {
    const before = shown.get(container);
    if (before?.length === pieces.length && before.every((piece, i) => piece === pieces[i])) return;
    shown.set(container, pieces);
    const fresh = pieces.flatMap(parse);
    [...container.childNodes].filter(isText).forEach((text) => text.remove());
    fresh.forEach((element, i) => {
      const old = container.children[i];
      if (!old) container.append(document.adoptNode(element));
      else if (old.matches("figure.figure") && element.matches("figure.figure")) return updateFigure(old, element);
      else if (old.matches("figure.scene") && element.matches("figure.scene")) return updateScene(old, element);
      else if (old.matches(".reveal") && element.matches(".reveal")) return updateReveal(old, element);
      else update(old, element);
      if (element.matches("figure.figure")) tell(element, "chart");
      if (element.matches("figure.scene")) tell(element, "scene");
      if (element.matches(".reveal")) tell(element, "reveal");
    });
    while (container.children.length > fresh.length) container.lastElementChild.remove();
  };
}

const tell = (element, news) => element.dispatchEvent(new Event(news, { bubbles: true }));

// What stands in shadow roots is content too.
const drawn = (element) => `${element.innerHTML}${[...element.querySelectorAll("*")].map((part) => (part.matches(".drawing") ? part.shadowRoot.innerHTML : "")).join()}`;

const contentOf = (element, selector) => [...(element?.querySelectorAll(selector) ?? [])].map((part) => part.innerHTML).join();

/** Puts the parts of one element that differ in the places of those of another, which stay themselves. */
function updateParts(old, element, selectors) {
  for (const selector of selectors) {
    const [from, to] = [element.querySelector(selector), old.querySelector(selector)];
    if (from.innerHTML !== to.innerHTML) to.replaceChildren(...[...from.childNodes].map((node) => document.adoptNode(node)));
  }
}

// One for all: what is hidden, or asked not to move, never comes to the end of its animation.
document.addEventListener("animationend", ({ target }) => target.classList.remove("fresh"));

function update(old, element) {
  old.classList.remove("fresh");
  if (old.localName !== element.localName || old.className !== element.className) {
    old.replaceWith(document.adoptNode(element));
  } else if (drawn(old) !== drawn(element)) {
    // The element itself stays, and with it the focus and whether it stands open.
    old.replaceChildren(...[...element.childNodes].map((node) => document.adoptNode(node)));
    void old.offsetWidth;
    old.classList.add("fresh");
  }
}

function updateFigure(old, element) {
  const [before, after] = [old, element].map((figure) => figure.querySelector(dataOfAFigure));
  updateParts(old, element, [".figure-title", "figcaption > p", ".data .scroll"]);
  old.querySelector(".plot").setAttribute("aria-label", element.querySelector(".plot").getAttribute("aria-label"));
  old.querySelector(".data .scroll").setAttribute("aria-label", element.querySelector(".data .scroll").getAttribute("aria-label"));
  if (before.textContent === after.textContent && before.className === after.className) return;
  before.replaceWith(document.adoptNode(after));
  tell(old, "chart");
}

// The answer stays as folded or open as it is.
function updateReveal(old, element) {
  const [answer, fresh] = [old, element].map((reveal) => reveal.querySelector("details"));
  if (answer.innerHTML !== fresh.innerHTML) answer.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  fresh.remove();
  [...old.childNodes].filter((node) => node !== answer).forEach((node) => node.remove());
  answer.before(...[...element.childNodes].map((node) => document.adoptNode(node)));
  tell(old, "reveal");
}

// A stage of the size that has not come is as it was only if the other one is.
function updateScene(old, element) {
  const drawn = (stage) => stage && `${stage.querySelector(".picture").shadowRoot.querySelector("svg").innerHTML}${contentOf(stage, ".scene-data")}`;
  const stages = sizes.map((size) => [old, element].map((figure) => figure.querySelector(size)));
  const isNew = stages.some(([before, after]) => after && drawn(before) !== drawn(after));
  if (!isNew) return;
  updateParts(old, element, [".figure-title", "figcaption > p", ".captions > ol"]);
  for (const [before, after] of stages) {
    if (!after) before?.remove();
    else if (!before) old.querySelector(".stages").append(document.adoptNode(after));
    else {
      const [from, to] = [after, before].map((stage) => stage.querySelector(".picture").shadowRoot.querySelector("svg"));
      to.replaceWith(document.adoptNode(from));
      before.querySelector(".scene-data").replaceWith(document.adoptNode(after.querySelector(".scene-data")));
    }
  }
  tell(old, "scene");
}
