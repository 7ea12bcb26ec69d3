// While a step is pointed at or focused in a pathway's words, it is marked in the drawing, and the
// other way round. Where the drawing is wider than the page, it first shows where the pathway
// starts, and fades towards the sides at which there is more. Buttons enlarge the drawing, and the mouse moves it. Nothing depends on this file.
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

  function showMore(view) {
    var left = view.scrollLeft;
    view.classList.toggle("more-before", left > 4);
    view.classList.toggle("more-after", view.scrollWidth - view.clientWidth - left > 4);
  }

  function showAllMore() {
    document.querySelectorAll(".pathway-scroll").forEach(showMore);
  }

  // The drawing's own width is its full size; each press changes it by a quarter.
  function addZoom(figure) {
    var view = figure.querySelector(".pathway-scroll");
    var line = figure.querySelector(".pathway-skip");
    var drawing = view && view.querySelector(".pathway-drawing");
    if (!drawing || !line || line.querySelector("button")) return;
    var title = (view.getAttribute("aria-label") || "").replace(/^Drawing/, "");
    [["Smaller", 0.8], ["Larger", 1.25]].forEach(function (way) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = way[0];
      button.setAttribute("aria-label", way[0] + " drawing" + title);
      button.addEventListener("click", function () {
        var full = Number(drawing.getAttribute("width"));
        var width = drawing.getBoundingClientRect().width * way[1];
        width = Math.min(Math.max(width, full / 4), full * 4);
        drawing.style.setProperty("--pathway-width", width + "px");
        drawing.classList.add("zoomed");
        showMore(view);
      });
      line.appendChild(button);
    });
    addPan(view);
    view.addEventListener("scroll", function () { showMore(view); }, { passive: true });
  }

  function addPan(view) {
    var from = null;
    view.classList.add("moves");
    view.addEventListener("mousedown", function (event) {
      if (event.button === 0 && !event.target.closest("a")) {
        from = { x: event.clientX + view.scrollLeft, y: event.clientY + window.scrollY };
        event.preventDefault();
      }
    });
    document.addEventListener("mousemove", function (event) {
      if (!from) return;
      view.scrollLeft = from.x - event.clientX;
      window.scrollTo(window.scrollX, from.y - event.clientY);
    });
    document.addEventListener("mouseup", function () { from = null; });
  }

  function begin() {
    document.querySelectorAll(".pathway").forEach(addZoom);
    showStart();
    showAllMore();
  }

  document.addEventListener("mouseover", mark);
  document.addEventListener("focusin", mark);
  window.addEventListener("resize", showAllMore);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
