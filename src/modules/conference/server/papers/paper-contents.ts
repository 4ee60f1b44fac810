import type { DB } from "#db";
import { whoWithout } from "#kernel/masking/who-without.ts";
import type { Side } from "#modules/document/document-model.ts";
import { issuerInText } from "#modules/document/issuer-in-text.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { officeOf } from "#modules/document/server/index.ts";
import type { Approved } from "#modules/recommendation/public-words.ts";
import { toldInPublic, toldToAll, type ToldOfConference } from "#modules/recommendation/server/index.ts";
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
import {
  findConferenceWithAgenda,
  type ConferenceReading,
  type ConferenceWithAgenda,
} from "../life/find-conference.ts";
import { lastTime, type LastTime } from "../agenda/last-time.ts";
import { ballotResult, officeReader, withheld } from "./paper-facts.ts";
import { readAgendaItems, type AgendaItem } from "../agenda/read-agenda-items.ts";
import { readCollected } from "../collected/read-collected.ts";
import { readInvitations } from "../invitations/read-invitations.ts";

/** A paper as it would be today, and what it still lacks. */
export type PreparedPaper = {
  readonly content: PaperContent;
  readonly missing: readonly Missing[];
  /** Of a paper that is read out: how many of its texts a person approved. */
  readonly wording?: Wording;
};

export type PaperAsked = {
  readonly db: Kysely<DB>;
  readonly conference: Pick<ConferenceReading, "id" | "unitId">;
  readonly side: Side;
  readonly today: string;
  /** The day that the paper is to bear; today unless said. */
  readonly day?: string;
};
type Asked = PaperAsked & {
  readonly office: ConferenceWithAgenda;
  readonly occasion: PaperOccasion;
  readonly agenda: readonly AgendaItem[];
  readonly told: ToldOfConference;
};

/** What one of a conference's papers says, whoever asks for it. */
export async function preparePaper(kind: ConferencePaper, asked: PaperAsked): Promise<PreparedPaper> {
  const { db, conference, today } = asked;
  const office = await findConferenceWithAgenda(db, officeReader(conference.unitId), conference.id, today);
  const told = await toldToAll(db, [conference.id]);
  const issuer = issuerInText(
    await officeOf(db, conference.unitId, asked.side, asked.day ?? today),
    asked.side,
  );
  const agenda = await readAgendaItems(db, office.id, told);
  const occasion = { ...occasionTold(office, told), issuer };
  const prepared = await makers[kind]({ ...asked, office, agenda, occasion, told });
  return office.life === "called_off"
    ? { ...prepared, missing: ["called_off", ...prepared.missing] }
    : prepared;
}

const makers: Readonly<Record<ConferencePaper, (asked: Asked) => Promise<PreparedPaper>>> = {
  announcement: ({ agenda, occasion, side }) =>
    Promise.resolve({
      content: announcementPaper({ occasion, agenda }, side),
      missing: whereAndWho(occasion),
    }),
  async invitation({ db, office, agenda, occasion, side, today, told }) {
    const invited = await readInvitations(db, officeReader(office.unitId), office, today);
    const guests = invited.map(({ name, quota }) => ({
      name: whoWithout(name, (text) => told(office.id, text)),
      quota,
    }));
    const content = invitationPaper({ occasion, agenda, guests }, side);
    return { content, missing: [...whereAndWho(occasion), ...lacking(guests, "guests")] };
  },
  async synthesis({ db, office, occasion, side, today }) {
    const fields = await readCollected(db, officeReader(office.unitId), office, today);
    const codes = fields.flatMap(({ matters }) => matters.map(({ code }) => code));
    const outgoing = readInTheRoom(await withheld(db, office.id, codes));
    const content = synthesisPaper({ occasion, fields, asOf: today, outgoing }, side);
    return { content, missing: lacking(fields, "collected") };
  },
  async results_report({ db, office, occasion, side, today, day = today }) {
    const facts = await lastTime(db, officeReader(office.unitId), office, today, day);
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
  async minutes({ db, office, agenda, occasion, side }) {
    const matters = [...office.turns.flatMap((turn) => turn.matters), ...office.loose];
    const codes = matters.map(({ code }) => code);
    const outgoing = readInTheRoom(await withheld(db, office.id, codes));
    const facts = {
      ...office,
      occasion,
      outgoing,
      turns: outgoingTurns(office.turns, outgoing),
      loose: outgoingMatters(office.loose, outgoing),
      agenda,
      ballot: await ballotResult(db, office.id),
    };
    const missing = office.life === "held" ? lacking(office.turns, "turns") : (["not_held"] as const);
    return { content: minutesPaper(facts, side), missing };
  },
};

/** What a paper says of the conference as a whole names nobody who is not to be named. */
function occasionTold(office: ConferenceWithAgenda, told: ToldOfConference): ConferenceWithAgenda {
  const said = <Words extends string | null>(text: Words) => told(office.id, text);
  return {
    ...office,
    topic: said(office.topic),
    place: said(office.place),
    chairs: office.chairs.map((chair) => ({
      ...chair,
      substitutionReason: said(chair.substitutionReason ?? null),
    })),
  };
}

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
