// The search box. What it knows comes with search-engine.js and search-index.js, which are fetched when
// somebody turns to the box, as scripts, so that pages opened from a disk can search too.
{
  const { src: here, dataset } = document.currentScript;
  const engine = new URL(dataset.engine, document.baseURI);
  const site = new URL("../../", here);
  const LETTERS = "handrail-letters";
  const MOST = 10, FIRST = 4, PAUSE = 150; // results, results, milliseconds

  const box = document.querySelector("[data-hr-search-box]");
  const part = (name) => box.querySelector(name);
  const state = document.getElementById("__search");
  const opener = document.querySelector("[data-hr-search=open]");
  const query = part(".md-search__input");
  const status = part("[role=status]");
  const list = part(".md-search-result__list");
  const help = part(".hr-search__help");
  const hint = status.textContent;

  // Loading ---------------------------------------------------------------------------------------

  const script = (address) =>
    new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = done;
      element.onerror = failed;
      document.head.append(element);
    });

  let loading = null;
  const load = () => {
    loading ??= script(engine)
      .then(() => script(new URL("search-index.js", here)))
      .then(show, () => {
        loading = null;
        status.textContent = "The search could not be loaded. Use the menu, or try again.";
      });
  };

  // Opening and closing -----------------------------------------------------------------------------

  let before = null;
  const open = () => {
    if (!state.checked) state.click();
    load();
  };
  const close = () => {
    if (state.checked) state.click();
  };
  const enter = () => {
    before = box.contains(document.activeElement) ? before : document.activeElement;
    open();
    query.focus();
    query.select();
  };
  const leave = () => {
    close();
    const back = before?.isConnected && before !== document.body ? before : opener;
    if (back?.checkVisibility?.() ?? back?.offsetParent) back.focus();
    else {
      query.focus();
      close(); // The focus of its field opens the search.
    }
    before = null;
  };

  // Results -------------------------------------------------------------------------------------------

  const make = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  // The words of a text, those that were looked for set off.
  const marked = (text, isMeant) =>
    text.split(/([\p{L}\p{N}]+(?:['’]\p{L}+)?)/u).map((word, i) => (i % 2 && isMeant(word) ? make("mark", "", word) : word));

  const address = (path, id = "") => {
    const url = new URL(path, site);
    // A server opens a folder's first page by itself; a disk shows what is in the folder.
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = id;
    return url.href;
  };

  const item = ({ page, place, leadsTo }, isMeant) => {
    const link = make("a", "md-search-result__link", make("span", "hr-search__title", ...marked(page.title, isMeant)), " ",
      make("span", "hr-search__kind", page.kind));
    link.href = address(page.address, leadsTo ? place.id : "");
    const entry = make("li", "md-search-result__item", link);
    if (place) {
      const words = [place.isStep ? "Step: " : "", ...marked(place.heading, isMeant)];
      if (leadsTo) link.append(" ", make("span", "hr-search__place", ...words));
      else {
        const jump = make("a", "hr-search__place", ...words);
        jump.href = address(page.address, place.id);
        entry.append(jump);
      }
    }
    entry.append(make("p", "hr-search__about", ...marked(page.description, isMeant)));
    return entry;
  };

  const links = (title, pages) =>
    pages.length ? [make("p", "hr-search__lead", title), make("ul", "", ...pages.map((page) => {
      const link = make("a", "", page.title);
      link.href = address(page.address);
      return make("li", "", link);
    }))] : [];

  // Nothing found: words that are written nearly alike, every pathway, and whom to ask.
  const offer = ({ nearest, contacts, pathways }) => {
    const words = nearest.map((word) => {
      const button = make("button", "hr-search__word", word);
      button.type = "button";
      button.addEventListener("click", () => {
        query.value = word;
        query.focus();
        show();
      });
      return button;
    });
    help.replaceChildren(
      ...(words.length ? [make("p", "hr-search__lead", "Did you mean"), make("p", "", ...words)] : []),
      ...links("Whom to ask", contacts),
      ...links("All pathways", pathways),
    );
  };

  const told = ({ results, instead }) => {
    const count = results.length === 1 ? "1 page" : `${results.length === MOST ? "The best " : ""}${results.length} pages`;
    const other = instead.map(([typed, meant]) => ` No page has “${typed}”, so this is for “${meant}”.`);
    return `${count}.${other.join("")}`;
  };

  // The first results stand there at once. Old computers take longer for the others than people take
  // for a letter, so these follow when nobody types on; so does what helps where nothing was found.
  let later = 0;
  const show = () => {
    clearTimeout(later);
    part(".md-search__scrollwrap").scrollTop = 0; // Before anything changes, for it asks for the layout.
    const typed = query.value.trim();
    const found = typed && globalThis.handrailSearch ? handrailSearch.find(query.value, MOST) : null;
    const results = found?.results ?? [];
    const items = (some) => some.map((result) => item(result, found.isMeant));
    list.replaceChildren(...items(results.slice(0, FIRST)));
    help.hidden = true;
    later = setTimeout(() => {
      list.append(...items(results.slice(FIRST)));
      help.hidden = !found || results.length > 0;
      if (!help.hidden) offer(handrailSearch.help(query.value));
    }, PAUSE);
    if (!typed) status.textContent = hint;
    else if (!found) status.textContent = "Loading the search …";
    else status.textContent = results.length ? told(found) : `Nothing found for “${typed}”.`;
  };

  // Keys -------------------------------------------------------------------------------------------------

  const letters = part("[data-hr-search=letters]");
  const kept = () => {
    try { return localStorage.getItem(LETTERS); } catch { return null; }
  };
  letters.checked = kept() !== "off";
  letters.addEventListener("change", () => {
    try { localStorage.setItem(LETTERS, letters.checked ? "on" : "off"); } catch { /* A browser may refuse. */ }
  });

  const isTyping = () => document.activeElement?.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Arrows move between the field and the results, as in a list of suggestions.
  const move = (event) => {
    const stops = [query, ...box.querySelectorAll(".md-search__output a, .hr-search__word")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isInside = box.contains(document.activeElement);
    if (event.key === "Escape" && state.checked) leave();
    else if (isInside && /^Arrow(Down|Up)$/.test(event.key)) move(event);
    else if (["f", "s", "/"].includes(event.key) && letters.checked && !isTyping()) {
      event.preventDefault();
      enter();
    }
  });

  query.addEventListener("focus", open);
  query.addEventListener("input", () => {
    open();
    show();
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  part("form").addEventListener("reset", () => {
    query.value = "";
    query.focus();
    show();
  });
  // The words about a page lead there as its link does.
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) close();
    else if (getSelection().isCollapsed) event.target.closest("li")?.querySelector("a").click();
  });
  opener?.addEventListener("click", enter);
  part("[data-hr-search=close]").addEventListener("click", leave);
  document.addEventListener("pointerdown", (event) => {
    if (state.checked && !box.contains(event.target) && !opener?.contains(event.target)) close();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
}
