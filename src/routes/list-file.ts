import { questionIn } from "#platform/server/reading/ask.ts";
import type { ListFile, Reading } from "#platform/server/reading/reading.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { askedBy, asking, type Asks } from "./asking.ts";
import { sheetFile, type SheetEnding } from "./sheet-file.ts";

type Event = Pick<RequestEvent, "locals" | "url" | "params"> & {
  readonly params: { readonly ending: SheetEnding };
};

/**
 * A list that a reading gives out, as a file written while it is read. The first part is read before anything is sent, so
 * that a question that cannot be answered is refused as such.
 */
export function listFile<Schema extends z.ZodType, Answer>(
  reading: Reading<Schema, Answer>,
  asks: Asks<Event> = {},
) {
  const { called, sheet, lines, part, following } = reading.file as unknown as ListFile<
    z.output<Schema>,
    Answer,
    unknown
  >;
  return async (event: Event): Promise<Response> => {
    const query = questionIn(reading, { ...(await askedBy(asks, event)), ...part });
    const first = await asking(event, "file").ask(reading, query);
    const { ask, today } = asking(event);
    async function* all() {
      for (let [answer, next]: [Answer, unknown] = [first, query]; next !== null;) {
        yield* lines(answer);
        next = following(answer, next as z.output<Schema>);
        if (next !== null) answer = await ask(reading, next);
      }
    }
    return sheetFile(
      sheet(first, query),
      all(),
      [...called(first, query), today].join(" "),
      event.params.ending,
    );
  };
}
