import { expect, test } from "vitest";
import { speakerMissing, speakerUnasked } from "./speaker.ts";

test.each([
  ["named", "", "A-1", true],
  ["named", "Bà Một", "", false],
  ["secretariat_only", "", "", true],
  ["secretariat_only", "", "A-1", false],
  ["secretariat_only", "Bà Một", null, false],
  ["anonymous", "", "", false],
] as const)(
  "a turn whose naming is %s, by “%s” from “%s”: missing %s",
  (naming, speaker, village, missing) => {
    expect(speakerMissing(naming, speaker, village)).toBe(missing);
  },
);

test("a name beside the word that nobody is recorded is asked about", () => {
  expect(speakerUnasked("anonymous", "Bà Một")).toBe(true);
  expect(speakerUnasked("anonymous", "")).toBe(false);
  expect(speakerUnasked("secretariat_only", "Bà Một")).toBe(false);
});
