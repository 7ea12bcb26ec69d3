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
    toggle.addEventListener("click", () => {
      keep(body.dataset.mdColorScheme === "slate" ? "default" : "slate");
      paint();
    });
    paint();
  };

  // A long menu begins at the reader's own page. It closes when the keyboard leaves it, so that it
  // never covers what has the focus.
  const wireMenu = () => {
    const menu = document.getElementById("hr-menu");
    const showCurrent = () => {
      const here = menu.querySelector("[aria-current]");
      if (here) menu.scrollTop = here.offsetTop - menu.clientHeight / 2;
    };
    showCurrent();
    menu.addEventListener("toggle", showCurrent);
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget) && menu.matches(":popover-open"))
        menu.hidePopover();
    });
  };

  // A box that holds what the address names is opened; not every browser does that.
  const openTarget = () => {
    let box = document.querySelector(":target")?.closest("details");
    for (; box; box = box.parentElement.closest("details")) box.open = true;
  };

  // A server opens a folder's first page by itself; a disk shows what is in the folder.
  const leadToFiles = () => {
    for (const link of document.querySelectorAll("a[href]")) {
      const url = new URL(link.getAttribute("href"), document.baseURI);
      if (url.protocol !== "file:" || !url.pathname.endsWith("/")) continue;
      url.pathname += "index.html";
      link.setAttribute("href", url.href);
    }
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
    for (const link of document.querySelectorAll(".md-content__inner a[href]:not(svg a)")) {
      const address = link.href;
      const here = address.split("#")[0] === location.href.split("#")[0];
      if (here || !/^(https?|file):/.test(address) || link.closest("nav, .hr-glance, .hr-prints, .hr-downloads, .hr-viewed, .hr-report, .hr-referred")) continue;
      if (!known.has(address)) {
        known.set(address, known.size + 1);
        list.append(Object.assign(document.createElement("li"), { textContent: address }));
      }
      link.dataset.hrLink = known.get(address);
    }
    if (known.size) document.querySelector(".hr-print--foot")?.append(list);
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
  const begin = () => {
    offerPalette();
    wireMenu();
    tellOverdue();
    openTarget();
    if (location.protocol === "file:") leadToFiles();
  };
  // The page for addresses that do not exist may run this late.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
  addEventListener("hashchange", openTarget);
}
