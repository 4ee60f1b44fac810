import { expect, test } from "vitest";
import { pageOf } from "../../../../tests/support/route-map.ts";
import { stepCodes } from "./legal-bases.ts";
import { placeOfStep } from "./step-places.ts";

const id = "01a20613-0700-738b-8df1-410de2d719c4";
const issued = [{ code: "notice_of_conclusion", doneOn: "2026-03-02" }] as const;

test("every step is done on a page that is there", () => {
  for (const code of stepCodes)
    for (const steps of [[], issued]) {
      const { pathname } = new URL(placeOfStep(id, code, steps), "http://localhost");
      expect(pageOf(pathname), `${code}: ${pathname}`).toBeDefined();
    }
});

test("results are posted once the notice is issued; before that the notice is to be made", () => {
  expect(placeOfStep(id, "publish_results", [])).toBe(`/conferences/${id}/conclusion`);
  expect(placeOfStep(id, "publish_results", issued)).toBe(`/conferences/${id}/conclusion/publication#record`);
});
