import { expect, test } from "vitest";
import { dialogueDays } from "./dialogue-days.ts";

const days = Array.from({ length: 800 }, (_, at) =>
  Temporal.PlainDate.from("2027-01-01").add({ days: at }).toString(),
);

test("on whatever day the demo starts, its days are in their order, and nobody meets at a week's end", () => {
  for (const today of days) {
    const { prepared, held, noticed, begun, coming } = dialogueDays(today);
    const inOrder = [prepared, held, noticed, begun, today, coming];
    expect(inOrder.toSorted(), today).toEqual(inOrder);
    for (const day of [held, noticed, coming]) {
      expect(Temporal.PlainDate.from(day).dayOfWeek, `${today}: ${day}`).toBeLessThan(6);
    }
  }
});
