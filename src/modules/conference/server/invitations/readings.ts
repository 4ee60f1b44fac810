import { Problem } from "#kernel/problem.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { squareCode } from "#platform/server/square-code.ts";
import { z } from "zod";
import { mayInvite } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { invitationSheet } from "../../ui/invitations/invitation-sheet.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { invitableUnits, readAttendance, readInvitations } from "./read-invitations.ts";
import { unansweredInvitations } from "./read-unanswered.ts";

/** Who was invited, as far as the reader may know; whom else one may invite, for whoever invites. */
const invitations = reading({
  name: "conferences.invitations",
  title: { vi: "Giấy mời của hội nghị", en: "The invitations of a conference" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const { id, life, heldOn } = conference;
    const sends = await mayThere({ db, actor, today }, conference)(mayInvite);
    const awaits = sends && life === "prepared" && heldOn >= today;
    return {
      conference,
      unanswered: awaits ? await unansweredInvitations(db, id, today) : [],
      mayInvite: sends,
      invitations: await readInvitations(db, actor, conference, today),
      attendance: await readAttendance(db, id),
      invitable: sends ? await invitableUnits(db, conference) : [],
    };
  },
  file: {
    called: ({ conference }) => ["Giấy mời", conference.heldOn],
    sheet: invitationSheet,
    lines: (answer) => answer.invitations,
    following: () => null,
  },
});

/** One's own, or any for whoever sent it. */
const invitation = reading({
  name: "conferences.invitation",
  title: { vi: "Một giấy mời", en: "One invitation to a conference" },
  query: ofConference.extend({ invitation: z.string() }),
  may: "known",
  async place(asker) {
    const { db, actor, query, today } = asker;
    const { conference } = await conferenceAsked(asker);
    const lines = await readInvitations(db, actor, conference, today);
    const mayWithdraw = await mayThere(asker, conference)(mayInvite);
    const found = lines.find(({ id, own }) => id === query.invitation && (own || mayWithdraw));
    if (!found) throw new Problem(problems.invitation_not_found);
    return { conference, invitation: found, mayWithdraw };
  },
  read: ({ place }) => Promise.resolve(place),
});

const quotas = reading({
  name: "conferences.quotas",
  title: { vi: "Số người mời của từng đơn vị", en: "How many each unit may send" },
  query: ofConference,
  may: mayInvite,
  place: conferenceAsked,
  read: async ({ db, actor, place: { conference }, today }) => ({
    conference,
    invitations: await readInvitations(db, actor, conference, today),
  }),
});

const badges = reading({
  name: "conferences.badges",
  title: { vi: "Thẻ đại biểu", en: "The badges of the delegates" },
  query: ofConference,
  may: mayInvite,
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const lines = await readInvitations(db, actor, conference, today);
    const of = lines.flatMap(({ name: from, delegates }) =>
      delegates.map(({ name, title, badge }) => ({ name, title, badge, from, square: squareCode(badge) })),
    );
    return { conference, badges: of };
  },
});

const door = reading({
  name: "conferences.door",
  title: { vi: "Điểm danh đại biểu", en: "The door of a conference" },
  query: ofConference,
  may: mayInvite,
  place: conferenceAsked,
  read: async ({ db, place: { conference } }) => ({
    conference,
    attendance: await readAttendance(db, conference.id),
  }),
});

export const invitationReadings = { invitations, invitation, quotas, badges, door };
