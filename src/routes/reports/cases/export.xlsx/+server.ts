import { unitNames } from "#modules/desk/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { fieldsOn } from "#modules/recommendation/server/index.ts";
import type { CasePage } from "#modules/report/case.ts";
import { reportCases } from "#modules/report/server/index.ts";
import { caseSheet } from "#modules/report/ui/case-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetStream, sheetType } from "#platform/server/sheet/sheet-stream.ts";
import { streamed } from "#platform/server/streamed.ts";
import { signedIn } from "../../../units/signed-in.ts";
import { askedIn, questionOf } from "../../asked.ts";
import type { RequestHandler } from "./$types";

const part = 200;

/** The records behind a figure, as a spreadsheet; the first part is read before anything is sent, so that a question that cannot be answered is refused as such. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadUnit(db, actor, asked.unit);
  const figure = (event.url.searchParams.get("figure") ?? "received").slice(0, 200);
  const question = questionOf(asked, today);
  const fields = Object.fromEntries((await fieldsOn(db, today)).map(({ code, name }) => [code, name]));
  const read = (after: string | null) => reportCases(db, question, figure, { after, limit: part });
  const first = await read(null);

  async function* rows() {
    yield caseSheet({ units: {}, fields }).heads.map((heading) => ({ heading }));
    for (let page: CasePage | null = first; page; page = page.next ? await read(page.next) : null) {
      const leads = page.cases.flatMap(({ lead }) => lead ?? []);
      const { cells } = caseSheet({ units: await unitNames(db, leads, today), fields });
      for (const one of page.cases) yield cells(one);
    }
  }

  const { name, widths } = caseSheet({ units: {}, fields });
  const headers = {
    "content-type": sheetType,
    "content-disposition": `attachment; filename="danh-sach-${figure.replace(/[^\w.-]/g, "")}-${today}.xlsx"`,
  };
  return new Response(streamed(sheetStream({ name, widths, frozen: 1, rows: rows() })), { headers });
};
