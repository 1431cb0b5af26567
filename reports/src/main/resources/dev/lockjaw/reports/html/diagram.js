// An interleaving as a sequence diagram. Time runs downwards, a row for each step; each thread has a
// lane, in which its locks are bars, its calls into the TLS stack boxes around its line, and its
// waits dashes. Beside one another lanes have their steps' texts with them; where there is no room
// for that, all texts stand to the right of all lanes.

const ROW = 25;
const BAR = 16;
const BAR_GAP = 3;
const BOX = 16;
const NEST = 7;
const CHARACTER = 7.3; // at the width of a step's text
const SMALL = 6.7; // where room is short
const LINE = 11.5; // of those that a text is broken into there
const GUTTER = 30;
const MOST_TEXT = 46;
const HUES = 6;

/** Draws a diagram, see DiagramJson, for so many pixels; it may become wider. */
function draw(diagram, room) {
  const beside = layout(diagram, true);
  const { lanes, head, width, textAt, most } =
    beside.width <= room ? beside : layout(diagram, false, room);
  const spans = diagram.spans.map(([lane, kind, name, level, from, to, open]) =>
    ({ lane, kind, name, level, from, to, open }));
  const last = diagram.steps.length - 1;
  const y = (step) => head + step * ROW + ROW / 2;
  const bottom = head + diagram.steps.length * ROW + 12;
  const svg = shape("svg", {
    class: textAt === null ? "sequence" : "sequence small", width, height: bottom, viewBox: `0 0 ${width} ${bottom}`, role: "img",
    "aria-label": describe(diagram, spans),
  });
  const hues = new Map();
  const hue = (lock) => {
    if (!hues.has(lock)) {
      hues.set(lock, hues.size % HUES);
    }
    return `hue${hues.get(lock)}`;
  };

  const passes = diagram.passes >= 0;
  const breaks = (step) => step === last && !passes;
  const fork = passes ? diagram.passes : diagram.fork ?? -1;
  if (!passes) {
    svg.append(shape("rect", {
      class: "break", x: 0, y: y(last) - ROW / 2, width, height: ROW, rx: 4,
    }));
  }
  if (fork >= 0) {
    svg.append(shape("line", {
      class: "fork", x1: 0, x2: width, y1: y(fork) - ROW / 2, y2: y(fork) - ROW / 2,
    }));
  }
  lanes.forEach((lane, number) => {
    const above = textAt === null ? head - 12 : lane.nameY + 5;
    svg.append(
      shape("line", { class: "life", x1: lane.line, x2: lane.line, y1: above, y2: bottom }),
      shape("text", { class: "lane", x: lane.nameX, y: lane.nameY, "data-lane": number },
        cut(diagram.lanes[number], 40), shape("title", {}, diagram.lanes[number])));
  });
  const point = (lane, step) => lanes[lane].line + Math.max(0, innermost(spans, lane, step)) * NEST;
  if (textAt !== null) {
    diagram.steps.forEach(([lane], step) => lane < 0 || svg.append(shape("line", {
      class: "lead", x1: point(lane, step) + 6, x2: textAt - 5, y1: y(step), y2: y(step),
    })));
  }
  for (const span of spans) {
    const lane = lanes[span.lane];
    const top = y(span.from) - (span.kind === "wait" ? 0 : 9);
    const end = span.open ? bottom + 6 : y(span.to) + (span.kind === "wait" ? 0 : 9);
    const title = shape("title", {}, sentence(diagram, span));
    const data = {
      "data-span": span.kind, "data-lane": span.lane, "data-name": span.name,
      "data-from": span.from, "data-to": span.to, "data-open": span.open,
    };
    if (span.kind === "wait") {
      svg.append(shape("line", {
        class: "wait", x1: point(span.lane, span.from), x2: point(span.lane, span.from),
        y1: top, y2: end, ...data,
      }, title));
    } else if (span.kind === "call" || span.kind === "callback") {
      svg.append(shape("rect", {
        class: span.kind + (span.open ? " open" : ""), x: lane.line - BOX / 2 + span.level * NEST,
        y: top, width: BOX, height: end - top, rx: 3, ...data,
      }, title));
    } else {
      const x = lane.x + span.level * (BAR + BAR_GAP);
      svg.append(shape("rect", {
        class: `bar ${span.kind} ${hue(span.name)}`, x, y: top, width: BAR, height: end - top,
        rx: 4, ...data,
      }, title));
      svg.append(...named(span.name, hue(span.name), x + BAR / 2, top, end));
    }
  }
  for (const [step, asking, holding] of diagram.requests) {
    const held = spans.find((span) => span.lane === holding && isLock(span)
      && span.from < step && span.to >= step && asks(diagram, step, span.name));
    if (held) {
      // Beside one another, lanes have texts between them: the arrow passes below.
      const below = textAt === null ? 9 : 0;
      svg.append(...request(point(asking, step), barX(lanes[holding], held), y(step) + below));
    }
  }
  diagram.steps.forEach(([lane, number, action, call], step) => {
    if (lane < 0) {
      svg.append(shape("text", { class: "gap", x: GUTTER, y: y(step) + 4 },
        passes ? `… the same first ${action} …`
          : `… ${action} left out; results.jsonl has them all …`));
      return;
    }
    const here = lanes[lane];
    const x = point(lane, step);
    svg.append(shape("text", { class: "number", x: 20, y: y(step) + 4 }, String(number)));
    const lines = broken(action, most);
    const first = y(step) + 4 - (lines.length - 1) * LINE / 2;
    svg.append(
      breaks(step) ? cross(x, y(step)) : shape("circle", { class: "dot", cx: x, cy: y(step), r: 3.2 }),
      shape("text", {
        class: breaks(step) ? "step broken" : "step", "data-step": step, ...opens(diagram, call),
      }, ...lines.map((line, number) =>
        shape("tspan", { x: textAt ?? here.text, y: first + number * LINE }, line)),
      shape("title", {}, `${diagram.lanes[lane]}: ${action}`)));
  });
  return svg;
}

/** What makes a step a button, if its source is there. */
function opens(diagram, call) {
  return Object.hasOwn(diagram.sources ?? {}, call)
    ? { "data-call": call, role: "button", tabindex: 0 } : {};
}

/** Where everything is from left to right. */
function layout(diagram, beside, room) {
  let x = GUTTER;
  const lanes = diagram.lanes.map((name, number) => {
    const own = diagram.spans.filter((span) => span[0] === number);
    const bars = columns(own, ["lock", "shared"]);
    const boxes = columns(own, ["call", "callback"]);
    const line = x + bars * (BAR + BAR_GAP) + BOX / 2 + 3;
    const text = line + BOX / 2 + Math.max(0, boxes - 1) * NEST + 9;
    const widest = Math.max(
      cut(name, 40).length + 1,
      ...diagram.steps.filter((step) => step[0] === number)
        .map((step) => cut(step[2], MOST_TEXT).length));
    const lane = { x, line, text, nameX: x, nameY: 20 };
    x = beside ? Math.max(text, x) + widest * CHARACTER + 22 : text + 6;
    return lane;
  });
  if (beside) {
    return { lanes, head: 38, width: Math.ceil(x), textAt: null, most: [MOST_TEXT] };
  }
  // The names are set as stairs, each with its line below it.
  lanes.forEach((lane, number) => {
    lane.nameX = lane.line + 5;
    lane.nameY = 16 + number * 17;
  });
  const textAt = x + 8;
  const line = Math.max(17, Math.floor((room - textAt - 4) / SMALL));
  const most = [line, line];
  const widest = Math.max(...diagram.steps.flatMap((step) =>
    broken(step[2], most).map((part) => part.length)));
  const names = lanes.map((lane, number) =>
    lane.nameX + cut(diagram.lanes[number], 40).length * CHARACTER);
  const width = Math.max(textAt + widest * SMALL + 4, ...names);
  return { lanes, head: 16 + lanes.length * 17, width: Math.ceil(width), textAt, most };
}

function columns(spans, kinds) {
  return Math.max(0, ...spans.filter((span) => kinds.includes(span[1])).map((span) => span[3] + 1));
}

function barX(lane, span) {
  return lane.x + span.level * (BAR + BAR_GAP) + BAR / 2;
}

function isLock(span) {
  return span.kind === "lock" || span.kind === "shared";
}

function asks(diagram, step, lock) {
  return diagram.steps[step][2].startsWith(`ask for ${lock}`);
}

/** How deep inside boxes a step is, from 0; -1 if it is in none. */
function innermost(spans, lane, step) {
  return Math.max(-1, ...spans
    .filter((span) => span.lane === lane && (span.kind === "call" || span.kind === "callback")
      && span.from <= step && span.to >= step)
    .map((span) => span.level));
}

/** A lock's name in its bar: upright if it is short, else along the bar, if there is room. */
function named(name, hue, x, top, end) {
  const look = { class: `name ${hue}`, "aria-hidden": true };
  if (name.length < 3) {
    return [shape("text", { ...look, x, y: top + 13, "text-anchor": "middle" }, name)];
  }
  const letters = Math.floor((end - top - 8) / 6.6);
  return letters < 3 ? [] : [shape("text", {
    ...look, transform: `translate(${x - 3.5} ${top + 6}) rotate(90)`,
  }, cut(name, letters))];
}

/** An arrow from who asks to the lock that is held. */
function request(from, to, y) {
  const way = Math.sign(to - from);
  return [
    shape("line", { class: "request", x1: from, x2: to - way * 9, y1: y, y2: y }),
    shape("path", {
      class: "tip", d: `M${to - way * 8} ${y} l${-way * 7} -4 v8 z`,
    }),
  ];
}

function cross(x, y) {
  return shape("g", { class: "cross" },
    shape("circle", { cx: x, cy: y, r: 8 }),
    shape("path", { d: `M${x - 3.5} ${y - 3.5} l7 7 m0 -7 l-7 7` }));
}

/** All of a diagram in a sentence or two. */
function describe(diagram, spans) {
  const [lane, , action] = diagram.steps[diagram.steps.length - 1];
  const held = spans.filter((span) => isLock(span) && span.open)
    .map((span) => `${diagram.lanes[span.lane]} holds ${span.name}`);
  return `Sequence diagram of ${diagram.lanes.length} threads: ${diagram.lanes.join(", ")}. `
    + (diagram.passes >= 0
      ? `It goes another way from step ${number(diagram, diagram.passes)} on, and passes. `
      : `It fails at this step of ${diagram.lanes[lane]}: ${action}. `)
    + (held.length ? `By then ${held.join(", ")}. ` : "")
    + (diagram.passes >= 0 ? "" : "The steps follow as a list.");
}

function sentence(diagram, span) {
  const thread = diagram.lanes[span.lane];
  const until = span.open ? "to the end" : `to step ${number(diagram, span.to)}`;
  const what = {
    lock: `holds ${span.name}`,
    shared: `shares ${span.name}`,
    call: `is inside ${span.name}`,
    callback: "is in a callback",
    wait: `waits for ${span.name}`,
  }[span.kind];
  return `${thread} ${what} from step ${number(diagram, span.from)} ${until}`;
}

function number(diagram, step) {
  return diagram.steps[step][1];
}

/** A text in as many lines as there are lengths for them. */
function broken(text, [most, ...others]) {
  if (text.length <= most || !others.length) {
    return [cut(text, most)];
  }
  const blank = text.lastIndexOf(" ", most);
  const end = blank > 0 ? blank : most;
  return [text.slice(0, end), ...broken(text.slice(end).trimStart(), others)];
}

function cut(text, most) {
  return text.length <= most ? text : text.slice(0, Math.max(1, most - 1)) + "…";
}

