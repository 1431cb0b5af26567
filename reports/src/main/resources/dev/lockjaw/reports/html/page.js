// Opens cells, by hand or by a link such as #cell=relay/plain/jsse, and keeps the link in the address.

const cells = [...document.querySelectorAll("details.cell")];
const openAll = document.getElementById("open-all");

/** The cell that a link leads to, with its path; a path may name any of a section's transports. */
function linked(hash) {
  const path = decodeURIComponent(hash.replace(/^#cell=/, ""));
  let number = cells.findIndex((cell) => cell.id === `cell=${path}`);
  for (let other = 0; number < 0 && other < cells.length; other++) {
    if (section(other).cells.some((cell) => cell.path === path)) {
      number = other;
    }
  }
  return { number, path };
}

function follow() {
  if (!location.hash.startsWith("#cell=")) {
    return;
  }
  const { number, path } = linked(location.hash);
  if (number < 0) {
    say("There is no such cell in this report, or nothing was found in it");
    return;
  }
  const details = cells[number];
  if (details.classList.contains("out")) {
    clearFilter();
  }
  fillIn(details, number, path);
  details.open = true;
  redraw([details]);
  mark(details);
  details.querySelector("summary").focus({ preventScroll: true });
  details.scrollIntoView();
}

/** Shows which cell of the matrix is looked at. */
function mark(details) {
  for (const link of document.querySelectorAll(".matrix a[aria-current]")) {
    link.removeAttribute("aria-current");
  }
  document.querySelector(`.matrix a[href="#${CSS.escape(details.id)}"]`)
    ?.setAttribute("aria-current", "true");
}

function remember(details) {
  mark(details);
  history.replaceState(null, "", `#cell=${details.dataset.path}`);
}

cells.forEach((details, number) => {
  details.addEventListener("toggle", () => {
    if (details.open && !details.dataset.path) {
      fillIn(details, number, "");
    }
    redrawSoon(details);
  });
  details.querySelector("summary").addEventListener("click", () => {
    if (!details.open) {
      if (!details.dataset.path) {
        fillIn(details, number, "");
      }
      remember(details);
    }
  });
  details.addEventListener("picked", () => remember(details));
});

openAll?.addEventListener("click", () => {
  const open = openAll.getAttribute("aria-pressed") !== "true";
  openAll.setAttribute("aria-pressed", String(open));
  openAll.textContent = open ? "Close all" : "Open all";
  cells.filter((details) => !details.classList.contains("out"))
    .forEach((details) => { details.open = open; });
});

let resized = 0;
addEventListener("resize", () => {
  clearTimeout(resized);
  resized = setTimeout(() => redraw([document]), 100);
});
addEventListener("hashchange", follow);
// A link to the cell that is looked at already doesn't change the address.
addEventListener("click", (event) => {
  const link = event.target.closest(".matrix a");
  if (link && link.hash === location.hash) {
    follow();
  }
});
follow();
