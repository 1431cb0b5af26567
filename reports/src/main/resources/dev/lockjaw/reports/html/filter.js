// Shows the cells that fit all words and, of each group of toggles, one that is pressed.

const form = document.querySelector(".filter");
const words = document.getElementById("words");
const filtered = [...document.querySelectorAll("[data-words]")];

function pressed() {
  return [...form.querySelectorAll("fieldset")].map((group) => ({
    by: group.dataset.by,
    values: [...group.querySelectorAll("[aria-pressed=true]")].map((one) => one.dataset.value),
  })).filter((group) => group.values.length);
}

function applyFilter() {
  const asked = words.value.toLowerCase().split(/\s+/).filter((word) => word);
  const groups = pressed();
  const active = asked.length + groups.length > 0;
  let matches = 0;
  for (const one of filtered) {
    const fits = asked.every((word) => one.dataset.words.includes(word))
      && groups.every(({ by, values }) =>
        one.dataset[by].split(" ").some((value) => values.includes(value)));
    one.classList.toggle("out", !fits);
    one.inert = !fits;
    matches += fits && one.localName === "td" ? one.dataset.transports.split(" ").length : 0;
  }
  for (const table of document.querySelectorAll(".matrix")) {
    hideEmpty(table, active);
  }
  redrawSoon(document);
  document.getElementById("matches").textContent =
    active ? `${matches} ${matches === 1 ? "cell fits" : "cells fit"}` : "";
}

/** Hides rows and columns in which nothing is left, and a table that has none. */
function hideEmpty(table, active) {
  const rows = [...table.tBodies[0].rows];
  const left = (cell) => !active || (cell.dataset.words && !cell.classList.contains("out"));
  for (const row of rows) {
    row.hidden = ![...row.cells].slice(1).some(left);
  }
  const columns = table.tHead.rows[0].cells.length;
  for (let column = 1; column < columns; column++) {
    const gone = !rows.some((row) => left(row.cells[column]));
    for (const row of table.rows) {
      row.cells[column].hidden = gone;
    }
  }
  table.parentElement.hidden = rows.every((row) => row.hidden);
}

function clearFilter() {
  words.value = "";
  form.querySelectorAll("[aria-pressed]").forEach((one) => one.setAttribute("aria-pressed", "false"));
  applyFilter();
}

words.addEventListener("input", applyFilter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  clearFilter();
  words.focus();
});
form.addEventListener("click", (event) => {
  const toggle = event.target.closest("[aria-pressed]");
  if (toggle) {
    toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
    applyFilter();
  }
});

