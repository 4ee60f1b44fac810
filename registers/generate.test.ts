import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generate, REGISTERS } from "./generate.ts";

describe("each register file is what its source gives, to the letter", () => {
  it.each(Object.keys(REGISTERS))("%s", (name) => {
    expect(generate(name)).toBe(readFileSync(new URL(name, import.meta.url), "utf8"));
  });
});
