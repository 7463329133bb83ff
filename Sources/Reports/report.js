"use strict";
(function () {
  var bar = document.getElementById("toolbar");
  var cards = Array.prototype.slice.call(document.querySelectorAll("article.finding"));
  // Paper cannot unfold anything: open all for printing and put it back afterwards.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (d) { d.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (d) { d.open = false; });
  });
  if (!bar || cards.length < 2) return;
  bar.hidden = false;
  var search = document.getElementById("search");
  var shown = document.getElementById("shown");
  var buttons = Array.prototype.slice.call(bar.querySelectorAll("button"));
  buttons = buttons.filter(function (b) {
    var used = cards.some(function (c) { return c.dataset[b.dataset.kind] === b.dataset.value; });
    b.hidden = !used;
    return used;
  });
  function apply() {
    var off = {};
    buttons.forEach(function (b) {
      if (b.getAttribute("aria-pressed") === "false") off[b.dataset.kind + b.dataset.value] = true;
    });
    var words = search.value.trim().toLowerCase();
    var count = 0;
    cards.forEach(function (c) {
      var hit = !off["outcome" + c.dataset.outcome] && !off["severity" + c.dataset.severity];
      if (hit && words) {
        var section = c.closest("section");
        var text = c.textContent + " " + section.querySelector("header").textContent;
        hit = text.toLowerCase().indexOf(words) >= 0;
      }
      c.hidden = !hit;
      if (hit) count += 1;
    });
    document.querySelectorAll("section.publication").forEach(function (s) {
      var none = !s.querySelector("article.finding:not([hidden])");
      s.hidden = none && words !== "" && s.textContent.toLowerCase().indexOf(words) < 0;
    });
    shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{all}", cards.length);
  }
  bar.addEventListener("submit", function (e) { e.preventDefault(); });
  buttons.forEach(function (b) {
    b.addEventListener("click", function () {
      b.setAttribute("aria-pressed", String(b.getAttribute("aria-pressed") === "false"));
      apply();
    });
  });
  search.addEventListener("input", apply);
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA)$/.test(e.target.tagName)) return;
    if (e.key === "/") { e.preventDefault(); search.focus(); return; }
    if (e.key !== "j" && e.key !== "k") return;
    var visible = cards.filter(function (c) { return !c.hidden; });
    var at = visible.indexOf(document.activeElement);
    var next = visible[e.key === "j" ? at + 1 : Math.max(at, 1) - 1];
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "center" });
  });
  apply();
})();
