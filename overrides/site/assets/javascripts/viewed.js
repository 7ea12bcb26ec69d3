// The pathways that somebody looked at last, kept in this browser alone: the last five, for two weeks.
// Others may sit at the same computer, so the list can be cleared and stopped where it is shown.
// Editions for the public, whose readers may be at risk from people at home, have none of this.
{
  const { dataset, src } = document.currentScript;
  const site = new URL("../../", src);
  const NAME = `handrail-viewed ${site.pathname}`;
  const MOST = 5, DAYS = 14, DAY = 86_400_000;

  const read = () => {
    try { return JSON.parse(localStorage.getItem(NAME)) ?? { pages: [] }; } catch { return { pages: [] }; }
  };
  const keep = (known) => {
    try { localStorage.setItem(NAME, JSON.stringify(known)); } catch { /* A browser may refuse. */ }
  };
  const recent = ({ pages }) => pages.filter(({ day }) => Date.now() - day < DAYS * DAY).slice(0, MOST);

  const note = (title) => {
    const known = read(), path = dataset.page;
    if (known.stopped) return;
    const others = recent(known).filter((page) => page.path !== path);
    keep({ pages: [{ path, title, day: Date.now() }, ...others].slice(0, MOST) });
  };

  const button = (words, next) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = words;
    element.addEventListener("click", () => {
      keep(next);
      show().focus();
    });
    return element;
  };

  const item = ({ path, title }) => {
    const link = Object.assign(document.createElement("a"), { textContent: title, href: new URL(path, site) });
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  };

  const box = document.querySelector("[data-hr-viewed]");
  const show = () => {
    const known = read(), pages = recent(known);
    const list = box.querySelector("ul"), said = box.querySelector("p");
    list.replaceChildren(...pages.map(item));
    if (known.stopped) said.replaceChildren("Pathways that you look at are not remembered. ", button("Remember them", { pages: [] }));
    else if (pages.length) said.replaceChildren("Kept in this browser for two weeks. ", button("Clear the list", { pages: [] }), " ",
      button("Clear it and remember no more", { pages: [], stopped: true }));
    else said.replaceChildren("The list is empty.");
    return box;
  };

  if (dataset.page) note(dataset.title);
  if (box && (read().stopped || recent(read()).length)) {
    show();
    box.hidden = false;
  }
}
