// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

/** Answers HTTP requests with the files of a folder, which are read once, and HAProxy's question how we are. */
export async function pages(folder) {
  const files = new Map();
  for (const name of await readdir(folder)) {
    files.set(`/${name}`, { type: TYPES[extname(name)], body: await readFile(join(folder, name)) });
  }
  files.set("/", files.get("/index.html"));
  files.set("/health", { type: "text/plain", body: "up" });
  return (request, response) => {
    const file = files.get(new URL(request.url, "http://node").pathname);
    if (file) {
      response.writeHead(200, { "Content-Type": file.type }).end(file.body);
    } else {
      response.writeHead(404).end();
    }
  };
}
