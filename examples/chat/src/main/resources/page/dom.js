/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/**
 * A new element. Children that are strings become text, never markup: nothing that a person wrote can turn into HTML.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value);
    }
  }
  node.append(...children);
  return node;
}

/** Random letters that nobody guesses; works on plain http too, where crypto.randomUUID is missing. */
export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36).padStart(2, "0")).join("");
}
