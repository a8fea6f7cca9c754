// Typesets the mathematics of a page. A formula stays in its place as it is written in TeX; what KaTeX makes of it lies in a
// shadow root over that, so that a lever that brings the same formula again changes nothing.

import "./katex/katex.min.js";

const longest = 10_000; // characters of a formula
const limits = { trust: false, strict: "ignore", maxSize: 20, maxExpand: 1000 };

// Styles of the page do not reach into a shadow root; its fonts do. Of a file on the disk a browser does not tell what is in
// it, and so there every formula has the file itself.
const written = document.querySelector(".katex-style");
const style = location.protocol === "file:" && written.matches("link") ? null : new CSSStyleSheet();
style?.replaceSync([...written.sheet.cssRules].map(({ cssText }) => cssText).join("\n"));

// The marks tell whether a formula has a line of its own: \[…\] or \(…\).
function typeset(place) {
  const text = place.textContent.trim();
  if (text.length > longest || !/^\\[[(]/.test(text)) return;
  const formula = document.createElement("span");
  const source = text.slice(2, -2);
  try {
    katex.render(source, formula, { ...limits, displayMode: text.startsWith("\\[") });
  } catch {
    const code = document.createElement("code"); // what is no TeX is read as it is written
    code.textContent = source;
    formula.append(code);
  }
  const root = place.attachShadow({ mode: "open" });
  if (style) root.adoptedStyleSheets = [style];
  else root.append(written.cloneNode());
  root.append(formula);
}

const typesetAll = () => [...document.querySelectorAll("main :is(span, div).math")].filter((place) => !place.shadowRoot).forEach(typeset);
new MutationObserver(typesetAll).observe(document.querySelector("main"), { childList: true, subtree: true });
typesetAll();
