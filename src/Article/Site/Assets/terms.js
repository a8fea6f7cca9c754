// Shows what a term means beside it, for a pointer that rests on it or the keyboard's focus; Escape takes it away.

const note = document.createElement("div");
note.id = "term-note";
note.setAttribute("role", "tooltip");
note.hidden = true;
let shown;
let leaving;

function show(link) {
  clearTimeout(leaving);
  hide();
  shown = link;
  note.textContent = link.dataset.definition;
  note.hidden = false;
  link.setAttribute("aria-describedby", note.id);
  const place = link.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - note.offsetWidth - 8));
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${place.bottom + scrollY + 6}px`;
}

function hide() {
  shown?.removeAttribute("aria-describedby");
  shown = null;
  note.hidden = true;
}

// The pointer may move on to the note itself without losing it.
const leave = () => { leaving = setTimeout(hide, 250); };

const terms = document.querySelectorAll("a.term[data-definition]");
if (terms.length > 0) document.body.append(note);
for (const link of terms) {
  link.addEventListener("pointerenter", () => show(link));
  link.addEventListener("pointerleave", leave);
  link.addEventListener("focus", () => show(link));
  link.addEventListener("blur", hide);

  // The reader may have been there before this script.
  if (link.matches(":focus")) show(link);
}
note.addEventListener("pointerenter", () => clearTimeout(leaving));
note.addEventListener("pointerleave", leave);
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
