import { Composer } from "./composer.js";
import { byId, randomId } from "./dom.js";
import { Log } from "./log.js";
import { Side } from "./side.js";

const CONFIRM_WITHIN = 10_000;
const GOOD_NEWS_FOR = 4000;

/** The conversation: one socket, the room it is in, and what was written but not confirmed yet. */
export class Chat {
  #socket;
  #me;
  #log;
  #side = new Side((room) => this.#go(room));
  #composer = new Composer((text) => this.#write(text), (isTyping) => this.#socket.volatile.emit("typing", isTyping));
  #wanted = roomInTheAddress(); // the room to be in
  #room = null; // the room the server has let us into; null while there is none
  #people = null; // who was in it when last heard; null before the first time
  #drafts = []; // in the order they were written
  #newsTimer;

  constructor(socket, me) {
    this.#socket = socket;
    this.#me = me;
    this.#log = new Log(byId("log"), byId("newer"), me, (draft) => this.#send(draft));
    socket.on("connect", () => this.#enter());
    socket.on("disconnect", () => this.#pause());
    socket.on("rooms", (rooms) => rooms.forEach((room) => this.#side.room(room)));
    socket.on("room", (room) => this.#side.room(room));
    socket.on("people", ({ room, names }) => room === this.#room && this.#meet(names));
    socket.on("typing", ({ name, typing }) => this.#composer.typing(name, typing));
    socket.on("message", (message) => this.#hear(message));
    addEventListener("hashchange", () => roomInTheAddress() !== this.#room && this.#go(roomInTheAddress()));
    this.#enter();
  }

  #go(room) {
    if (room !== this.#wanted) {
      this.#wanted = room;
      this.#enter();
    }
  }

  /** Enters the wanted room; also after each reconnection, since the server knows this socket no more. */
  #enter() {
    if (!this.#socket.connected) {
      return;
    }
    const room = this.#wanted;
    this.#socket.emit("enter", room, (answer) => {
      if (room !== this.#wanted) {
        return; // another was picked meanwhile
      }
      if (answer.error) {
        this.#tell(answer.error);
        this.#turnBack(room);
      } else {
        this.#arrive(answer);
      }
    });
  }

  /** Stays in the room where we are; in the lobby, if that is the one that was refused. */
  #turnBack(refused) {
    this.#wanted = this.#room && this.#room !== refused ? this.#room : "lobby";
    if (this.#wanted !== this.#room) {
      this.#enter();
    }
  }

  #arrive({ room, history, people }) {
    this.#room = room;
    this.#people = null;
    location.replace(`#${encodeURIComponent(room)}`);
    byId("room").textContent = room;
    this.#side.enter(room);
    this.#meet(people);
    this.#composer.room(room);
    this.#composer.focus();
    this.#log.show(room, history);
    this.#settle(history);
  }

  /** Drops the drafts that the history has, sends those it hasn't. */
  #settle(history) {
    const heard = new Set(history.map((message) => message.nonce));
    this.#drafts = this.#drafts.filter((draft) => !heard.has(draft.nonce));
    const here = this.#drafts.filter((draft) => draft.room === this.#room);
    here.forEach((draft) => {
      this.#log.write(draft);
      if (draft.state === "waiting") {
        this.#send(draft);
      }
    });
    if (!byId("banner").hidden) {
      this.#tell(`Back online.${here.length ? ` Sending ${count(here.length)}.` : ""}`, "good");
    }
  }

  #pause() {
    this.#people = null;
    this.#composer.quiet();
    this.#drafts.filter((draft) => draft.state === "sending").forEach((draft) => this.#mark(draft, "waiting"));
    this.#tellOffline();
  }

  #write(text) {
    const draft = { nonce: randomId(), room: this.#wanted, author: this.#me, text, at: Date.now(), state: "waiting" };
    this.#drafts.push(draft);
    this.#log.write(draft);
    if (this.#socket.connected && this.#room === draft.room) {
      this.#send(draft);
    } else {
      this.#tellOffline();
    }
  }

  #send(draft) {
    this.#mark(draft, "sending");
    this.#socket.timeout(CONFIRM_WITHIN).emit("say", { nonce: draft.nonce, text: draft.text }, (problem, answer) => {
      if (!this.#socket.connected) {
        return; // waits for the next connection
      }
      if (problem || answer.error) {
        draft.problem = answer?.error ?? "The server didn't confirm this.";
        this.#mark(draft, "failed");
        return;
      }
      draft.number = answer.number;
      this.#drafts = this.#drafts.filter((other) => other !== draft);
      this.#mark(draft, "sent");
    });
  }

  #mark(draft, state) {
    draft.state = state;
    this.#log.mark(draft);
  }

  #hear(message) {
    if (message.room === this.#room) {
      this.#composer.typing(message.author, false);
      this.#log.add(message);
    }
  }

  #meet(names) {
    const before = this.#people;
    this.#people = names;
    this.#side.people(names, this.#me);
    byId("room-note").textContent = names.length === 1 ? "Only you are here" : `${names.length} people here`;
    if (before) {
      names.filter((name) => !before.includes(name)).forEach((name) => this.#log.note(`${name} came in`, `${name} left`));
      before.filter((name) => !names.includes(name)).forEach((name) => this.#log.note(`${name} left`));
    }
  }

  #tellOffline() {
    const waiting = this.#drafts.length;
    this.#tell(`You are offline. ${waiting ? `${count(waiting)} will be sent` : "What you write is kept and sent"} when the connection is back.`);
  }

  #tell(news, mood = "fair") {
    const banner = byId("banner");
    clearTimeout(this.#newsTimer);
    banner.hidden = false;
    banner.dataset.mood = mood;
    banner.textContent = news;
    if (this.#socket.connected) {
      this.#newsTimer = setTimeout(() => (banner.hidden = true), GOOD_NEWS_FOR);
    }
  }
}

function roomInTheAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || "lobby";
  } catch {
    return "lobby"; // a lone %
  }
}

const count = (messages) => (messages === 1 ? "1 message" : `${messages} messages`);
