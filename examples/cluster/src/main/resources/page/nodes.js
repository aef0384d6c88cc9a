import { byId, element } from "./dom.js";
import { face } from "./people.js";

const KINDS = { java: "Java", node: "Node.js" };

/** A card for each node of the cluster, with those who are on it. */
export class Nodes {
  #board;
  #wave;
  #known = new Map(); // by name: what was last heard of it
  #here = null; // the node that this page is on
  #me = null; // the id of this page's socket

  /** @param wave called with the user who was clicked on */
  constructor(board, wave) {
    this.#board = board;
    this.#wave = wave;
  }

  /** This page is on that node now. */
  enter(node, id) {
    this.#here = node;
    this.#me = id;
    this.#draw();
  }

  /** What the cluster is like. A node that was there before stays on show as gone. */
  show(nodes) {
    this.#known.forEach((node) => {
      node.gone = true;
      node.users = [];
    });
    nodes.forEach((node) => this.#known.set(node.name, { ...node, gone: false }));
    this.#draw();
    const users = nodes.flatMap((node) => node.users);
    for (const tab of byId("rooms").children) {
      tab.querySelector(".count").textContent = users.filter((user) => user.room === tab.dataset.room).length || "";
    }
  }

  #draw() {
    const nodes = [...this.#known.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    this.#board.replaceChildren(...nodes.map((node) => this.#card(node)));
  }

  #card({ name, kind, runtime, users, gone }) {
    const card = element(
      "article",
      { class: "node", "data-node": name, "data-kind": kind },
      element("header", {}, element("strong", {}, name), element("span", { class: "kind" }, KINDS[kind]), element("span", { class: "count" }, gone ? "gone" : users.length)),
      element("p", { class: "runtime" }, runtime),
      element("ul", {}, ...users.map((user) => element("li", {}, this.#user(user)))),
    );
    card.classList.toggle("gone", gone);
    card.classList.toggle("here", name === this.#here);
    return card;
  }

  #user(user) {
    const isMe = user.id === this.#me;
    const parts = [face(user.name), element("span", { class: "who" }, isMe ? `${user.name} (you)` : user.name), element("span", { class: "where" }, `#${user.room}`)];
    return isMe ? element("span", { class: "user" }, ...parts) : element("button", { class: "user", type: "button", title: `Wave at ${user.name}`, onclick: () => this.#wave(user) }, ...parts);
  }
}
