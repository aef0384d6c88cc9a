/** Somebody at a browser window of their own. Each act waits until the page shows what it needs; nothing waits for a time. */
export class User {
  /** What the page reported as an error; a restart of the server is none. */
  problems = [];

  constructor(page) {
    this.page = page;
    page.on("pageerror", (error) => this.problems.push(String(error)));
    page.on("console", (message) => {
      const about = message.text() + message.location().url;
      if (message.type() === "error" && !/\/socket\.io\/|WebSocket is already/.test(about)) {
        this.problems.push(about);
      }
    });
  }

  static async open(browser, url, viewport) {
    const phone = viewport.width < 500;
    const context = await browser.newContext({ viewport, locale: "en-GB", colorScheme: "light", hasTouch: phone, isMobile: phone, deviceScaleFactor: phone ? 2 : 1 });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // Keeps the states that the connection went through: an upgrade may be over before anybody looks.
    await page.addInitScript(() => {
      window.states = [];
      new MutationObserver(() => {
        const state = document.getElementById("wire")?.dataset.state;
        if (state && state !== window.states.at(-1)) {
          window.states.push(state);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(url);
    return new User(page);
  }

  async join(name) {
    await this.page.fill("#name", name);
    await this.page.press("#name", "Enter");
  }

  types = (text) => this.page.locator("#text").pressSequentially(text);
  sends = () => this.page.press("#text", "Enter");

  async says(text) {
    await this.page.fill("#text", text);
    await this.sends();
  }

  async enters(room) {
    await this.page.click(`[data-room="${room}"]`);
    await this.page.waitForSelector(`#log[data-room="${room}"]`);
  }

  async creates(room) {
    await this.page.fill("#new-room-name", room);
    await this.page.press("#new-room-name", "Enter");
    await this.page.waitForFunction(() => document.getElementById("room").textContent === "compilers-moths");
  }

  hears = (author, text) => this.page.locator(".group", { has: this.page.getByText(author, { exact: true }) }).getByText(text, { exact: true }).waitFor();
  sees = (selector, text) => this.page.locator(selector).filter({ hasText: text }).last().waitFor();
  has = (selector, text) => this.page.locator(selector).filter({ hasText: text }).last().waitFor({ state: "attached" });
  hides = (selector) => this.page.locator(selector).waitFor({ state: "hidden" });
  seesNothingIn = (selector) => this.seesNothingBut(selector, "");
  is = (state) => this.page.waitForFunction((wanted) => document.getElementById("wire").dataset.state === wanted, state);
  states = () => this.page.evaluate(() => window.states);

  seesNothingBut(selector, text) {
    return this.page.waitForFunction(
      ([where, wanted]) => Array.from(document.querySelector(where).querySelectorAll("li > span:last-child"), (node) => node.textContent).join() === wanted,
      [selector, text],
    );
  }
}
