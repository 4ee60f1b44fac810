import { performOn } from "#acts/perform.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { changeDraft, draftPlan, issuePlan } from "#modules/planning/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

const actor = { kind: "system", name: "demo" } as const;
const unit = "VM";

/** An invented plan of the present year for the ward that goes on today; its note says that it is invented. */
export async function bringPlan(db: Kysely<DB>, now: Temporal.Instant): Promise<string> {
  const perform = performOn(db);
  const today = dayInVietnam(now);
  const year = Number(today.slice(0, 4));
  const request = (step: string) => ({ actor, now, idempotencyKey: `demo-plan-${year}-${step}` });
  const { id: plan } = await perform(draftPlan, { unit, year }, request("draft"));
  await perform(changeDraft, { plan, ...contentsOf(year) }, request("change"));
  const planned = `${year}-01-15`;
  const issued_on = planned < today ? planned : today;
  await perform(issuePlan, { plan, issued_on, symbol: `07-KH/ĐU`, side: "party" }, request("issue"));
  return plan;
}

function contentsOf(year: number) {
  const line = (quarter: number, form: string, topic: string, audience: string, chair_capacity: string) => ({
    unit,
    quarter,
    form,
    topic,
    audience,
    chair_capacity,
    place: "Hội trường phường",
  });
  return {
    note: `Kế hoạch thử, dùng để giới thiệu phần mềm; không phải kế hoạch thật của phường năm ${year}.`,
    requirements: [{ unit, required: 4 }],
    planned: [
      line(
        1,
        "periodic",
        "Sắp xếp tổ dân phố, hỗ trợ các tổ mới",
        "Bí thư chi bộ, tổ trưởng dân phố",
        "party_secretary",
      ),
      line(2, "thematic", "Thanh niên lập nghiệp, chuyển đổi số", "Đoàn viên, thanh niên", "chairperson"),
      line(3, "periodic", "Đất đai, trật tự xây dựng đô thị", "Đại diện các hộ dân", "party_secretary"),
      line(
        4,
        "periodic",
        "Môi trường, thoát nước; kết quả giải quyết trong năm",
        "Đại diện các hộ dân",
        "chairperson",
      ),
    ],
  };
}
