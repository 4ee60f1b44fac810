import { describe, expect, test } from "vitest";
import { fieldId } from "./field.ts";
import { fieldOf, formErrors } from "./form-errors.ts";

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

describe("an error in a summary", () => {
  const refused = (form: string, field: string) => ({
    form,
    problem: { vi: "Sai.", en: "Wrong." },
    faults: [{ field, vi: "Không đúng.", en: "Not right." }],
  });

  test.each([
    ["conclusion.change_draft", ["due", "lead", "coordinators", "position", "task"]],
    ["identity.accept_invitation", ["full_name", "username", "password", "password_again"]],
    ["identity.issue_token", ["label", "post", "until"]],
    ["identity.offer_post", ["capacity", "unit", "title", "from", "until"]],
    ["organization.appoint", ["capacity", "unit", "unit_chosen", "title", "from", "until"]],
  ])("of %s says which field is meant", (form, fields) => {
    const labels = fields.map((field) => formErrors(refused(form, field))[0]!.label);
    expect(labels.filter((label) => !label)).toEqual([]);
    expect(new Set(labels).size).toBe(fields.length);
  });

  test("has the form's own word for a field, and the usual one where the form has none", () => {
    const labelOf = (field: string) => (field === "from" ? "Từ lúc" : undefined);
    const label = (field: string) => formErrors(refused("organization.appoint", field), labelOf)[0]!.label;
    expect(label("from")).toBe("Từ lúc");
    expect(label("capacity")).toBeTruthy();
  });
});
