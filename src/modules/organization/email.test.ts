import { expect, test } from "vitest";
import { emailInput } from "./email.ts";

const isAddress = (text: string) => emailInput.safeParse(text).success;

test.each(["thuky@vidu.gov.vn", " a.b-c+d@mongcai.quangninh.gov.vn ", "x@y.vn"])(
  "%s is an address",
  (text) => {
    expect(isAddress(text)).toBe(true);
  },
);

test.each([
  "thuky",
  "thuky@vidu",
  "thu ky@vidu.vn",
  "a@b.vn, c@d.vn",
  "Bà A <a@b.vn>",
  "a@@b.vn",
  "a@b..vn",
  "@b.vn",
  `${"a".repeat(200)}@b.vn`,
])("%s is none", (text) => {
  expect(isAddress(text)).toBe(false);
});
