import { element } from "./dom.js";
import { colour, face } from "./people.js";

const SAME_BREATH = 5 * 60_000;
const NEAR_THE_END = 80;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** The messages of the room on show. */
export class Log {
  #node;
  #newer;
  #me;
  #retry;
  #seen = new Set(); // the numbers of the messages on show: what comes both live and in the history shows once
  #last = null; // the last message on show; decides whether the next one joins its group
  #follows = true; // whether the reader is at the end, and wants to stay there
  #missed = 0; // messages that came while the reader was further up

  /** @param retry called with a draft that failed and that its author wants sent again */
  constructor(node, newer, me, retry) {
    this.#node = node;
    this.#newer = newer;
    this.#me = me;
    this.#retry = retry;
    newer.addEventListener("click", () => this.#toTheEnd());
    node.addEventListener("scroll", () => this.#look(), { passive: true });
    new ResizeObserver(() => this.#follows && this.#toTheEnd()).observe(node);
  }

  /** Shows a room from its history. */
  show(room, history) {
    this.#node.setAttribute("aria-busy", "true");
    this.#node.replaceChildren();
    this.#node.dataset.room = room;
    this.#seen.clear();
    this.#last = null;
    if (history.length === 0) {
      this.#node.append(element("div", { class: "empty" }, element("strong", {}, `Nothing said in #${room} yet`), "Write the first message."));
    }
    history.forEach((message) => this.#put(message));
    this.#toTheEnd();
    this.#node.removeAttribute("aria-busy");
  }

  /** Adds somebody's message. */
  add(message) {
    if (this.#seen.has(message.number)) {
      return;
    }
    this.#put(message).classList.add("fresh");
    if (this.#follows) {
      this.#toTheEnd();
    } else {
      this.#missed++;
      this.#newer.hidden = false;
      this.#newer.textContent = `${this.#missed} new ${this.#missed === 1 ? "message" : "messages"} ↓`;
    }
  }

  /** Adds a draft: a message of one's own that the server hasn't confirmed. */
  write(draft) {
    this.#node.querySelectorAll('.receipt[data-state="sent"]').forEach((receipt) => receipt.remove());
    draft.bubble = this.#put(draft);
    draft.bubble.classList.add("fresh");
    draft.receipt = element("div", { class: "receipt" });
    draft.bubble.after(draft.receipt);
    this.mark(draft);
    this.#toTheEnd();
  }

  /** Shows how far a draft is, from its state: waiting, sending, sent or failed. */
  mark(draft) {
    const { state, bubble, receipt } = draft;
    bubble.dataset.state = receipt.dataset.state = state;
    if (state === "failed") {
      const again = element("button", { type: "button", onclick: () => this.#retry(draft) }, "Try again");
      receipt.replaceChildren(draft.problem, again);
    } else {
      receipt.replaceChildren({ waiting: "Waiting for the connection", sending: "Sending…", sent: "Sent ✓" }[state]);
    }
    if (state === "sent") {
      this.#seen.add(draft.number);
    }
  }

  /** Adds a line about somebody who came or went; who comes back at once leaves no trace. */
  note(text, undoes) {
    const last = this.#node.lastElementChild;
    if (last?.matches(".note") && last.textContent === undoes) {
      last.remove();
      return;
    }
    this.#node.append(element("p", { class: "note" }, text));
    this.#last = null;
    if (this.#follows) {
      this.#toTheEnd();
    }
  }

  #put(message) {
    this.#node.querySelector(".empty")?.remove();
    if (message.number) {
      this.#seen.add(message.number);
    }
    const day = calendar.format(message.at);
    if (!this.#node.querySelector(".day") || (this.#last && calendar.format(this.#last.at) !== day)) {
      this.#node.append(element("p", { class: "day" }, day));
      this.#last = null;
    }
    const joins = this.#last?.author === message.author && message.at - this.#last.at < SAME_BREATH;
    const bubbles = joins ? this.#node.lastElementChild.querySelector(".bubbles") : this.#group(message);
    const bubble = element("p", { class: "bubble", title: clock.format(message.at) }, message.text);
    bubbles.append(bubble);
    this.#last = message;
    return bubble;
  }

  #group({ author, at }) {
    const bubbles = element("div", { class: "bubbles" });
    const by = element("span", { class: "by" }, author);
    const time = element("time", { datetime: new Date(at).toISOString() }, clock.format(at));
    const group = element("article", { class: "group", "aria-label": `${author}, ${clock.format(at)}` }, face(author), element("header", {}, by, time), bubbles);
    group.classList.toggle("own", author === this.#me);
    time.hidden = Boolean(this.#last) && clock.format(this.#last.at) === clock.format(at);
    this.#node.append(colour(group, author));
    return bubbles;
  }

  #look() {
    this.#follows = this.#node.scrollHeight - this.#node.scrollTop - this.#node.clientHeight < NEAR_THE_END;
    if (this.#follows) {
      this.#forgetMissed();
    }
  }

  #toTheEnd() {
    this.#node.scrollTop = this.#node.scrollHeight;
    this.#follows = true;
    this.#forgetMissed();
  }

  #forgetMissed() {
    this.#missed = 0;
    this.#newer.hidden = true;
  }
}
