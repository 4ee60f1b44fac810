import { expect, test } from "vitest";
import { momentText } from "./moment-text.ts";

test.each([
  ["2026-03-02T05:05:00Z", "02/03/2026, 12:05"],
  ["2026-12-31T17:00:00Z", "01/01/2027, 00:00"],
  ["Mon, 02 Mar 2026 05:05:00 GMT", "02/03/2026, 12:05"],
])("%s is %s in Việt Nam", (instant, text) => expect(momentText(instant)).toBe(text));
