import { assignMany } from "#modules/recommendation/server/index.ts";
import { assignManyInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { expect, test } from "vitest";
import { buildCast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { formAction } from "./form-action.ts";

// A day without its year is offered wherever a form has a box for a day, also where the act calls that place otherwise.

const { db, pool } = await testDatabase();
const cast = await buildCast(db);
setCurrentDatabase({ db, pool } as unknown as OpenDatabase);
const office = await cast.holder("office_secretary", "A");

test("the date that a coordinating agency has to itself is said back at its own box", async () => {
  const data = new FormData();
  for (const [name, value] of [
    ["recommendations[]", "A-2026-0001"],
    ["lead", "A-KT"],
    ["due", "20/12/2099"],
    ["coordinators[]", "A-VH"],
    ["due:A-VH", "17/2"],
    ["duty:A-VH", "17/2"],
  ] as const)
    data.append(name, value);
  const request = new Request("http://localhost/", { method: "POST", body: data });
  const event = {
    request,
    locals: { actor: office, requestId: crypto.randomUUID() },
    url: new URL("http://localhost/"),
  };
  const answer = await formAction(assignMany, { input: assignManyInput })(event as unknown as RequestEvent);
  const offered = expect.stringMatching(/^17\/02\/\d{4}$/);
  expect(answer).toMatchObject({
    data: {
      refusal: {
        faults: [{ field: "due:A-VH", vi: expect.stringContaining("Đã hiểu là 17/02/") }],
        values: { "due:A-VH": offered, "duty:A-VH": "17/2", due: "20/12/2099" },
      },
    },
  });
});
