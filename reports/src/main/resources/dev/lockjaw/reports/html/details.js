// What a cell with findings opens to. It is made when it is opened for the first time.

let data = null;

function section(number) {
  data ??= JSON.parse(document.getElementById("data").textContent);
  return data[number];
}

/** Fills in the details of a cell, on the transport that a path names or else the first. */
function fillIn(details, number, path) {
  const { cells } = section(number);
  const chosen = Math.max(0, cells.findIndex((cell) => cell.path === path));
  const body = details.querySelector(".body");
  const shown = cells.map((cell) => showCell(cell));
  const pick = (index) => {
    shown.forEach((part, at) => { part.hidden = at !== index; });
    details.dataset.path = cells[index].path;
  };
  const choices = cells.map((cell, index) => {
    const input = element("input", {
      type: "radio", name: `transport-${number}`, value: cell.path, checked: index === chosen,
    });
    input.addEventListener("change", () => {
      pick(index);
      redraw([body]);
      details.dispatchEvent(new CustomEvent("picked", { bubbles: true }));
    });
    return element("label", {}, input, element("span", {}, cell.transport));
  });
  body.replaceChildren(
    cells.length > 1
      ? element("fieldset", { class: "choice" }, element("legend", {}, "Transport"), ...choices)
      : "",
    ...shown);
  pick(chosen);
}

function showCell(cell) {
  const rate = [cell.protocol, cell.rate].filter((text) => text).join(". ");
  return element("div", { class: "shown" },
    element("p", { class: "quiet" }, rate),
    cell.reason ? element("p", {}, cell.reason) : null,
    ...cell.findings.map((finding, index) => showFinding(finding, index, cell.findings.length)));
}

function showFinding(finding, index, count) {
  const parts = [
    element("p", { class: "meaning" }, element("b", {}, "What is wrong: "), finding.meaning + "."),
  ];
  if (finding.diagram) {
    parts.push(...interleavings(finding.diagram, finding.passing, finding.sources ?? {}));
  }
  if (finding.threads.length) {
    parts.push(element("h4", {}, "Threads"),
      element("div", { class: "threads" }, ...finding.threads.map((one) => thread(one, finding.sources ?? {}))));
  }
  if (finding.exception) {
    parts.push(element("h4", {}, "Exception"), element("pre", { tabindex: 0 }, finding.exception));
  }
  if (finding.replay) {
    parts.push(element("h4", {}, "Replay"), replayed(finding.replay));
  }
  const heading = [
    element("span", { class: "kind" }, finding.kind),
    element("span", { class: finding.expected ? "as" : "as news" },
      finding.expected ? "expected" : "not expected"),
    element("span", { class: "message" }, finding.message),
  ];
  if (count === 1) {
    return element("article", { class: "finding" },
      element("h3", {}, ...heading), ...parts);
  }
  const details = element("details", { class: "finding", open: index === 0 },
    element("summary", {}, element("h3", {}, ...heading)), ...parts);
  details.addEventListener("toggle", () => redrawSoon(details));
  return details;
}

function replayed(command) {
  return element("div", { class: "replay" },
    element("code", {}, command), copyButton(command, "Copy"));
}

/** The failing interleaving and, beside it, what the nearest passing one does differently. */
function interleavings(diagram, passing, sources) {
  const failing = interleaving(diagram, sources);
  const heading = element("h4", {}, "Interleaving");
  if (!passing) {
    return [heading, ...failing];
  }
  const { heading: title, sentence: text, diagram: other, end, replay } = passing;
  if (!other) {
    return [heading, ...failing,
      element("p", { class: "quiet nearest" }, element("b", {}, `${title}: `), text)];
  }
  return [element("div", { class: "beside" },
    element("div", {}, heading, ...failing),
    element("div", { class: "nearest" },
      element("h4", {}, "Nearest passing interleaving"),
      drawing(other, title, sources),
      element("p", { class: "quiet" }, element("b", {}, `${title}.`), ` ${text.replace(/:$/, ".")} … ${end}.`),
      replayed(replay)))];
}

/** A diagram; a click on a step opens the lines around it, if the source is there. */
function drawing(diagram, label, sources) {
  const box = element("div", {
    class: "scroll drawing", tabindex: 0, role: "region", "aria-label": label,
  });
  box.diagram = { ...diagram, sources };
  const lines = element("pre", { class: "at-step", tabindex: 0, hidden: true });
  const open = (target) => {
    const call = target.closest("[data-call]")?.dataset.call;
    if (call) {
      lines.hidden = !lines.hidden && lines.dataset.call === call;
      lines.dataset.call = call;
      lines.replaceChildren(`${call}\n`, ...excerpt(sources[call]));
    }
    return call;
  };
  box.addEventListener("click", ({ target }) => open(target));
  box.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && open(event.target)) {
      event.preventDefault();
    }
  });
  return element("div", {}, box, lines);
}

function interleaving(diagram, sources) {
  const last = diagram.steps.length - 1;
  const steps = diagram.steps.map(([lane, number, action, call], step) => lane < 0
    ? element("li", { class: "gap" }, `${action} left out`)
    : element("li", { value: number }, element("b", {}, diagram.lanes[lane]), " ",
      ...callIn(sources, call, action),
      step === last ? element("em", {}, " — it breaks here") : null));
  return [
    drawing(diagram, "Interleaving", sources),
    key(diagram),
    element("details", { class: "steps" },
      element("summary", {}, "The steps as a list"), element("ol", {}, ...steps)),
  ];
}

/** Explains what there is in a diagram. */
function key(diagram) {
  const kinds = new Set(diagram.spans.map((span) => span[1]));
  const entries = [
    ["lock", "bar lock hue0", "holds a lock"],
    ["shared", "bar shared hue0", "shares a lock"],
    ["call", "call", "inside the TLS stack"],
    ["callback", "callback", "in a callback"],
  ].filter(([kind]) => kinds.has(kind)).map(([, look, meaning]) => entry(meaning,
    shape("rect", { class: look, x: 2, y: 1, width: 14, height: 14, rx: 3 })));
  if (kinds.has("wait")) {
    entries.push(entry("waits",
      shape("line", { class: "wait", x1: 9, x2: 9, y1: 0, y2: 16 })));
  }
  if (diagram.requests.length) {
    entries.push(entry("asks who has it", ...request(0, 24, 8)));
  }
  entries.push(entry("breaks here", cross(9, 8)));
  if (diagram.fork >= 0) {
    entries.push(entry("passes if it goes another way here",
      shape("line", { class: "fork", x1: 0, x2: 18, y1: 8, y2: 8 })));
  }
  return element("ul", { class: "key", "aria-hidden": "true" }, ...entries);
}

function entry(meaning, ...shapes) {
  return element("li", {}, shape("svg", { width: 18, height: 16 }, ...shapes), meaning);
}

function thread({ name, doing, parts }, sources) {
  return element("section", { class: "thread" },
    element("h5", {}, element("b", {}, name), ` ${doing}`),
    ...parts.flatMap(({ clause, calls, mark }) => [
      element("p", {}, clause),
      calls.length
        ? element("pre", { tabindex: 0, "aria-label": `Stack in which it ${mark}` },
          ...calls.flatMap((call, index) => index < calls.length - 1
            ? [...callIn(sources, call, call), "\n"]
            : [...callIn(sources, call, element("mark", {}, call)),
              element("span", { class: "mark" }, `  ← ${mark}`)]))
        : null,
    ]));
}

/** A call as it is shown; if its source is there, a click opens the lines around it. */
function callIn(sources, call, shown) {
  if (!Object.hasOwn(sources, call)) {
    return [shown];
  }
  const lines = element("code", { class: "excerpt", hidden: true }, ...excerpt(sources[call]));
  const button = element("button", {
    type: "button", class: "source", title: sources[call].file, "aria-expanded": "false",
  }, shown);
  button.addEventListener("click", () => {
    lines.hidden = !lines.hidden;
    button.setAttribute("aria-expanded", String(!lines.hidden));
  });
  return [button, lines];
}

function excerpt({ line, first, lines }) {
  return lines.map((text, index) => element("span", { class: first + index === line ? "at" : null },
    `${String(first + index).padStart(5)}  ${text}\n`));
}

/** Draws the diagrams in elements anew that can be seen and don't fit the room there is. */
function redraw(within) {
  const boxes = [...within].flatMap((one) => [...one.querySelectorAll(".drawing")])
    .filter((box) => !box.closest("[hidden], .out, details:not([open])"));
  const rooms = boxes.map((box) => box.clientWidth); // before any changes: the layout is made once
  for (const [index, box] of boxes.entries()) {
    const room = rooms[index];
    if (box.room !== room) {
      box.room = room;
      box.replaceChildren(draw(box.diagram, room));
    }
  }
}

const waiting = new Set();

/** The same, together with others that change at the same time. */
function redrawSoon(within) {
  if (!waiting.size) {
    requestAnimationFrame(() => {
      const all = [...waiting];
      waiting.clear();
      redraw(all);
    });
  }
  waiting.add(within);
}

function copyButton(text, label) {
  const button = element("button", { type: "button", class: "copy" }, label);
  button.addEventListener("click", async () => {
    const done = await copy(text);
    button.textContent = done ? "Copied" : "Not copied";
    say(done ? "Copied to the clipboard" : "The browser did not allow to copy");
    setTimeout(() => { button.textContent = label; }, 1500);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** For browsers that keep the clipboard from pages that come from a file. */
function copyByHand(text) {
  const before = document.activeElement;
  const area = element("textarea", { class: "said", readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
    before?.focus();
  }
}

