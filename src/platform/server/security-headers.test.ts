import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers.ts";

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
