import { describe, expect, test } from "vitest";
import { nextToCheck, sampleHref, sampleIn, sizeIn } from "./sample.ts";

const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const asked = (address: string) => sampleIn(new URL(address, "http://here").searchParams, now);

describe("the address of a sample", () => {
  test("says what makes it the same again", () => {
    const sample = { size: 12, seed: "k3jd8s", at: "2026-03-01T02:03:04Z" };
    expect(asked(sampleHref(sample))).toEqual(sample);
  });

  test.each([
    "/desk/sample",
    "/desk/sample?seed=k3jd8s",
    "/desk/sample?seed=k3jd8s&at=hôm%20qua",
    "/desk/sample?seed=k3jd8s&at=2026-02-30T00:00:00Z",
    "/desk/sample?seed=k3jd8s&at=2026-03-02T05:00:01Z",
    "/desk/sample?seed=%27%20or%201=1&at=2026-03-01T02:03:04Z",
  ])("%s draws nothing yet", (address) => {
    expect(asked(address)).toBeNull();
  });

  test.each([
    [null, 10],
    ["5", 5],
    ["0", 1],
    ["999", 100],
    ["-3", 10],
    ["mười", 10],
  ])("asked for %s it draws %i", (typed, size) => {
    expect(sizeIn(typed)).toBe(size);
  });
});

describe("after a finding one goes on", () => {
  const matters = [
    { code: "A", finding: null },
    { code: "B", finding: { satisfied: true } },
    { code: "C", finding: { satisfied: false } },
    { code: "D", finding: null },
  ];

  test.each([
    ["B", "D"],
    ["C", "D"],
    ["D", "A"],
    ["A", "D"],
  ])("from %s to %s", (after, next) => expect(nextToCheck(matters, after)).toBe(next));

  test("to the top of the page once everything is checked", () => {
    const [, ...rest] = matters.slice(0, 3);
    expect(nextToCheck(rest, "C")).toBeNull();
  });
});
