// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0

/** Somebody at a browser of their own. Each act waits until the page shows what it needs; nothing waits for a time. */
export class User {
  /** What the page reported as an error; a node that goes is none. */
  problems = [];

  constructor(name, page) {
    this.name = name;
    this.page = page;
    page.on("pageerror", (error) => this.problems.push(String(error)));
  }

  /** Opens the page on a node: with the cookie that HAProxy gives to those whom it sends there. */
  static async open(browser, url, { name, node, viewport }) {
    const phone = viewport.width < 500;
    const context = await browser.newContext({ viewport, locale: "en-GB", colorScheme: "light", isMobile: phone, hasTouch: phone, deviceScaleFactor: phone ? 2 : 1 });
    await context.addCookies([{ name: "serverid", value: node, url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    // Keeps the nodes that the page was on, one after the other.
    await page.addInitScript(() => {
      window.nodes = [];
      new MutationObserver(() => {
        const node = document.getElementById("here")?.dataset.node ?? "none";
        if (node !== window.nodes.at(-1)) {
          window.nodes.push(node);
        }
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto(url);
    await page.fill("#name", name);
    await page.press("#name", "Enter");
    await page.waitForSelector(`#here[data-node="${node}"]`);
    return new User(name, page);
  }

  sees = (selector, text) => this.page.locator(selector).filter({ hasText: text }).last().waitFor();
  finds = (user, node, room = "#") => this.page.locator(`.node[data-node="${node}"] li`).filter({ hasText: user }).filter({ hasText: room }).waitFor({ state: "attached" });
  misses = (user) => this.page.locator(".node li").filter({ hasText: user }).waitFor({ state: "detached" });
  waves = (user) => this.page.locator(".node li button").filter({ hasText: user }).click();

  async says(text) {
    await this.page.fill("#text", text);
    await this.page.press("#text", "Enter");
  }

  hears = (author, node, text) => this.page.locator(".group").filter({ hasText: author }).filter({ has: this.page.locator(`.from[data-node="${node}"]`) }).getByText(text, { exact: true }).last().waitFor({ state: "attached" });

  async enters(room) {
    await this.page.click(`#rooms [data-room="${room}"]`);
    await this.page.waitForSelector(`#rooms [data-room="${room}"][aria-current]`);
  }

  node = () => this.page.locator("#here").getAttribute("data-node");

  /** The nodes that the page was on, one after the other. */
  stations = () => this.page.evaluate(() => window.nodes);

  /** Waits until the page is on another node than this; which one it is. */
  async moves(from) {
    const found = await this.page.waitForFunction((old) => {
      const { node } = document.getElementById("here").dataset;
      return node && node !== old ? node : false;
    }, from);
    return found.jsonValue();
  }

  leaves = () => this.page.context().close();

  async picture(path) {
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path, animations: "disabled" });
  }
}
