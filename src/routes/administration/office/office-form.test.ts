import { expect, it } from "vitest";
import { officePosted, rowsShown } from "./office-form.ts";

it("rows are read as the act takes them, empty ones left out, days as they were typed", () => {
  const posted = {
    unit: "A",
    recipients: "Như trên\r\n\r\n Các thôn ",
    "signers.0.authority": "",
    "signers.0.title": " Chủ tịch",
    "signers.0.name": "Lê An",
    "signers.1.authority": " ",
    "signers.1.title": "",
    "signers.1.name": "",
    "terms.0.name": "2025-2030",
    "terms.0.from_on": "1/7/2025",
  };
  expect(officePosted(posted)).toEqual({
    unit: "A",
    recipients: ["Như trên", " Các thôn "],
    suffixes: [],
    signers: [{ authority: "", title: " Chủ tịch", name: "Lê An" }],
    terms: [{ name: "2025-2030", from_on: "1/7/2025" }],
  });
});

it("there is always one more row to fill", () => {
  const terms = ["a", "b", "c"].map((name) => ({ name, fromOn: "2020-01-01" }));
  const frame = {
    superior: null,
    issuer: "A",
    place: "A",
    suffix: "A",
    suffixes: [],
    signers: [],
    recipients: [],
  };
  const shown = rowsShown({ ...frame, terms });
  expect([shown.terms.length, shown.signers.length]).toEqual([4, 2]);
});
