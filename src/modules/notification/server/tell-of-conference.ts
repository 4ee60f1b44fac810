import { dayInVietnam } from "#kernel/clock.ts";
import type { Capacity } from "#kernel/actor.ts";
import {
  askedAgencies,
  invitedUnits,
  toldConference,
  type ToldConference,
} from "#modules/conference/server/index.ts";
import type { Word } from "#platform/server/outbox-worker.ts";
import type { ConferenceDetails } from "../conference-news.ts";
import { drafting, invited } from "../telling.ts";
import { conferenceDetails } from "./awaited-answer.ts";
import { notify } from "./notify.ts";
import { peopleHolding } from "./people.store.ts";
import { shortReason } from "./short-reason.ts";

type Handling = (word: Word, mail: boolean) => Promise<void>;

/** Those who were invited are asked to answer; nobody, where the conference is over by now or was called off. */
export const tellInvited: Handling = async (word, mail) => {
  const ids = word.payload.invitations as string[];
  const conference = await toCome(word);
  if (!conference) return;
  const units = await invitedUnits(word.trx, conference.id);
  for (const { invitationId, unitId, quota } of units.filter((unit) => standsAmong(unit, ids))) {
    const details = {
      ...conferenceDetails(conference),
      news: "invited",
      invitation: invitationId,
      quota,
    } as const;
    await tellUnit(word, mail, { unitId, capacities: invited, details, of: invitationId });
  }
};

/** For how many an invitation is now. */
export const tellQuotas: Handling = async (word, mail) => {
  const changes = word.payload.changes as { invitation: string; before: number }[];
  const conference = await toCome(word);
  if (!conference) return;
  const units = await invitedUnits(word.trx, conference.id);
  for (const { invitation, before } of changes) {
    const unit = units.find((each) => standsAmong(each, [invitation]));
    if (!unit || unit.quota === before) continue;
    const { unitId, quota } = unit;
    const news = { news: "quota_changed", invitation, quota, quotaBefore: before } as const;
    const details = { ...conferenceDetails(conference), ...news };
    await tellUnit(word, mail, { unitId, capacities: invited, details, of: invitation });
  }
};

export const tellUninvited: Handling = async (word, mail) => {
  const conference = await toCome(word);
  if (!conference) return;
  const units = await invitedUnits(word.trx, conference.id);
  const unit = units.find(({ invitationId }) => invitationId === word.payload.invitation);
  if (!unit) return;
  const details = { ...conferenceDetails(conference), news: "uninvited" } as const;
  await tellUnit(word, mail, { unitId: unit.unitId, capacities: invited, details });
};

type Before = { readonly held_on: string; readonly starts_at: string | null; readonly place: string | null };

/** Another day, hour or place: for all who are invited, and the agencies that prepare an answer. */
export const tellChanged: Handling = async (word, mail) => {
  const conference = await toldConference(word.trx, String(word.payload.conference));
  const { held_on, starts_at, place } = word.payload.before as Before;
  const today = dayInVietnam(word.now);
  if (conference.life !== "prepared" || (conference.heldOn < today && held_on < today)) return;
  const before = { heldOn: held_on, startsAt: starts_at, place };
  await tellAll(word, mail, { ...conferenceDetails(conference), news: "changed", before });
};

/** That it is not held; one whose day had passed, or that was entered as held by mistake, concerns nobody any more. */
export const tellCalledOff: Handling = async (word, mail) => {
  const conference = await toldConference(word.trx, String(word.payload.conference));
  if (conference.life !== "called_off" || conference.heldOn < dayInVietnam(word.now)) return;
  const reason = shortReason(conference.calledOffReason);
  await tellAll(word, mail, { ...conferenceDetails(conference), news: "called_off", reason });
};

async function toCome({ trx, payload, now }: Word): Promise<ToldConference | null> {
  const conference = await toldConference(trx, String(payload.conference));
  return conference.life === "prepared" && conference.heldOn >= dayInVietnam(now) ? conference : null;
}

const standsAmong = (unit: { invitationId: string; withdrawn: boolean }, ids: readonly string[]) =>
  !unit.withdrawn && ids.includes(unit.invitationId);

async function tellAll(word: Word, mail: boolean, details: ConferenceDetails): Promise<void> {
  const units = await invitedUnits(word.trx, details.conference);
  for (const { unitId } of units.filter(({ withdrawn }) => !withdrawn)) {
    await tellUnit(word, mail, { unitId, capacities: invited, details });
  }
  for (const unitId of await askedAgencies(word.trx, details.conference)) {
    await tellUnit(word, mail, { unitId, capacities: drafting, details });
  }
}

type UnitToTell = {
  readonly unitId: string;
  readonly capacities: readonly Capacity[];
  readonly details: ConferenceDetails;
  /** What of the word they are told: one person may be told of two invitations, and of a change only once. */
  readonly of?: string;
};

async function tellUnit(
  word: Word,
  mail: boolean,
  { unitId, capacities, details, of }: UnitToTell,
): Promise<void> {
  const { trx, id, payload, now } = word;
  const holders = await peopleHolding(trx, [unitId], capacities, dayInVietnam(now));
  const people = holders.filter(({ personId }) => personId !== payload.by);
  const source = ["outbox", id, of].filter(Boolean).join(" ");
  const news = { kind: "moved" as const, conferenceId: details.conference, details, source };
  await notify(trx, people, news, { now, mail });
}
