import type { DB } from "#db";
import { isReviewed } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import type { Warning } from "./move-act.ts";

/** What is held waits for its reviewer; where there is none it would wait for good, and nobody would be told of it. */
const nobodyReviews: Warning = {
  code: "recommendation.nobody_reviews",
  vi: "Đơn vị này và cấp trên chưa có ai giữ nhiệm vụ xem xét đơn: chưa ai cho hiển thị lại hoặc chuyển nội dung này đi được. Đề nghị quản trị ghi chức vụ xem xét đơn cho một người.",
  en: "Nobody in this unit or above reviews complaints: until somebody is given that post, nobody can release it or route it out.",
};

/** What whoever holds something in a unit has to know. */
export async function warnIfNobodyReviews(
  db: Kysely<DB>,
  unitId: string,
  today: string,
): Promise<readonly Warning[]> {
  return (await isReviewed(db, unitId, today)) ? [] : [nobodyReviews];
}
