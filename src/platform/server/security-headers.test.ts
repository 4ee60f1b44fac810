import { expect, test } from "vitest";
import { cacheControlFor, securityHeaders } from "./security-headers.ts";

const namesFor = (address: string) => securityHeaders(new URL(address)).map(([name]) => name);

test("strict transport is promised over https and never over http", () => {
  expect(namesFor("https://doithoai.example.vn/")).toContain("strict-transport-security");
  expect(namesFor("http://localhost:3000/")).not.toContain("strict-transport-security");
});

test("no page may be framed or guessed at, over either", () => {
  for (const address of ["http://localhost:3000/", "https://doithoai.example.vn/"]) {
    expect(namesFor(address)).toEqual(expect.arrayContaining(["x-content-type-options", "x-frame-options"]));
  }
});

test.each([
  ["text/html", true, "private, no-store"],
  ["text/html; charset=utf-8", true, "private, no-store"],
  ["text/html", false, null],
  ["application/json", true, null],
  ["text/csv; charset=utf-8", true, null],
])("%s, signed in: %s, is kept as %s", (type, signedIn, kept) => {
  const response = new Response("", { headers: { "content-type": type } });
  expect(cacheControlFor(response, signedIn)).toBe(kept);
});
