import { byId, element, randomId } from "./dom.js";
import { colour, face } from "./people.js";

const ROOMS = ["lobby", "river", "ocean"];
const KEPT = 200;
const PATIENCE = 5000;

/** The conversation in the room that this page is in. Nobody keeps what was said: who comes later hasn't heard it. */
export class Talk {
  room = ROOMS[0];
  #socket;
  #log = byId("log");
  #heard = new Set(); // ids of messages: a message that was sent twice shows once

  constructor(socket) {
    this.#socket = socket;
    socket.on("said", (said) => this.#hear(said));
    socket.on("wave", (wave, answer) => {
      this.#note(`${wave.from} waves at you from ${wave.node} 👋`);
      answer({ node: byId("here").dataset.node });
    });
    byId("rooms").append(...ROOMS.map((room) => element("button", { type: "button", "data-room": room, onclick: () => this.#enter(room) }, room, element("span", { class: "count" }))));
    this.#compose();
    this.#show();
  }

  #enter(room) {
    this.#socket.emit("enter", room, (problem, entered) => {
      this.room = entered ?? this.room;
      this.#show();
    });
  }

  #show() {
    for (const tab of byId("rooms").children) {
      tab.toggleAttribute("aria-current", tab.dataset.room === this.room);
    }
    byId("text").placeholder = `Message #${this.room}`;
    this.#note(`You are in #${this.room}`);
  }

  /** Waves at somebody; how long their answer takes is the way there and back, through both nodes. */
  wave({ id, name }) {
    const start = performance.now();
    this.#socket.volatile.timeout(PATIENCE).emit("wave", id, (problem, answer) => {
      const took = Math.max(1, Math.round(performance.now() - start));
      this.#note(answer?.node ? `${name} waves back from ${answer.node}, after ${took} ms 👋` : `${name} doesn't wave back`);
    });
  }

  #compose() {
    const text = byId("text");
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      if (text.value.trim()) {
        this.#socket.emit("say", { id: randomId(), text: text.value.trim() });
        text.value = "";
      }
      text.focus();
    });
    text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        byId("composer").requestSubmit();
      }
    });
  }

  #hear({ id, author, node, text }) {
    if (this.#heard.has(id)) {
      return;
    }
    this.#heard.add(id);
    const by = colour(element("strong", { class: "by" }, author), author);
    const from = element("span", { class: "from", "data-node": node }, node);
    this.#add(element("article", { class: "group" }, face(author), element("header", {}, by, from), element("div", { class: "bubbles" }, element("p", { class: "bubble fresh" }, text))));
  }

  #note(text) {
    this.#add(element("p", { class: "note" }, text));
  }

  #add(node) {
    this.#log.append(node);
    while (this.#log.children.length > KEPT) {
      this.#log.firstElementChild.remove();
    }
    node.scrollIntoView({ block: "end" });
  }
}
