import { dayInVietnam } from "#kernel/clock.ts";
import { createUnit } from "#modules/organization/server/index.ts";
import { findPlan } from "#modules/planning/server/index.ts";
import { quarterOf } from "#modules/planning/quarter.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { tellOfComing } from "./dialogue-coming.ts";
import { dialogueDays } from "./dialogue-days.ts";
import { tellOfHeld } from "./dialogue-held.ts";
import { teller } from "./telling.ts";

/** The ward whose desk is shown at work, and its two offices. */
const unit = "VM";
const works = "VM-KTHT";
const culture = "VM-VHXH";

const offices = [
  { code: works, name: "Phòng Kinh tế, Hạ tầng và Đô thị phường" },
  { code: culture, name: "Phòng Văn hóa - Xã hội phường" },
];
const since = "2025-07-01";

/**
 * An invented dialogue of the present year, so that desks have work on them: a conference held a few weeks ago with its
 * notice and what became of it, and one to come. Broken off in the middle, it stays as far as it came.
 */
export async function bringDialogue(db: Kysely<DB>, plan: string, now: Temporal.Instant): Promise<void> {
  if (await isBegun(db)) return;
  const days = dialogueDays(dayInVietnam(now));
  const tell = teller(db, now);
  for (const office of offices) {
    await tell(createUnit, { ...office, kind: "agency", parent: unit, from: since }, days.prepared);
  }
  const lines = await plannedIn(db, plan, days.today);
  const [held, coming] = [lines(days.held), lines(days.coming)];
  await tellOfHeld(tell, db, days, { unit, works, culture, planned: held });
  await tellOfComing(tell, days, { unit, works, culture, planned: coming === held ? undefined : coming });
}

async function isBegun(db: Kysely<DB>): Promise<boolean> {
  const found = await db.selectFrom("unit").select("id").where("code", "=", works).executeTakeFirst();
  return found !== undefined;
}

/** Which line of the year's plan a day fulfils: that of its quarter. */
async function plannedIn(db: Kysely<DB>, plan: string, today: string) {
  const { year, planned } = await findPlan(db, { kind: "system", name: "demo" }, plan, today);
  return (day: string): string | undefined =>
    day.startsWith(String(year)) ? planned.find(({ quarter }) => quarter === quarterOf(day))?.id : undefined;
}
