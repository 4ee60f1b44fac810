import type { DB } from "#db";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { draftPaper } from "#modules/document/server/index.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { reportPaper } from "../paper.ts";
import type { Report } from "../report.ts";
import { reportNames } from "./report-names.ts";

/** A report as a draft of its unit's office on a day; whoever asks must be one who may read the report. */
export async function draftReport(db: Kysely<DB>, report: Report, side: Side, day: string): Promise<Paper> {
  const unit = await unitByCode(db, report.unit, "unit");
  return draftPaper(db, unit.id, reportPaper(report, await reportNames(db, report), side), day);
}
