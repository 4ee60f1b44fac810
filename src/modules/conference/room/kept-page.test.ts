import { expect, test } from "vitest";
import { assetsIn, isKeptPage, keepable, keptUnder, verdictOn } from "./kept-page.ts";

test.each([
  ["/conferences/01a2/room", "page"],
  ["/conferences/01a2/room/turns", "turns"],
  ["/_app/immutable/chunks/x1.js", "asset"],
  ["/conferences/01a2", null],
  ["/conferences/01a2/room/entries", null],
  ["/conferences/01a2/room/similar", null],
  ["/desk", null],
  ["/recommendations/X-2026-0001", null],
])(
  "of all addresses only the recording page, its turns and what never changes may be kept: %s",
  (path, kind) => expect(keepable(path)).toBe(kind),
);

test("a cache is one person's", () => {
  expect(keptUnder("a")).not.toBe(keptUnder("b"));
  expect([keptUnder("a"), "another", ""].map(isKeptPage)).toEqual([true, false, false]);
});

test("what a page names, each once", () => {
  const html = `<link href="/_app/immutable/assets/0.B-x_.css" rel="stylesheet">
    <link rel="modulepreload" href="/_app/immutable/entry/start.Ab1.js">
    <script nonce="n">import("/_app/immutable/entry/start.Ab1.js")</script><a href="/desk">…</a>`;
  expect(assetsIn(html)).toEqual(["/_app/immutable/assets/0.B-x_.css", "/_app/immutable/entry/start.Ab1.js"]);
});

test.each([
  ["basic", 200, "leave"],
  ["basic", 303, "leave"],
  ["opaqueredirect", 0, "forget"],
  ["basic", 401, "forget"],
  ["basic", 403, "forget"],
  ["basic", 404, "forget"],
  ["basic", 502, "use"],
  ["basic", 500, "use"],
])("an answer that is %s %i: %s", (type, status, verdict) =>
  expect(verdictOn({ type, status })).toBe(verdict),
);
