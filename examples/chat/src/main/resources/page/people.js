import { element } from "./dom.js";

/** The hue of a person's colour: the same on every page, since only the name decides. */
export function hueOf(name) {
  let hash = 7;
  for (const letter of name.toLowerCase()) {
    hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  }
  return (hash * 137) % 360;
}

/** Gives the element the person's colour, for the style sheet to use. */
export function colour(node, name) {
  node.style.setProperty("--hue", hueOf(name));
  return node;
}

/** The round picture of a person: the initials on their colour. */
export function face(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = words.length > 1 ? [words[0], words.at(-1)].map((word) => Array.from(word)[0]).join("") : Array.from(name).slice(0, 2).join("");
  return colour(element("span", { class: "face", "aria-hidden": "true" }, initials.toUpperCase()), name);
}

/** "Ada", "Ada and Grace", or "Several people". */
export function together(names) {
  return names.length > 2 ? "Several people" : names.join(" and ");
}
