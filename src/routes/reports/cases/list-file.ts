import { unitNames } from "#modules/desk/server/index.ts";
import { fieldsOn } from "#modules/recommendation/server/index.ts";
import type { CasePage, ReportCase } from "#modules/report/case.ts";
import { mayReadReport, reportCases } from "#modules/report/server/index.ts";
import { balanceWords, figureWords } from "#modules/report/words.ts";
import { caseSheet } from "#modules/report/ui/case-sheet.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { sheetFile, type Asking, type SheetEnding } from "../../sheet-file.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "../asked.ts";

const part = 200;

/** The records behind a figure; the first part is read before anything is sent, so that a question that cannot be answered is refused as such. */
export async function casesFile(event: Asking, ending: SheetEnding): Promise<Response> {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadReport(db, actor, asked, today);
  const figure = (event.url.searchParams.get("figure") ?? "received").slice(0, 200);
  const question = questionOf(asked, today);
  const read = (after: string | null) => reportCases(db, question, figure, { after, limit: part });
  const first = await read(null);
  // Units are named part by part, as they are met.
  const units: Record<string, string> = {};
  const fields = Object.fromEntries((await fieldsOn(db, today)).map(({ code, name }) => [code, name]));

  async function* cases(): AsyncGenerator<ReportCase> {
    for (let page: CasePage | null = first; page; page = page.next ? await read(page.next) : null) {
      const leads = page.cases.flatMap(({ lead }) => lead ?? []);
      Object.assign(units, await unitNames(db, leads, today));
      yield* page.cases;
    }
  }

  return sheetFile(caseSheet({ units, fields }), cases(), `Danh sách ${named(figure)} ${today}`, ending);
}

/** What a figure is called in the name of a file; the code of a field or of a unit stands for itself. */
function named(figure: string): string {
  const last = figure.split(".").at(-1) ?? figure;
  const words: Readonly<Record<string, { readonly vi: string }>> = { ...balanceWords, ...figureWords };
  return words[last]?.vi ?? last;
}
