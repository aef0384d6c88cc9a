import { byId, element } from "./dom.js";
import { together } from "./people.js";

const TELL_AGAIN = 2000; // while I write, the others hear of it this often
const FORGET_AFTER = 5000; // a writer who isn't heard of again has stopped
const WARN_AT = 200; // letters left

/** Where one writes, and the line above it that says who else does. */
export class Composer {
  #text = byId("text");
  #typing = new Map(); // who is typing, and the timer that forgets them
  #toldAt = 0; // when I last said that I'm typing; 0 if the others think that I'm not
  #tell;

  /**
   * @param send called with the text to send
   * @param tell called with whether I am typing
   */
  constructor(send, tell) {
    this.#tell = tell;
    const form = byId("composer");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#text.value.trim();
      if (text) {
        this.#text.value = "";
        this.#resize();
        this.#say(false);
        send(text);
      }
      this.#text.focus();
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    this.#text.addEventListener("input", () => {
      this.#resize();
      this.#say(this.#text.value.trim() !== "");
    });
  }

  /** Says where the text will go. */
  room(name) {
    this.#text.placeholder = `Message #${name}`;
    this.quiet();
  }

  focus() {
    // A phone's keyboard would hide half of the page.
    if (matchMedia("(hover: hover)").matches) {
      this.#text.focus({ preventScroll: true });
    }
  }

  /** Somebody else is typing, or has stopped. */
  typing(name, isTyping) {
    clearTimeout(this.#typing.get(name));
    this.#typing.delete(name);
    if (isTyping) {
      this.#typing.set(name, setTimeout(() => this.typing(name, false), FORGET_AFTER));
    }
    this.#showTyping();
  }

  /** Forgets who is typing. */
  quiet() {
    this.#typing.forEach(clearTimeout);
    this.#typing.clear();
    this.#toldAt = 0;
    this.#showTyping();
  }

  #showTyping() {
    const names = [...this.#typing.keys()];
    const dots = element("span", { class: "dots" }, element("i"), element("i"), element("i"));
    byId("typing").replaceChildren(...(names.length ? [dots, `${together(names)} ${names.length === 1 ? "is" : "are"} typing`] : []));
  }

  #say(isTyping) {
    if (isTyping ? Date.now() - this.#toldAt > TELL_AGAIN : this.#toldAt) {
      this.#toldAt = isTyping ? Date.now() : 0;
      this.#tell(isTyping);
    }
  }

  #resize() {
    this.#text.style.height = "auto";
    this.#text.style.height = `${this.#text.scrollHeight}px`;
    const left = this.#text.maxLength - this.#text.value.length;
    byId("left").textContent = left < WARN_AT ? left : "";
  }
}
