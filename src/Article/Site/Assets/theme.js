// Runs before the first paint, so that a remembered theme never flashes the other one.
(function () {
  var root = document.documentElement;
  var here = document.currentScript.src;
  var ran = false;
  root.classList.add("scripted");
  if (location.protocol === "file:" && !root.classList.contains("single-file")) root.classList.add("from-disk");
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (e) { /* storage may be forbidden; the system's choice holds */ }

  // No module runs from the disk, or from a host that does not say that it is one. Then a script that is none does what all
  // of them do; what they take from elsewhere comes before it.
  function add(path) {
    var script = document.createElement("script");
    script.async = false;
    script.src = new URL(path, here).href;
    document.head.append(script);
  }
  document.addEventListener("load", function (event) {
    if (event.target.type === "module") ran = true;
  }, true);
  document.addEventListener("DOMContentLoaded", function () {
    if (ran || !document.querySelector("script[type=module]")) return;
    if (document.querySelector("link.katex-style")) add("katex/katex.min.js");
    add("plain.js");
  });
})();
