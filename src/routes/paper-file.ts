import { systemClock } from "#kernel/clock.ts";
import type { Paper } from "#modules/document/document-model.ts";
import type { PaperEnding } from "#modules/document/paper-endings.ts";
import { paperKind } from "#modules/document/paper-kinds.ts";
import { printed, printedDocument } from "#modules/document/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { questionIn } from "#platform/server/reading/ask.ts";
import type { PaperFile, Reading } from "#platform/server/reading/reading.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { askedBy, asking, type Asks } from "./asking.ts";
import { fileName } from "./file-name.ts";

const endings: Record<PaperEnding, { readonly type: string; readonly shownAs: "inline" | "attachment" }> = {
  pdf: { type: "application/pdf", shownAs: "inline" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    shownAs: "attachment",
  },
};

type Event = Pick<RequestEvent, "locals" | "url" | "params"> & {
  readonly params: { readonly ending: PaperEnding };
};

/**
 * A paper that a reading gives out, as a file to read in the browser or to go on with in Word. It is called by its kind and
 * by what the reading says; of several sheets in one file the first names it. The file of an issued document is made once.
 */
export function paperFile<Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  asks: Asks<Event>,
) {
  const { papers, called, issued } = reading.paper as unknown as PaperFile<z.output<Schema>, Answer, Paper>;
  return async (event: Event): Promise<Response> => {
    const { ending } = event.params;
    const query = questionIn(reading, await askedBy(asks, event));
    const answer = await asking(event, "file").ask(reading, query);
    const [first, ...others] = papers(answer, query);
    const document = issued?.(answer) ?? null;
    const file = document
      ? await printedDocument(currentDatabase().db, { document, paper: first, ending }, systemClock())
      : await printed(ending, first, ...others);
    const { type, shownAs } = endings[ending];
    const name = fileName([paperKind(first.kind).vi, ...called(answer, query)], ending);
    const disposition = `${shownAs}; filename="${name}"`;
    return new Response(file, { headers: { "content-type": type, "content-disposition": disposition } });
  };
}
