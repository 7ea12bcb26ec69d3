// While a step is pointed at or focused in a pathway's words, it is marked in the drawing, and the
// other way round. Where the drawing is wider than the page, it first shows where the pathway
// starts. Nothing depends on this file.
(function () {
  "use strict";

  function mark(event) {
    var step = event.target.closest && event.target.closest("[class*='told-'], [class*='drawn-']");
    var figure = step && step.closest(".pathway");
    document.querySelectorAll(".pathway .marked").forEach(function (other) {
      other.classList.remove("marked");
    });
    if (!figure) return;
    var number = /(?:told|drawn)-(\d+)/.exec(step.getAttribute("class"))[1];
    figure.querySelectorAll(".told-" + number + ", .drawn-" + number).forEach(function (twin) {
      if (twin !== step) twin.classList.add("marked");
    });
  }

  function showStart() {
    document.querySelectorAll(".pathway-scroll").forEach(function (view) {
      var start = view.querySelector(".drawn-1");
      if (!start || view.scrollWidth <= view.clientWidth) return;
      var box = start.getBoundingClientRect();
      var middle = box.left - view.getBoundingClientRect().left + box.width / 2;
      view.scrollLeft = middle - view.clientWidth / 2;
    });
  }

  document.addEventListener("mouseover", mark);
  document.addEventListener("focusin", mark);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", showStart);
  else showStart();
})();
