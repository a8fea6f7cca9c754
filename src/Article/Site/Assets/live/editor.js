// Opens code cells for editing: run, suggestions, diagnostics at their lines, stop, revert.

import { suggestions } from "./suggestions.js";

const slow = 2000; // milliseconds after which a run can be stopped

/** Puts an "Edit" button to each code cell but the one that declares the levers and those that a page cannot run. */
export function editors(cells, { isEditable, wanted, busy, say }) {
  const open = new Map();
  for (const place of document.querySelectorAll(".source[data-cell]")) {
    if (!isEditable(place.dataset)) continue;
    const button = make("button", { type: "button", className: "edit", textContent: "Edit" });
    button.setAttribute("aria-label", "Edit this code");
    button.addEventListener("click", () => {
      button.hidden = true;
      cells.warmUp();
      open.set(place.dataset.cell, new Editor(place, button));
    });
    place.querySelector(".tools").append(button);
  }

  class Editor {
    constructor(place, button) {
      this.id = place.dataset.cell;
      this.shown = place.querySelector("pre").parentElement;
      this.source = place.querySelector("pre").textContent.replace(/^\n|\n$/g, "");
      this.button = button;
      this.text = make("textarea", { value: this.source, spellcheck: false, autocapitalize: "off" });
      this.text.setAttribute("aria-label", "C# code of this cell. Ctrl+Enter runs it, Ctrl+Space suggests what could be written.");
      this.lines = make("div", { className: "lines" });
      this.lines.setAttribute("aria-hidden", "true");
      this.errors = make("ul", { className: "errors", id: `errors-${this.id}` });
      this.errors.setAttribute("role", "alert");
      this.text.setAttribute("aria-describedby", this.errors.id);
      const act = (words, action) => {
        const control = make("button", { type: "button", textContent: words });
        control.addEventListener("click", action);
        return control;
      };
      this.stopper = act("Stop", () => this.stop());
      this.stopper.hidden = true;
      const area = make("div", { className: "editor-area" });
      area.append(this.lines, this.text);
      suggestions(this.text, (source, position) => cells.complete(this.id, source, position));
      const actions = make("div", { className: "editor-actions" });
      actions.append(act("Run", () => this.run(false)), act("Run all below", () => this.run(true)), act("Revert", () => this.revert()), this.stopper);
      this.box = make("div", { className: "editor" });
      this.box.append(area, this.errors, actions);
      this.text.addEventListener("input", () => this.number());
      this.text.addEventListener("scroll", () => { this.lines.scrollTop = this.text.scrollTop; });
      this.text.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          this.run(event.shiftKey);
        }
      });
      this.shown.hidden = true;
      place.append(this.box);
      this.isInForce = true; // whether it is the code in the box that runs, as far as the reader has told to run it
      this.number();
      this.text.setSelectionRange(0, 0); // with the cursor behind a long last line the others would be out of view
      this.text.focus();
    }

    /** Numbers the lines, those with errors marked. */
    number(wrong = []) {
      const count = this.text.value.split("\n").length;
      this.text.rows = Math.max(2, count);
      this.lines.replaceChildren(...Array.from({ length: count }, (_, i) => make("span", { textContent: i + 1, className: wrong.includes(i + 1) ? "wrong" : "" })));
    }

    async run(below) {
      if (this.isRunning) return;
      this.isRunning = true;
      this.tell([]);
      this.isInForce = true;
      busy("Compiling …");
      this.stopper.hidden = true;
      this.timer = setTimeout(() => { this.stopper.hidden = false; }, slow);
      const error = await cells.edit(this.id, this.text.value, below, [this.id, ...wanted()]);
      if (!error) {
        if (this.isRunning) busy("Running …");
        return; // settled() ends it
      }
      this.settled();
      this.isInForce = false;
      this.tell(diagnostics(error));
    }

    tell(errors) {
      this.number(errors.map(({ line }) => line));
      this.text.setAttribute("aria-invalid", String(errors.length > 0));
      this.errors.replaceChildren(...errors.map(({ line, words }) => {
        const item = make("li", {});
        const jump = make("button", { type: "button", textContent: line ? `Line ${line}: ${words}` : words });
        jump.addEventListener("click", () => this.goTo(line ?? 1));
        item.append(jump);
        return item;
      }));
    }

    goTo(line) {
      const before = this.text.value.split("\n").slice(0, line - 1).join("\n");
      const start = before.length + (line > 1 ? 1 : 0);
      const end = this.text.value.indexOf("\n", start);
      this.text.focus();
      this.text.setSelectionRange(start, end < 0 ? this.text.value.length : end);
    }

    settled() {
      clearTimeout(this.timer);
      this.stopper.hidden = true;
      this.isRunning = false;
    }

    async stop(reason = "") {
      this.settled();
      this.isInForce = false;
      this.tell([{ line: null, words: `Stopped${reason && `, as ${reason}`}. The page goes on with the code as it was before.` }]);
      say("Starting again …");
      await cells.stop(this.id);
    }

    async revert() {
      this.text.value = this.source;
      if (this.isRunning) await this.stop();
      this.tell([]);
      this.box.remove();
      open.delete(this.id);
      this.shown.hidden = false;
      this.button.hidden = false;
      this.button.focus();
      busy("Computing …");
      await cells.edit(this.id, this.source, false, [this.id, ...wanted()]);
    }
  }

  return {
    /** A cell has run: an error that it ended with is shown at its line, unless it is the code before the one in the box that has run. */
    ran(id, error) {
      const editor = open.get(id);
      if (editor?.isInForce) editor.tell(error ? diagnostics(error) : []);
    },

    /** Stops the cell that was told to run, if one was. */
    giveUp(reason) {
      const editor = [...open.values()].find(({ isRunning }) => isRunning);
      editor?.stop(reason);
      return Boolean(editor);
    },

    /** All results are there. */
    settled() {
      open.forEach((editor) => editor.settled());
    },
  };
}

// The compiler tells each error as "(line,column): error CS0103: words"; a running cell tells one, with or without a line.
function diagnostics({ name, message, line, trace }) {
  const told = trace.map((text) => /^\((\d+),\d+\): error (\w+): (.*)$/s.exec(text)).filter(Boolean);
  return told.length > 0
    ? told.map(([, at, code, words]) => ({ line: Number(at), words: `${code}: ${words}` }))
    : [{ line, words: `${name}: ${message}` }];
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
