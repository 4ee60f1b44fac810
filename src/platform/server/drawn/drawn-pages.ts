import { type Actor, actorKey } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { DB } from "#db";
import { CompiledQuery, type Kysely } from "kysely";
import { currentDatabase } from "../database/current.ts";
import { answersOf, recorded, type Recorded } from "../database/recorded.ts";
import { log } from "../log.ts";
import { askGated, namesOfTexts, type NamedQuestion } from "../recognition/ask-gated.ts";
import { gated } from "../recognition/gate.ts";
import type { Recognised } from "../recognition/recognised.ts";
import { memoryWithin } from "../memory-within.ts";
import { drawnPage, type DrawnPage } from "./drawn-page.ts";

// A page of some routes is drawn from its address, who reads it, the day, how they want pages shown, and the answers of the
// database; opening it does nothing. Where it was drawn before, its questions are asked again as one, together with the gate
// of whoever reads: if every answer is as it was, the page is, and it is sent as it was drawn (decision 38).

/** What of a request such a page depends on. */
export type AskedPage = {
  readonly href: string;
  /** The request's `Cookie` header. */
  readonly cookies: string;
};

type Settings = {
  /** The paths that are drawn so. */
  readonly paths: ReadonlySet<string>;
  /** Who the cookies stand for, as remembered. */
  recognise(cookies: string, now: Temporal.Instant): Promise<Recognised<Actor> | null>;
  /** What of the cookies says how pages are to be shown. */
  shownAs(cookies: string): string;
};

/** What a drawn page was told by the database: by what question, and a digest of all answers. */
export type Told = { readonly key: string; readonly question: Question; readonly told: string };
type Question = NamedQuestion & { readonly lean: boolean };
type Kept = DrawnPage & Omit<Told, "key">;

export type DrawnPages = ReturnType<typeof drawnPages>;

const keptAtMost = 16 * 1024 ** 2;
/** What is compressed of it is a quarter. */
const weightOf = ({ bytes, question: { text, values } }: Kept) =>
  bytes * 1.25 + text.length + JSON.stringify(values).length;
/** Each holds one connection and may wait for another. */
const drawnAtOnce = 2;
const longestAddress = 1000;
const askedOnceAtMost = 5000;

export function drawnPages({ paths, recognise, shownAs }: Settings) {
  const pages = memoryWithin<Kept>(keptAtMost);
  /** What was asked for once, and is not worth keeping yet. */
  const askedOnce = new Set<string>();
  // Every connection keeps its own plans; those that serve people, and the lean ones.
  const names = { usual: namesOfTexts("page", 100), lean: namesOfTexts("page", 100) };
  let drawing = 0;

  function keyOf({ href, cookies }: AskedPage, { who, edition }: Recognised<Actor>, now: Temporal.Instant) {
    return [edition, dayInVietnam(now), actorKey(who), shownAs(cookies), href].join(" ");
  }

  function isWorthKeeping(key: string): boolean {
    if (pages.has(key) || askedOnce.delete(key)) return true;
    if (askedOnce.size >= askedOnceAtMost) askedOnce.clear();
    askedOnce.add(key);
    return false;
  }

  /** The questions as one, and its answer at the moment at which the page was drawn; null where they cannot be asked so. */
  async function askAlike(
    db: Kysely<DB>,
    asked: Recorded,
    recognised: Recognised<Actor>,
    now: Temporal.Instant,
  ): Promise<Omit<Told, "key"> | null> {
    const { lean } = asked;
    const { text, values } = gated(recognised.gate, answersOf(asked), (query) => query.compile(db));
    const all = [...recognised.values(now), ...values];
    const { rows } = await db.executeQuery<{ told: string | null }>(CompiledQuery.raw(text, all));
    const told = rows[0]?.told;
    const name = names[lean ? "lean" : "usual"](text);
    return told ? { question: { name, text, values, lean }, told } : null;
  }

  return {
    paths,

    /** The page as it was drawn, where it would be drawn the same; null where it is to be drawn. */
    async stillSo(asked: AskedPage): Promise<DrawnPage | null> {
      const now = systemClock();
      const recognised = await recognise(asked.cookies, now);
      const page = recognised && pages.get(keyOf(asked, recognised, now));
      return page && (await isStillSo(page, recognised, now)) ? page : null;
    },

    /**
     * Draws a page that is asked for again, as `actor`, in one moment of the database; `told` is what it is to be kept with.
     */
    async drawn<T>(
      asked: AskedPage,
      actor: Actor,
      draw: () => Promise<T>,
    ): Promise<{ done: T; told: Told | null }> {
      const now = systemClock();
      const may = asked.href.length <= longestAddress && drawing < drawnAtOnce;
      const recognised = may ? await recognise(asked.cookies, now) : null;
      const key = recognised && isOf(recognised, actor) ? keyOf(asked, recognised, now) : null;
      if (!recognised || !key || !isWorthKeeping(key)) return { done: await draw(), told: null };
      drawing += 1;
      try {
        const { done, told } = await recorded(currentDatabase(), draw, (db, questions) =>
          askAlike(db, questions, recognised, now),
        );
        return { done, told: told && { key, ...told } };
      } finally {
        drawing -= 1;
      }
    },

    /** Keeps a page as it is sent now, which it is all the same. */
    async keep({ key, question, told }: Told, response: Response, formKey: string): Promise<Response> {
      const html = await response.text();
      const page = drawnPage(html, response, formKey);
      const kept = page && { ...page, question, told };
      if (kept) pages.keep(key, kept, weightOf(kept));
      const { status, headers } = response;
      return new Response(html, { status, headers });
    },
  };
}

/** The posts of somebody may have changed since they were looked up for this request. */
function isOf({ who, edition }: Recognised<Actor>, actor: Actor): boolean {
  return actorKey(who) === actorKey(actor) && "edition" in actor && actor.edition === edition;
}

/** Where it cannot be asked the usual way meets the same fault, if it is one, and says what it is. */
async function isStillSo({ question, told }: Kept, recognised: Recognised<Actor>, now: Temporal.Instant) {
  const { pool, leanPool = pool } = currentDatabase();
  try {
    const [holds, answer] = await askGated(question.lean ? leanPool : pool, question, recognised.values(now));
    if (!holds) recognised.forget();
    return answer === told;
  } catch (error) {
    log.debug({ err: error }, "the questions of a page were not answered");
    return false;
  }
}
