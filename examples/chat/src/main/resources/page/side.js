import { byId, element } from "./dom.js";
import { face } from "./people.js";

const FACES = 4;

/** The side of the page: rooms with what is unread, who is here, and the drawer that holds them on a phone. */
export class Side {
  #rooms = new Map(); // name to { button, messages, read }
  #current = null;
  #go;

  /** @param go called with the name of the room that the reader picked or made up */
  constructor(go) {
    this.#go = go;
    const name = byId("new-room-name");
    byId("new-room").addEventListener("submit", (event) => {
      event.preventDefault();
      const room = name.value.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      if (room) {
        name.value = "";
        this.#pick(room);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        this.#step(event.key === "ArrowDown" ? 1 : -1);
      }
    });
    this.#drawer();
  }

  /** A room as the server tells of it; what was said before it was first heard of counts as read. */
  room({ name, people, messages }) {
    const room = this.#rooms.get(name) ?? this.#add(name, messages);
    room.messages = messages;
    room.people.textContent = people || "";
    room.people.title = `${people} here`;
    this.#show(name);
  }

  /** The room that the reader is in now. */
  enter(name) {
    const left = this.#current;
    this.#current = name;
    this.#show(left);
    this.#show(name);
  }

  /** Who is in the room. */
  people(names, me) {
    byId("people-count").textContent = names.length;
    byId("people").replaceChildren(...names.map((name) => element("li", {}, face(name), element("span", {}, name === me ? `${name} (you)` : name))));
    const more = names.length - FACES;
    const faces = names.slice(0, FACES).map(face);
    byId("faces").replaceChildren(...faces, ...(more > 0 ? [element("span", { class: "more" }, `+${more}`)] : []));
  }

  #add(name, messages) {
    const people = element("span", { class: "count" });
    const badge = element("span", { class: "badge", hidden: "" });
    const button = element("button", { type: "button", "data-room": name, onclick: () => this.#pick(name) }, element("span", { class: "room-name" }, name), people, badge);
    byId("rooms").append(element("li", {}, button));
    const room = { button, people, badge, messages, read: messages };
    this.#rooms.set(name, room);
    return room;
  }

  #show(name) {
    const room = this.#rooms.get(name);
    if (room) {
      const current = name === this.#current;
      if (current) {
        room.read = room.messages;
        room.button.setAttribute("aria-current", "true");
      } else {
        room.button.removeAttribute("aria-current");
      }
      const unread = room.messages - room.read;
      room.button.classList.toggle("unread", unread > 0);
      badge(room.badge, unread);
    }
    const elsewhere = [...this.#rooms.values()].reduce((sum, { messages, read }) => sum + messages - read, 0);
    badge(byId("elsewhere"), elsewhere);
    document.title = `${elsewhere ? `(${elsewhere}) ` : ""}${this.#current ? `#${this.#current} · ` : ""}Sockeye chat`;
  }

  #pick(name) {
    this.#open(false);
    this.#go(name);
  }

  #step(by) {
    const names = [...this.#rooms.keys()];
    this.#go(names[(names.indexOf(this.#current) + by + names.length) % names.length]);
  }

  #drawer() {
    byId("open-side").addEventListener("click", () => this.#open(true));
    byId("close-side").addEventListener("click", () => this.#open(false));
    byId("scrim").addEventListener("click", () => this.#open(false));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#open(false));
  }

  #open(isOpen) {
    if (byId("side").classList.toggle("open", isOpen) !== byId("stage").inert) {
      byId("stage").inert = isOpen;
      byId("open-side").setAttribute("aria-expanded", isOpen);
      byId(isOpen ? "close-side" : "open-side").focus();
    }
  }
}

function badge(node, count) {
  node.hidden = count === 0;
  node.textContent = count > 99 ? "99+" : count;
  node.setAttribute("aria-label", `${count} unread`);
}
