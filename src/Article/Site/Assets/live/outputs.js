// Puts what a cell shows into the page, in place of what it showed before.

/** Makes a function that updates a cell's outputs; HTML that cells made is reduced to some tags and attributes. */
export function outputs(tags, attributes) {
  const ofCells = new Set(tags);
  const kept = new Set(attributes);

  // Figures and printed text come from the page's own templates.
  const isOurs = (element) => element.matches("figure.figure, pre.output");

  function reduce(element) {
    for (const child of [...element.children]) {
      if (!ofCells.has(child.localName)) {
        child.remove();
        continue;
      }
      for (const { name, value } of [...child.attributes]) {
        if (!kept.has(name) || (name === "href" && !/^(https?:|#|[^:]*$)/i.test(value))) child.removeAttribute(name);
      }
      reduce(child);
    }
  }

  function parse(html) {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    const region = body.firstElementChild?.matches("div.scroll[role=group]") ? body.firstElementChild : null;
    // A cell's HTML may close the region around it: everything is reduced, then the region gets its role back.
    if (!body.firstElementChild || !isOurs(body.firstElementChild)) reduce(body);
    for (const [name, value] of region ? [["tabindex", "0"], ["role", "group"], ["aria-label", "Table"]] : []) region.setAttribute(name, value);
    return [...body.children];
  }

  return (container, pieces) => {
    const fresh = pieces.flatMap(parse);
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
  const [before, after] = [old, element].map((figure) => figure.querySelector("script.chart").textContent);
  for (const part of [".figure-title", "figcaption > p", ".data .scroll"]) {
    const [from, to] = [element.querySelector(part), old.querySelector(part)];
    if (from.innerHTML !== to.innerHTML) to.replaceChildren(...[...from.childNodes].map((node) => document.adoptNode(node)));
  }
  old.querySelector(".plot").setAttribute("aria-label", element.querySelector(".plot").getAttribute("aria-label"));
  old.querySelector(".data .scroll").setAttribute("aria-label", element.querySelector(".data .scroll").getAttribute("aria-label"));
  if (before === after) return;
  old.querySelector("script.chart").textContent = after;
  old.dispatchEvent(new Event("chart", { bubbles: true }));
}
