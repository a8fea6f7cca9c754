// Suggests what could be written at the cursor of a code cell: Ctrl+Space opens a list, arrow keys walk through it.

let lists = 0;

/** Gives a text area its list; ask(source, position) tells what could be written there. */
export function suggestions(text, ask) {
  const list = document.createElement("ul");
  list.id = `suggestions-${++lists}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  text.after(list);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);
  let start = 0;
  let chosen = 0;
  let asked = 0;

  function close() {
    asked++;
    list.hidden = true;
    text.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    chosen = (index + list.children.length) % list.children.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", list.children[chosen].id);
  }

  function take(item) {
    text.setRangeText(item.dataset.text, start, text.selectionStart, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  }

  async function open() {
    const mine = ++asked;
    const found = await ask(text.value, text.selectionStart);
    if (mine !== asked) return;
    if (found.items.length === 0) {
      close();
      return;
    }
    start = found.start;
    list.replaceChildren(...found.items.map(({ text: word, kind }, i) => {
      const item = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, textContent: `${word} ` });
      item.dataset.text = word;
      item.setAttribute("role", "option");
      item.append(Object.assign(document.createElement("small"), { textContent: kind }));
      // Not on the click, which comes after the text area has lost the focus.
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        take(item);
      });
      return item;
    }));
    // Below the word, as every letter is as wide as every other.
    const lines = text.value.slice(0, start).split("\n");
    const { lineHeight } = getComputedStyle(text);
    list.style.setProperty("--top", lines.length - text.scrollTop / parseFloat(lineHeight));
    list.style.setProperty("--left", text.scrollLeft > 0 ? 0 : lines.at(-1).length);
    list.hidden = false;
    choose(0);
  }

  text.addEventListener("keydown", (event) => {
    if (event.key === " " && event.ctrlKey) open();
    else if (list.hidden || event.ctrlKey || event.metaKey) return;
    else if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  text.addEventListener("input", (event) => {
    if (!list.hidden && event.inputType) open();
  });
  text.addEventListener("blur", close);
}
