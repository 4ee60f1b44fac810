import type { DB } from "#db";
import { whoWithout } from "#kernel/masking/who-without.ts";
import type { Paper, Side } from "#modules/document/document-model.ts";
import { issuerInText } from "#modules/document/issuer-in-text.ts";
import type { PaperContent } from "#modules/document/office.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { draftPaper, officeOf } from "#modules/document/server/index.ts";
import type { Approved } from "#modules/recommendation/public-words.ts";
import { toldInPublic } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import { announcementPaper } from "../../papers/announcement.ts";
import { invitationPaper } from "../../papers/invitation.ts";
import { minutesPaper } from "../../papers/minutes.ts";
import type { PaperOccasion } from "../../papers/occasion.ts";
import { readInTheRoom, outgoingMatters, outgoingTurns, type Wording } from "../../papers/outgoing-text.ts";
import type { ConferencePaper, Missing } from "../../papers/paper-order.ts";
import { resultsPaper } from "../../papers/results-report.ts";
import { ballotForm, speakingForm } from "../../papers/forms.ts";
import { synthesisPaper } from "../../papers/synthesis.ts";
import type { ConferenceReading } from "../life/find-conference.ts";
import { readAgenda } from "../agenda/agenda.ts";
import { lastTime, type LastTime } from "../agenda/last-time.ts";
import { conferenceThen, type ConferenceThen } from "./conference-then.ts";
import { ballotResult, officeReader, withheld } from "./paper-facts.ts";
import { readCollected } from "../collected/read-collected.ts";
import { readInvitations } from "../invitations/read-invitations.ts";

/** A paper as it would be on its day, and what it still lacks. */
export type PreparedPaper = {
  readonly content: PaperContent;
  readonly missing: readonly Missing[];
  /** Of a paper that is read out: how many of its texts a person approved. */
  readonly wording?: Wording;
};

export type PaperAsked = PaperDay & {
  readonly db: Kysely<DB>;
  readonly conference: Pick<ConferenceReading, "id" | "unitId">;
  readonly side: Side;
  /** Whose paper it is, where several units carry on the conference's; otherwise the first of them. */
  readonly writer?: string;
};
type Asked = PaperAsked & {
  readonly office: ConferenceThen;
  readonly occasion: PaperOccasion;
};

/** One of a conference's papers as a draft of its day, whoever asks for it. */
export async function draftConferencePaper(
  kind: ConferencePaper,
  asked: PaperAsked,
): Promise<PreparedPaper & { readonly paper: Paper }> {
  const { day, ...prepared } = await prepare(kind, asked);
  const writer = asked.writer ?? asked.conference.unitId;
  return { ...prepared, paper: await draftPaper(asked.db, writer, prepared.content, day) };
}

/** What one of a conference's papers lacks on a day. */
export async function lackingIn(kind: ConferencePaper, asked: PaperAsked): Promise<readonly Missing[]> {
  return (await prepare(kind, asked)).missing;
}

async function prepare(
  kind: ConferencePaper,
  asked: PaperAsked,
): Promise<PreparedPaper & { readonly day: string }> {
  const { arranged, entered } = await conferenceThen(kind, asked);
  const prepared = await prepareWith(kind, asked, arranged);
  const late = entered !== null && prepared.missing.some((what) => arrangedParts.has(what));
  return { ...(late ? await prepareWith(kind, asked, entered) : prepared), day: arranged.day };
}

async function prepareWith(
  kind: ConferencePaper,
  { day: _asked, ...asked }: PaperAsked,
  office: ConferenceThen,
): Promise<PreparedPaper> {
  const { day, life } = office;
  const writing = await officeOf(asked.db, asked.writer ?? office.unitId, asked.side, day);
  const occasion = { ...office, issuer: issuerInText(writing, asked.side) };
  const prepared = await makers[kind]({ ...asked, day, office, occasion });
  return life === "called_off" ? { ...prepared, missing: ["called_off", ...prepared.missing] } : prepared;
}

const makers: Readonly<Record<ConferencePaper, (asked: Asked) => Promise<PreparedPaper>>> = {
  announcement: ({ office: { agenda }, occasion, side }) =>
    Promise.resolve({
      content: announcementPaper({ occasion, agenda }, side),
      missing: whereAndWho(occasion),
    }),
  async invitation({ db, office, occasion, side, today }) {
    const { told, agenda, calledOn, invitedBy } = office;
    const named = { ...office, heldOn: calledOn };
    const invited = await readInvitations(db, officeReader(office.unitId), named, today, invitedBy);
    const guests = invited.map(({ name, quota }) => ({
      name: whoWithout(name, (text) => told(office.id, text)),
      quota,
    }));
    const content = invitationPaper({ occasion, agenda, guests }, side);
    return { content, missing: [...whereAndWho(occasion), ...lacking(guests, "guests")] };
  },
  async synthesis({ db, office, occasion, side, day, today }) {
    const fields = await readCollected(db, officeReader(office.unitId), office, { day, today });
    const codes = fields.flatMap(({ matters }) => matters.map(({ code }) => code));
    const outgoing = readInTheRoom(await withheld(db, office.id, codes));
    const content = synthesisPaper({ occasion, fields, asOf: day, outgoing }, side);
    return { content, missing: lacking(fields, "collected") };
  },
  async results_report({ db, office, occasion, side, day, today }) {
    const facts = await lastTime(db, officeReader(office.unitId), office, { day, today });
    const reported = [...facts.matters, ...facts.carriedOver];
    const codes = reported.map(({ code }) => code);
    const { told: outgoing, approved } = await toldInPublic(db, codes);
    const content = resultsPaper({ ...facts, occasion, asOf: day, outgoing }, side);
    const wording = wordingOf(reported, approved);
    return { content, wording, missing: lacking(facts.previous, "previous") };
  },
  speaking_form: ({ occasion, side }) =>
    Promise.resolve({ content: speakingForm(occasion, side), missing: [] }),
  ballot_form: ({ occasion }) => Promise.resolve({ content: ballotForm(occasion), missing: [] }),
  async minutes({ db, office, occasion, side, day, today }) {
    const said = await readAgenda(db, officeReader(office.unitId), office, today, day);
    const matters = [...said.turns.flatMap((turn) => turn.matters), ...said.loose];
    const codes = matters.map(({ code }) => code);
    const outgoing = readInTheRoom(await withheld(db, office.id, codes));
    const facts = {
      ...office,
      occasion,
      outgoing,
      turns: outgoingTurns(said.turns, outgoing),
      loose: outgoingMatters(said.loose, outgoing),
      ballot: await ballotResult(db, office.id),
    };
    const missing = office.life === "held" ? lacking(said.turns, "turns") : (["not_held"] as const);
    return { content: minutesPaper(facts, side), missing };
  },
};

/** What nothing but an arrangement gives: an old paper that is written down late has it from what was entered since. */
const arrangedParts: ReadonlySet<Missing> = new Set(["place", "chairs", "guests"] as const);

function wordingOf(told: LastTime["matters"], approved: Approved): Wording {
  const texts = told.flatMap(({ code, text, answer }) =>
    (answer ? [text, answer] : [text]).map((original) => approved(original, code)),
  );
  const some = texts.filter((text) => text !== undefined).length;
  return { approved: some, proposed: texts.length - some };
}

function whereAndWho({ place, chairs }: PaperOccasion): Missing[] {
  return [...(place ? [] : (["place"] as const)), ...lacking(chairs, "chairs")];
}

function lacking(some: readonly unknown[], what: Missing): Missing[] {
  return some.length === 0 ? [what] : [];
}
