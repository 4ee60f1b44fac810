import type { Act } from "./planted.ts";

// What a unit writes of no matter in particular quotes people too: its plan of a year, the record of what it hands over.

/** Puts the names of people who raised something in the unit into every text of its plan, which is issued; its id. */
export async function quoteInPlan(act: Act, names: readonly string[], day: string): Promise<string> {
  const called = names.join(" và ");
  const { id: plan } = await act("planning.draft_plan", { unit: "A", year: Number(day.slice(0, 4)) });
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const line = { unit: "A", quarter, form: "ad_hoc", audience: `Nhà ${called}` };
  const planned = [{ ...line, topic: `Việc của ${called}`, place: `Sân nhà ${called}` }];
  await act("planning.change_draft", { plan, note: `Theo đơn của ${called}`, planned });
  await act("planning.issue_plan", { plan, issued_on: day, side: "government" });
  return plan;
}

/** A commune that goes over into another, with work of somebody who is not to be named; the id of the record. */
export async function quoteInHandOver(act: Act, name: string, day: string): Promise<string> {
  const commune = { code: "D", kind: "commune", parent: "T", name: "Xã Dừng", from: "2020-01-01" };
  await act("organization.create_unit", commune);
  const said = { unit: "D", field: "y_te", received_on: day, text: `Việc nhà tôi, ${name}` };
  await act("recommendation.receive", { ...said, raised_by: name, naming: "secretariat_only" });
  const on = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  await act("organization.arrange_units", { kind: "merge", on, from: ["D"], to: ["A"] });
  const signed = { given_by: `Ông Giao, cháu ${name}`, received_by: `Bà Nhận, con ${name}` };
  const record = { from: "D", to: "A", on, symbol: "1/BB-BG", note: `Gặp riêng ${name}`, ...signed };
  return (await act("handover.record", record)).id;
}
