import { listMatters, type MatterLine, type MatterList } from "#modules/recommendation/server/index.ts";
import { askedIn } from "./asked.ts";
import { readerOf } from "./reader.ts";

const part = 500;
const wholeText = 50_000;

/** Every line of the list that the address asks for; read part by part, so that its length costs no memory. */
export async function* wholeList(locals: App.Locals, url: URL): AsyncGenerator<MatterLine> {
  const { db, actor, today } = readerOf(locals);
  const { filter, sort } = askedIn(url);
  let list: MatterList | undefined;
  do {
    const page = { sort, size: part, after: list?.next, excerpt: wholeText };
    list = await listMatters(db, actor, filter, page, today);
    yield* list.matters;
  } while (list.next);
}
