// Making elements. Text is always set as text, never parsed.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; children are elements or texts. */
function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same in SVG. */
function shape(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Announces a text to a screen reader. */
function say(text) {
  document.getElementById("said").textContent = text;
}

