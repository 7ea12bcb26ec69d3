// What the site does for readers beyond plain pages. Nothing that they need depends on it.
{
  const body = document.body;
  const COLOURS = "handrail-colours";

  // Colours: those the reader chose in this browser, or else those of the reader's system.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try { return localStorage.getItem(COLOURS); } catch { return null; }
  };
  const keep = (scheme) => {
    try { localStorage.setItem(COLOURS, scheme); } catch { /* A browser may refuse to keep it. */ }
  };
  const paint = () => {
    body.dataset.mdColorScheme = chosen() ?? (system.matches ? "slate" : "default");
    const toggle = document.querySelector("[data-hr-palette]");
    toggle?.setAttribute("aria-pressed", body.dataset.mdColorScheme === "slate");
  };
  const offerPalette = () => {
    const toggle = document.querySelector("[data-hr-palette]");
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      keep(body.dataset.mdColorScheme === "slate" ? "default" : "slate");
      paint();
    });
    paint();
  };

  // The theme takes single letters as commands, which catches people who speak to their computer
  // (WCAG 2.1.4). It listens at the window; those of the search can be turned off.
  const isCommand = (event) =>
    event.key.length === 1 && !(event.ctrlKey || event.metaKey || event.altKey);
  document.addEventListener("keydown", (event) => {
    if (isCommand(event)) event.stopPropagation();
  });

  // The menu closes when the keyboard leaves it, so that it never covers what has the focus.
  const wireMenu = () => {
    const menu = document.getElementById("hr-menu");
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget) && menu.matches(":popover-open"))
        menu.hidePopover();
    });
  };

  // On a site that nobody has rebuilt since the date passed, a review is overdue all the same.
  const tellOverdue = () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const note of document.querySelectorAll("[data-review-by]"))
      if (note.dataset.reviewBy < today) note.hidden = false;
  };

  // Paper: boxes open, the day, and where each link leads, numbered at the end.
  let opened = [];
  const toPaper = () => {
    opened = [...document.querySelectorAll(".md-content details:not([open])")];
    for (const box of opened) box.open = true;
    const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    document.querySelector("[data-hr-printed]").textContent = `Printed ${day}.`;
    const list = document.createElement("ol");
    const known = new Map();
    for (const link of document.querySelectorAll(".md-content__inner a[href]")) {
      const address = link.href;
      const here = address.split("#")[0] === location.href.split("#")[0];
      if (here || !/^(https?|file):/.test(address) || link.closest("svg, nav, .hr-glance, .hr-prints")) continue;
      if (!known.has(address)) {
        known.set(address, known.size + 1);
        list.append(Object.assign(document.createElement("li"), { textContent: address }));
      }
      link.dataset.hrLink = known.get(address);
    }
    if (known.size) document.querySelector(".hr-print--foot").append(list);
  };
  const fromPaper = () => {
    for (const box of opened) box.open = false;
    document.querySelector(".hr-print--foot ol")?.remove();
    for (const link of document.querySelectorAll("[data-hr-link]")) delete link.dataset.hrLink;
  };

  document.documentElement.classList.replace("no-js", "js");
  paint();
  system.addEventListener("change", paint);
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", fromPaper);
  addEventListener("DOMContentLoaded", () => {
    offerPalette();
    wireMenu();
    tellOverdue();
  });
}
