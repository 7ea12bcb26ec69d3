// Offers the pages that are named most like the address at which there is none.
{
  const { src, dataset } = document.currentScript;
  const site = new URL("../../", src);
  const MOST = 5;

  const load = (address) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });

  const spoken = (part) => {
    let words = part;
    try { words = decodeURIComponent(part); } catch { /* Not every address is well written. */ }
    return words.replace(/\.\w{2,5}$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  };

  // The last part of an address names the page; what stands before it helps only where that does not.
  const queries = () => {
    const parts = location.pathname.slice(site.pathname.length).split("/").map(spoken)
      .filter((part) => part && !/^(index|default|home)$/i.test(part));
    return [parts.at(-1), parts.join(" ")].filter(Boolean);
  };

  const said = document.querySelector("[data-hr-nearest] p");

  const show = () => {
    const found = queries().map((query) => handrailSearch.find(query, MOST).results).find((results) => results.length);
    if (!found) throw new Error("nothing found");
    const list = document.createElement("ul");
    list.append(...found.map(({ page }) => {
      const link = document.createElement("a");
      link.href = new URL(page.address, site);
      link.textContent = page.title;
      const entry = document.createElement("li");
      entry.append(link, ` (${page.kind.toLowerCase()})`);
      return entry;
    }));
    said.replaceWith(list);
  };

  const offer = () => load(new URL(dataset.engine, document.baseURI)).then(() => load(new URL("search-index.js", src)))
    .then(show).catch(() => { said.textContent = "No page has a name like this."; });

  // The index is large: on a slow line it would keep readers waiting for the words that are there.
  if (document.readyState === "complete") offer();
  else addEventListener("load", offer);
}
