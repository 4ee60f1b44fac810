import type { Actor, Capacity } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { actNamed } from "#acts/registry.ts";
import { performOn } from "#acts/perform.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { remind } from "#modules/notification/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

/** What a journey about deadlines needs to find: matters in a commune of Hải Dương, and a person's posts there. */
export type DeadlineScene = { readonly overTet: string; readonly extended: string };

const system: Actor = { kind: "system", name: "test" };

/** Sets the scene on the database of a running application, for the person with this id. */
export async function setDeadlineScene(db: Kysely<DB>, personId: string): Promise<DeadlineScene> {
  const perform = performOn(db);
  const now = systemClock();
  const today = dayInVietnam(now);
  const act = async (name: string, input: Record<string, unknown>) =>
    (await perform(actNamed(name)!, input, { actor: system, now })) as { id: string; code: string };
  await fillStatutoryRules(db, now);
  const units = [
    { code: "HD", name: "Tỉnh Hải Dương", kind: "province" },
    { code: "HD-AN", name: "Xã An Thử", kind: "commune", parent: "HD" },
    { code: "HD-AN-KT", name: "Phòng Kinh tế xã An Thử", kind: "agency", parent: "HD-AN" },
  ];
  for (const unit of units) await act("organization.create_unit", unit);
  const posts: [Capacity, string][] = [
    ["office_secretary", "HD-AN"],
    ["agency_officer", "HD-AN-KT"],
  ];
  for (const [capacity, unit] of posts) {
    await act("organization.appoint", { person: personId, unit, capacity, from: "2020-01-01" });
  }
  const matter = async (heldOn: string, assignedOn: string, due: string) => {
    const chairs = [{ name: "Bí thư thử", capacity: "party_secretary" }];
    const conference = await act("conference.record", {
      unit: "HD-AN",
      form: "periodic",
      held_on: heldOn,
      chairs,
    });
    const said = { text: "Đề nghị sửa đường vào thôn", field: "giao_thong", received_on: heldOn };
    const { code } = await act("recommendation.receive", {
      unit: "HD-AN",
      conference: conference.id,
      ...said,
    });
    await act("recommendation.rule", { recommendation: code, on: heldOn, ruling: "written_answer" });
    await act("recommendation.assign", {
      recommendation: code,
      on: assignedOn,
      lead: "HD-AN-KT",
      due,
      symbol: "7/TB-UBND",
    });
    return code;
  };
  const overTet = await matter("2026-02-03", "2026-02-05", "2026-02-20");
  const extended = await matter("2026-02-06", "2026-02-09", "2026-02-23");
  const later = { recommendation: extended, due: "2026-03-05", reason: "Chờ kết quả đo đạc" };
  await act("recommendation.ask_extension", { ...later, on: "2026-02-13" });
  await act("recommendation.extend", { ...later, on: "2026-02-23" });
  await remind(db, today, { now, mail: false });
  return { overTet, extended };
}
