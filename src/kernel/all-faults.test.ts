import { expect, test } from "vitest";
import { refuseAllTogether, refuseTogether } from "./all-faults.ts";
import { Problem } from "./problem.ts";

const refusing = (code: string, field?: string) => () => {
  throw new Problem({ code, status: 422, vi: `${code}.`, en: `${code}.` }, { field });
};
const sound = () => undefined;

test("what several checks refuse is told at once, at each field", () => {
  const all = () => refuseTogether(refusing("a", "x"), sound, refusing("b", "y"));
  expect(all).toThrow(
    expect.objectContaining({
      definition: expect.objectContaining({ code: "a" }),
      faults: [
        { field: "x", vi: "a.", en: "a." },
        { field: "y", vi: "b.", en: "b." },
      ],
    }),
  );
});

test("what is no fault of a field is told by itself", async () => {
  await expect(refuseAllTogether(refusing("a", "x"), refusing("b"))).rejects.toMatchObject({
    definition: { code: "b" },
    faults: [],
  });
});

test("what is no refusal goes on, and nothing is refused where all is sound", async () => {
  const broken = () => {
    throw new TypeError("broken");
  };
  expect(() => refuseTogether(refusing("a", "x"), broken)).toThrow(TypeError);
  await refuseAllTogether(sound, () => Promise.resolve());
});
