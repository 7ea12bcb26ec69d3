// Lets readers sort a table by any column, with mouse or keyboard. Without this script the table
// stands complete in the order it was written. A cell's data-order comes before its words.
function orderOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.order ?? cell.textContent.trim();
}

function compare(a, b) {
  return a.localeCompare(b, undefined, { numeric: true, sensitivity: "base" });
}

function sortBy(table, column, down) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [orderOf(row, column), row]);
  // What has no value stands last either way.
  rows.sort(([a], [b]) => (!a - !b) || (down ? compare(b, a) : compare(a, b)));
  body.append(...rows.map(([, row]) => row));
}

function start(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sortBy(table, column, down);
    });
    head.append(button);
  });
  heads[0].setAttribute("aria-sort", "ascending");
}

document.querySelectorAll("table[data-sorts]").forEach(start);
