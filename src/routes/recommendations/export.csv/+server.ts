import { csvLine } from "#modules/recommendation/csv.ts";
import { listMatters, type MatterList } from "#modules/recommendation/server/index.ts";
import { matterSheet } from "#modules/recommendation/ui/matter-sheet.ts";
import { askedIn } from "../asked.ts";
import { readerOf } from "../reader.ts";
import type { RequestHandler } from "./$types";

const part = 500;
const wholeText = 50_000;

/** The list that the address asks for, as a sheet; read part by part, so that its length costs no memory. */
export const GET: RequestHandler = ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const { filter, sort } = askedIn(url);
  const { heads, cells } = matterSheet(locals.preferences.language);

  async function* lines() {
    yield `\ufeff${csvLine(heads)}`;
    let list: MatterList | undefined;
    do {
      const page = { sort, size: part, after: list?.next, excerpt: wholeText };
      list = await listMatters(db, actor, filter, page, today);
      yield list.matters.map((matter) => csvLine(cells(matter))).join("");
    } while (list.next);
  }

  return new Response(streamOf(lines()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="kien-nghi-${today}.csv"`,
    },
  });
};

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
