import { capacities } from "#kernel/actor.ts";
import { expect, test } from "vitest";
import { partsFor, readsWholeUnits } from "./desk.ts";

test("every capacity has a part of the desk", () => {
  for (const capacity of capacities) expect(partsFor([capacity])).toHaveLength(1);
});

test("one who holds several posts sees each part once, the office first", () => {
  expect(partsFor(["village_head", "party_secretary", "chairperson", "office_secretary"])).toEqual([
    "office",
    "lead",
    "village",
  ]);
  expect(partsFor([])).toEqual([]);
});

test("agencies, villages and administrators read no whole unit", () => {
  expect(capacities.filter((capacity) => !readsWholeUnits(capacity))).toEqual([
    "agency_head",
    "agency_officer",
    "village_head",
    "administrator",
  ]);
});
