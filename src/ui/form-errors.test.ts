import { describe, expect, test } from "vitest";
import { fieldId } from "./field.ts";
import { fieldOf } from "./form-errors.ts";

describe("the field at fault", () => {
  test.each([
    ["due", "due"],
    ["signers.0.title", "signers"],
    ["to:MC-2020-0042", "to:MC-2020-0042"],
    ["child:X.1.2", "child:X.1.2"],
  ])("of %s is %s", (path, field) => expect(fieldOf(path)).toBe(field));

  test("has an id without a dot or a blank, and no two codes share one", () => {
    const codes = ["A.B", "A-B", "A B", "A_B", "A_2e_B", "Ấ.B", "A:B"];
    const ids = codes.map((code) => fieldId(`to:${code}`));
    expect(new Set(ids).size).toBe(codes.length);
    for (const id of ids) expect(id).toMatch(/^[\w-]+$/);
    expect(fieldId("signers.0.title")).toBe("field-signers-0-title");
  });
});
