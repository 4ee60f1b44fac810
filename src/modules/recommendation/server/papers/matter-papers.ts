import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { bodyInText } from "#modules/document/body-in-text.ts";
import type { Paper } from "#modules/document/document-model.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { issuerInText } from "#modules/document/issuer-in-text.ts";
import {
  documentsAbout,
  draftPaper,
  officeOf,
  writerOn,
  type DocumentLine,
} from "#modules/document/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { sql, type Kysely } from "kysely";
import { lastFact } from "../../by-day.ts";
import { isFromAbove } from "../../words-from-above.ts";
import { lastAnswer, papersAbout, type MatterPaperKind, type PaperSide } from "../../paper-choices.ts";
import { isLetter, matterLetter, transferSlip, type MatterFacts } from "../../papers.ts";
import { mayWriteLetters, mayWriteTransferSlip } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Move } from "../../status-transitions.ts";
import { outgoingWords, type PaperGoesTo, type PersonalWords } from "../sight/outgoing-words.ts";
import { numberOfAnswer, type AnswerNumber } from "./answer-number.ts";
import { findMatter, type MatterReading } from "../matter/find-matter.ts";
import { standingOn } from "./standing-on.ts";
import { whoRaisedBy } from "./who-raised.ts";
import { keeperOfMatter, keeperOn } from "../sight/visibility.ts";

export type MatterPapers = {
  readonly code: string;
  /** What this actor can write about it now. */
  readonly kinds: readonly MatterPaperKind[];
  /** What has been issued, as far as the actor may read it. */
  readonly issued: readonly DocumentLine[];
};

/** Whether any paper about a matter is this actor's to write, whatever its state. */
export async function mayWritePapers(
  db: Kysely<DB>,
  actor: Actor,
  matter: MatterReading,
  today: string,
): Promise<boolean> {
  const unitId = await keeperId(db, matter);
  const grant = matter.hiddenFromOthers === null ? mayWriteLetters : mayWriteTransferSlip;
  return mayDo(db, actor, grant, unitId, today);
}

/**
 * The papers about a matter, to be made and issued.
 * @throws Problem `not_found`; `act.not_permitted` for those who write none
 */
export async function papersOfMatter(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<MatterPapers> {
  const matter = await matterToWriteAbout(db, actor, code, today);
  const issued = await documentsAbout(db, actor, { kind: "recommendation", id: matter.id }, today);
  return { code: matter.code, kinds: kindsFor(matter), issued };
}

/**
 * One paper about a matter as a draft of the unit's office, as of the day that it is to bear.
 * @throws Problem `not_found`; `act.not_permitted`; `paper_not_now`, `paper_not_then` where the matter does not stand so on that day
 */
export async function draftMatterPaper(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly code: string; readonly kind: MatterPaperKind; readonly side: PaperSide },
  { day, today }: PaperDay,
): Promise<Paper> {
  const matter = await standingOn(db, await matterToWriteAbout(db, actor, asked.code, today), day);
  if (!kindsFor(matter).includes(asked.kind))
    throw day < today
      ? new Problem(problems.paper_not_then, { field: "issued_on", values: { on: day } })
      : new Problem(problems.paper_not_now);
  const unitId = await paperWriter(db, actor, matter.id, day);
  const raisedBy = asked.kind === "reply_letter" ? await whoRaisedBy(db, matter.id, day) : [];
  const content = contentOf(
    await asPrinted(db, matter, asked.kind),
    asked,
    { ...(await whoWrote(db, actor, matter, { unitId, side: asked.side, day })), raisedBy },
    day,
  );
  return draftPaper(db, unitId, content, day);
}

/** What the answer bears of which the reply is to be made; null of any other paper. @throws Problem as `draftMatterPaper` */
export async function numberedAlready(
  db: Kysely<DB>,
  actor: Actor,
  { code, kind }: { readonly code: string; readonly kind: MatterPaperKind },
  today: string,
): Promise<AnswerNumber | null> {
  if (kind !== "reply_letter") return null;
  return numberOfAnswer(db, await matterToWriteAbout(db, actor, code, today));
}

/**
 * The unit whose paper about a matter it is on a day: of those that kept the matter by then the one that is there, rather
 * the actor's own where several carry it on.
 */
export async function paperWriter(
  db: Kysely<DB>,
  actor: Actor,
  matterId: string,
  day: string,
): Promise<string> {
  const { rows } = await sql<{ keeper: string; unit: string }>`
    select ${keeperOn(day)} as keeper, r.unit_id as unit from recommendation r where r.id = ${matterId}`.execute(
    db,
  );
  const { keeper, unit } = rows[0]!;
  const posts = actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : [];
  return writerOn(db, keeper, day, [...posts, unit]);
}

/**
 * What of a person stands in the words that a letter about a matter prints, for whoever writes it.
 * @throws Problem `not_found`; `act.not_permitted`
 */
export async function personalWordsOf(
  db: Kysely<DB>,
  actor: Actor,
  { code, kind }: { readonly code: string; readonly kind: MatterPaperKind },
  today: string,
): Promise<PersonalWords | null> {
  const matter = await matterToWriteAbout(db, actor, code, today);
  const { personalIn } = await outgoingWords(db, [code], goesTo(kind));
  const texts = [
    matter.text,
    ...matter.events.flatMap(({ act, text }) => (printedEvents.has(act) ? (text ?? []) : [])),
  ];
  const found = texts.map((text) => personalIn(text, code));
  return found.find((one) => one === "withheld") ?? found.find((one) => one !== null) ?? null;
}

const printedEvents: ReadonlySet<Move> = new Set(["answer", "reply_from_above", "forward_up"]);

/** Who was given the matter has to call whoever raised it; whoever reads the reply has not. */
const goesTo = (kind: MatterPaperKind): PaperGoesTo => (kind === "reply_letter" ? "everybody" : "workers");

/** The matter with its words as a paper bears them. */
async function asPrinted(
  db: Kysely<DB>,
  matter: MatterReading,
  kind: MatterPaperKind,
): Promise<MatterReading> {
  const { printed } = await outgoingWords(db, [matter.code], goesTo(kind));
  const told = (text: string) => printed(text, matter.code);
  return {
    ...matter,
    text: told(matter.text),
    coordinators: matter.coordinators.map((one) => ({ ...one, duty: one.duty && told(one.duty) })),
    events: matter.events.map((event) => ({ ...event, text: event.text && told(event.text) })),
  };
}

async function matterToWriteAbout(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<MatterReading> {
  const matter = await findMatter(db, actor, code, today);
  const may = matter.hidden === null && (await mayWritePapers(db, actor, matter, today));
  if (!may) throw new Problem(actProblems.not_permitted);
  return matter;
}

/** Of what is out of others' sight no letter is written, only the slip that sends it on. */
function kindsFor({ state, events, hiddenFromOthers }: MatterReading): MatterPaperKind[] {
  const kinds = papersAbout(state, events);
  return hiddenFromOthers === null ? kinds : kinds.filter((kind) => !isLetter(kind));
}

/** The issuer of a paper, who received the matter, who gave it: each as its papers of that day call it. */
type Issuers = {
  readonly issuer: string;
  readonly receiver: string;
  readonly assigner: string;
  /** Whether who gave it was another unit than issues the paper. */
  readonly givenByAnother: boolean;
};

async function whoWrote(
  db: Kysely<DB>,
  actor: Actor,
  matter: MatterReading,
  paper: { readonly unitId: string; readonly side: PaperSide; readonly day: string },
): Promise<Issuers> {
  const { side } = paper;
  const called = async (unitId: string, day: string) =>
    issuerInText(await officeOf(db, unitId, side, day), side);
  const assigned = lastFact(matter.events, ({ act }) => act === "assign");
  const by = assigned && (await paperWriter(db, actor, matter.id, assigned.on));
  const issuer = await called(paper.unitId, paper.day);
  return {
    issuer,
    receiver: await called(matter.unitId, matter.receivedOn),
    assigner: by ? await called(by, assigned.on) : issuer,
    givenByAnother: by !== null && by !== paper.unitId,
  };
}

/** The keeper itself, also where it has ended: which unit writes for it depends on the day of the paper. */
async function keeperId(db: Kysely<DB>, { id }: MatterReading): Promise<string> {
  const { rows } = await sql<{ keeper: string }>`
    select ${keeperOfMatter} as keeper from recommendation r where r.id = ${id}`.execute(db);
  return rows[0]!.keeper;
}

type Asked = { readonly kind: MatterPaperKind; readonly side: PaperSide };

/** Besides those who write it whoever it answers. */
type Concerned = Issuers & Pick<MatterFacts, "raisedBy">;

function contentOf(matter: MatterReading, { kind, side }: Asked, who: Concerned, day: string) {
  if (isLetter(kind)) return matterLetter(kind, factsOf(matter, who, day), side, day);
  const to = lastFact(matter.events, ({ act }) => act === "route_out")?.to ?? "cơ quan có thẩm quyền";
  return transferSlip({ code: matter.code, receivedOn: matter.receivedOn, ...who, to }, side);
}

function factsOf(
  matter: MatterReading,
  { issuer, receiver, assigner, givenByAnother, raisedBy }: Concerned,
  day: string,
): MatterFacts {
  const { code, text, receivedOn, conference, state, lead, coordinators, events } = matter;
  const assigned = lastFact(events, ({ act }) => act === "assign");
  const working = lastFact(
    events,
    ({ act, leadName }) => act === "assign" || (act === "hand_over" && leadName !== null),
  );
  const above = lastFact(events, (event) => event.act === "forward_up" && !isFromAbove(event));
  return {
    code,
    text,
    receivedOn,
    issuer,
    receiver,
    coordinators: coordinators.map((one) => ({ ...one, name: bodyInText(one.name) })),
    dueOn: state.dueOn,
    heldOn: conference?.held && conference.heldOn <= day ? conference.heldOn : null,
    raisedBy,
    lead: lead && bodyInText(lead.name),
    assigned: assigned
      ? {
          on: assigned.on,
          symbol: assigned.symbol,
          by: assigner,
          lead: bodyInText(assigned.leadName ?? ""),
          handedOn: givenByAnother || working !== assigned,
        }
      : null,
    answer: lastAnswer(events)?.text ?? null,
    above: above?.to ? { name: bodyInText(above.to), text: above.text } : null,
  };
}
