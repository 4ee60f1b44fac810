import { keptLists, unitNames } from "#modules/desk/server/index.ts";
import { fieldsOn } from "#modules/recommendation/server/index.ts";
import { mayReadReport, reportCases } from "#modules/report/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "../asked.ts";
import { keepList } from "../../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { reports: db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadReport(db, actor, asked, today);
  const figure = (event.url.searchParams.get("figure") ?? "received").slice(0, 200);
  const after = event.url.searchParams.get("after");
  const question = questionOf(asked, today);
  const page = await reportCases(db, question, figure, { after });
  const fields = await fieldsOn(db, today);
  const named = [asked.unit, figure.split(".").at(-1)!, ...page.cases.flatMap(({ lead }) => lead ?? [])];
  return {
    ...page,
    asked,
    first: after === null,
    asOf: question.asOf ?? question.to,
    kept: await keptLists(db, actor, event.url),
    names: {
      units: await unitNames(db, named, today),
      fields: Object.fromEntries(fields.map(({ code, name }) => [code, name])),
    },
  };
};

export const actions: Actions = keepList;
