// Runs before the first paint, so that a remembered theme never flashes the other one.
(function () {
  document.documentElement.classList.add("scripted");
  if (location.protocol === "file:" && !document.documentElement.classList.contains("single-file")) document.documentElement.classList.add("from-disk");
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) { /* storage may be forbidden; the system's choice holds */ }
})();
