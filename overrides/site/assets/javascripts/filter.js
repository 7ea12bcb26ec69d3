// Narrows a table to the rows that a reader chooses. Without this script the whole table is there.
// The form names its table in data-filters; each row carries its values in data-agency and so on,
// with "; " between several. The choice stands in the address, so that it can be sent to somebody.
const FIELDS = { agency: "Agency", team: "Team", area: "Area", topic: "Topic", language: "Language",
  nation: "Nation", standing: "Standing" };

function valuesOf(row, field) {
  return (row.dataset[field] || "").split("; ").filter(Boolean);
}

function selectFor(field, rows) {
  const values = new Set(rows.flatMap((row) => valuesOf(row, field)));
  const label = document.createElement("label");
  label.textContent = FIELDS[field] + " ";
  const select = document.createElement("select");
  select.name = field;
  select.append(new Option("All", ""));
  for (const value of [...values].sort((a, b) => a.localeCompare(b))) {
    select.append(new Option(value, value));
  }
  label.append(select);
  return label;
}

function start(form) {
  const rows = [...document.querySelectorAll(`#${form.dataset.filters} tbody tr`)];
  const fields = Object.keys(FIELDS).filter((field) => rows.some((row) => field in row.dataset));
  const selects = fields.map((field) => selectFor(field, rows));
  const reset = document.createElement("button");
  reset.type = "reset";
  reset.textContent = "Show all";
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  form.append(...selects, reset, count);

  function apply() {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !chosen.every(([field, value]) => valuesOf(row, field).includes(value));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown} of ${rows.length} shown`;
    const query = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", query ? `?${query}${location.hash}` : location.pathname + location.hash);
  }

  for (const [field, value] of new URLSearchParams(location.search)) {
    const select = form.elements[field];
    if (select && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.hidden = false;
  apply();
}

document.querySelectorAll("form[data-filters]").forEach(start);
