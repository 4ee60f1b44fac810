import { randomBytes } from "node:crypto";
import { actorKey } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { recognisedBySession, type SignedIn } from "#modules/identity/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { answersOf, recorded, type Recorded } from "#platform/server/database/recorded.ts";
import { log } from "#platform/server/log.ts";
import { askGated, namesOfTexts, type NamedQuestion } from "#platform/server/recognition/ask-gated.ts";
import { gated } from "#platform/server/recognition/gate.ts";
import type { Recognised } from "#platform/server/recognition/recognised.ts";
import type { RequestEvent } from "@sveltejs/kit";
import type { Handle } from "@sveltejs/kit/hooks";
import { CompiledQuery, type Kysely } from "kysely";
import type { DB } from "#db";

// A page of these is drawn from its address, who reads it, the day, how they want pages shown, and the answers of the
// database; opening it does nothing. Where it was drawn before, its questions are asked again as one, together with the gate
// of whoever reads: if every answer is as it was, the page is, and it is sent as it was drawn (decision 38).

const routes: ReadonlySet<string | null> = new Set(["/recommendations"]);

/** Some 200 kB each; the one that was drawn longest ago goes first. */
const keptAtMost = 300;
/** Each holds one connection and may wait for another. */
const drawnAtOnce = 2;
const longestAddress = 1000;

type Drawn = {
  /** What changes with each sending stands between them. */
  readonly parts: readonly (Buffer | "nonce" | "formKey")[];
  readonly headers: readonly [string, string][];
  readonly question: NamedQuestion;
  readonly told: string;
};

const pages = new Map<string, Drawn>();
/** What was asked for once, and is not worth keeping yet. */
const askedOnce = new Set<string>();
const askedOnceAtMost = 5000;
/** Every connection that serves people keeps its own plans. */
const nameOf = namesOfTexts("page", 100);
const asking = new WeakMap<
  App.Locals,
  { key: string; recognised: Recognised<SignedIn>; now: Temporal.Instant }
>();
let drawing = 0;

/** Sends a page as it was drawn, where it would be drawn the same. Comes before anybody is looked up. */
export const sendAsDrawn: Handle = async ({ event, resolve }) => {
  const cookies = event.request.headers.get("cookie");
  if (!cookies || !mayBeKept(event, cookies)) return resolve(event);
  const now = systemClock();
  const recognised = await recognisedBySession(currentDatabase().db, cookies, now);
  if (!recognised) return resolve(event);
  const key = keyOf(event, recognised, now);
  asking.set(event.locals, { key, recognised, now });
  const page = pages.get(key);
  if (!page || !(await isStillSo(page, recognised, now))) return resolve(event);
  event.locals.actor = recognised.who.actor;
  event.locals.session = recognised.who.session;
  return sent(page, event);
};

/** Draws a page that is asked for again in one moment of the database, and keeps it with what it asked. */
export const keepDrawn: Handle = async ({ event, resolve }) => {
  const asked = asking.get(event.locals);
  if (!asked || drawing >= drawnAtOnce) return resolve(event);
  const { key, recognised, now } = asked;
  if (!pages.has(key) && !askedOnce.delete(key)) {
    if (askedOnce.size >= askedOnceAtMost) askedOnce.clear();
    askedOnce.add(key);
    return resolve(event);
  }
  drawing += 1;
  try {
    const { done, told } = await recorded(
      currentDatabase(),
      async () => resolve(event),
      (db, questions) => askAlike(db, questions, recognised, now),
    );
    return told ? await kept(key, done, told, event.locals.formKey) : done;
  } finally {
    drawing -= 1;
  }
};

function mayBeKept({ request, route, isDataRequest, url }: RequestEvent, cookies: string): boolean {
  return (
    request.method === "GET" &&
    !isDataRequest &&
    routes.has(route.id) &&
    url.href.length <= longestAddress &&
    // What was just done is said once.
    !/(?:^|; *)said=/.test(cookies)
  );
}

function keyOf({ url, locals }: RequestEvent, { who, edition }: Recognised<SignedIn>, now: Temporal.Instant) {
  const { language, theme, textSize } = locals.preferences;
  const place = [edition, dayInVietnam(now), actorKey(who.actor), language, theme, textSize];
  return [...place, url.href].join(" ");
}

function keep(key: string, page: Drawn): void {
  pages.delete(key);
  if (pages.size >= keptAtMost) pages.delete(pages.keys().next().value!);
  pages.set(key, page);
}

type Told = Pick<Drawn, "question" | "told">;

/** The questions as one, and its answer at the moment at which the page was drawn; null where they cannot be asked so. */
async function askAlike(
  db: Kysely<DB>,
  questions: Recorded,
  recognised: Recognised<SignedIn>,
  now: Temporal.Instant,
): Promise<Told | null> {
  const { text, values } = gated(recognised.gate, answersOf(questions), (query) => query.compile(db));
  const all = [...recognised.values(now), ...values];
  const { rows } = await db.executeQuery<{ told: string | null }>(CompiledQuery.raw(text, all));
  const told = rows[0]?.told;
  return told ? { question: { name: nameOf(text), text, values }, told } : null;
}

/** Where it cannot be asked the usual way meets the same fault, if it is one, and says what it is. */
async function isStillSo(page: Drawn, recognised: Recognised<SignedIn>, now: Temporal.Instant) {
  try {
    const [holds, told] = await askGated(currentDatabase().pool, page.question, recognised.values(now));
    if (!holds) recognised.forget();
    return told === page.told;
  } catch (error) {
    log.debug({ err: error }, "the questions of a page were not answered");
    return false;
  }
}

/** Whatever is different each time a page is sent: the nonce of its scripts, and the key of its form. */
async function kept(key: string, response: Response, told: Told, formKey: string): Promise<Response> {
  const policy = response.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const html = await response.text();
  const { status } = response;
  if (nonce && status === 200 && !response.headers.has("set-cookie")) {
    const headers = [...response.headers].filter(([name]) => !["etag", "content-length"].includes(name));
    const parts = html
      .split(nonce)
      .flatMap((part, at) => [...(at > 0 ? ["nonce" as const] : []), ...aroundKey(part, formKey)]);
    keep(key, {
      parts,
      headers: headers.map(([name, value]) => [name, value.replaceAll(nonce, NONCE)]),
      ...told,
    });
  }
  return new Response(html, { status, headers: response.headers });
}

const NONCE = "%nonce%";

const aroundKey = (part: string, formKey: string) =>
  part.split(formKey).flatMap((text, at) => [...(at > 0 ? ["formKey" as const] : []), Buffer.from(text)]);

function sent({ parts, headers }: Drawn, { locals }: RequestEvent): Response {
  const nonce = randomBytes(16).toString("base64");
  const fresh = { nonce: Buffer.from(nonce), formKey: Buffer.from(locals.formKey) };
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? fresh[part] : part)));
  return new Response(body, {
    headers: [
      ...headers.map(([name, value]): [string, string] => [name, value.replaceAll(NONCE, nonce)]),
      ["content-length", String(body.length)],
    ],
  });
}
