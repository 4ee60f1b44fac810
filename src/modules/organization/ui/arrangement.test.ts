import { describe, expect, test } from "vitest";
import {
  arrangementInput,
  arrangementShown,
  ASKED,
  childField,
  childrenAsked,
  ENDS,
  namesTyped,
  unitsTyped,
} from "./arrangement.ts";

const asked = {
  children: [{ code: "X.1", name: "Thôn Một" }],
  places: [{ code: "Y", name: "Xã Y" }],
};
const refused = (details: object, values: Record<string, string>) =>
  childrenAsked({ details: details as Record<string, unknown>, values });

describe("where the units below go", () => {
  test("a code with dots keeps its place from the form to the act", () => {
    const fields = { kind: "split", from: "X", to: "Y", [childField("X.1")]: "Y", [childField("X.2")]: ENDS };
    expect(arrangementInput(fields).children).toEqual([
      { unit: "X.1", to: "Y" },
      { unit: "X.2", ends: true },
    ]);
  });

  test("what was shown is another arrangement once its kind, its day or its units are others", () => {
    const fields = { kind: "merge", from: "X", to: "Y", on: "1/3/2026", symbol: "" };
    const shown = arrangementShown(fields);
    expect(arrangementShown({ ...fields, symbol: "1/NQ", from: " X " })).toBe(shown);
    for (const other of [{ kind: "split" }, { on: "2/3/2026" }, { from: "X\nZ" }, { to: "Z" }])
      expect(arrangementShown({ ...fields, ...other })).not.toBe(shown);
  });

  test("a unit is a line, by its code or its name; codes may stand beside each other", () => {
    const typed = "MC-ND, MC-HY\nX.1\r\n Phường Hải Yên, Móng Cái \nmc-x; Xã Y\n";
    expect(unitsTyped(typed)).toEqual(["MC-ND", "MC-HY", "X.1", "Phường Hải Yên, Móng Cái", "mc-x", "Xã Y"]);
    expect(namesTyped(typed)).toEqual(["Phường Hải Yên, Móng Cái", "Xã Y"]);
    const codeOf = { from: () => "F", to: () => "T" };
    expect(arrangementInput({ from: "Xã X", to: "Xã Y" }, codeOf)).toMatchObject({ from: ["F"], to: ["T"] });
  });

  test("nothing is said of what was not chosen apart", () => {
    const fields = { kind: "split", from: "X", to: "Y", [childField("X.1")]: "" };
    expect(arrangementInput(fields).children).toEqual([]);
  });

  test("is asked as the refusal says", () => {
    expect(refused(asked, { kind: "split" })).toEqual(asked);
    expect(refused({ lines: [1] }, { kind: "split" })).toBeNull();
    expect(childrenAsked(undefined)).toBeNull();
  });

  test("is still asked where a later refusal is about something else", () => {
    const carried = { [ASKED]: JSON.stringify(asked) };
    expect(refused({}, { kind: "abolish", ...carried })).toEqual(asked);
    expect(refused({}, { kind: "merge", ...carried })).toBeNull();
  });

  test.each(["", "{", "null", "[]", '{"children":[1],"places":[]}', '{"children":[null],"places":[]}'])(
    "is not asked where nothing readable was carried along: %s",
    (text) => expect(refused({}, { kind: "split", [ASKED]: text })).toBeNull(),
  );
});
