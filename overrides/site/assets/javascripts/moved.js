// Sends readers on from an old address, and takes along the part of it after #. A server opens a
// folder's first page by itself; a disk shows what is in the folder.
{
  const to = new URL(document.currentScript.dataset.to, document.baseURI);
  if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  if (location.hash) to.hash = location.hash;
  location.replace(to);
}
