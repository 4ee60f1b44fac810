import fc from "fast-check";
import { headedBy, type PaperPlace } from "./paper-place.ts";

/** Something that happens in a place on a day; what the register refuses has not happened. */
type Happening = (place: PaperPlace, day: string, detail: number) => Promise<unknown>;

const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const matterOf = ({ matters }: PaperPlace, detail: number) => matters[detail % Math.min(4, matters.length)]!;

/** A move of one of the matters, with what it takes. */
const move =
  (name: string, more: (place: PaperPlace, day: string, detail: number) => object): Happening =>
  (place, day, detail) =>
    place.act(
      `recommendation.${name}`,
      { recommendation: matterOf(place, detail), on: day, ...more(place, day, detail) },
      day,
    );

/** What has a day of its own, and may be written down on any later one. */
const dated: Readonly<Record<string, Happening>> = {
  rename: ({ act, code }, on, detail) => {
    const unit = code(["R", "1", "KT", "Q"][detail % 4]!);
    return act("organization.rename_unit", { unit, name: `Tên mới ${on} ${unit}`, on }, on);
  },
  receive: async (place, received_on, detail) => {
    const { act, code, field, coming, held, matters } = place;
    const conference = [coming, held, undefined][detail % 3];
    const channel = ["collected_beforehand", "conference", "portal"][detail % 3];
    const said = { unit: code("R"), text: `Điện ${received_on} ${detail}`, field, village: code("2") };
    const done = await act(
      "recommendation.receive",
      { ...said, received_on, channel, conference },
      received_on,
    );
    if (done) matters.push(done.code);
    return done;
  },
  assign: move("assign", ({ code }, day, detail) => ({
    lead: code("KT"),
    due: later(day, 5 + (detail % 20)),
  })),
  answer: async (place, day, detail) => {
    const recommendation = matterOf(place, detail);
    const written = { recommendation, on: day, outcome: "done", text: `Đã xong ${day}` };
    await place.act("recommendation.draft_answer", written, day);
    await place.act("recommendation.approve_answer", { recommendation, on: day }, day);
    return place.act("recommendation.answer", { recommendation, on: day }, day);
  },
  reopen: move("reopen", (_, day) => ({ reason: "Chưa xong", due: later(day, 10) })),
  rule: move("rule", (_, day, detail) => ({
    ruling: ["noted", "answered_now", "written_answer"][detail % 3],
    text: `Kết luận ${day}`,
  })),
  extend: async (place, on, detail) => {
    const asked = { recommendation: matterOf(place, detail), on, due: later(on, 30), reason: "Chờ mưa" };
    await place.act("recommendation.ask_extension", asked, on);
    return place.act("recommendation.extend", asked, on);
  },
  block: move("block", (_, day) => ({ review_on: later(day, 40), reason: "Chờ vốn" })),
  return: move("return", () => ({ reason: "Không phải việc của phòng" })),
  forward: move("forward_up", () => ({ to: "T" })),
  confirm: move("confirm", (_, day) => ({ by: "requester", satisfied: false, text: `Chưa ${day}` })),
};

/** What holds from when it is entered, and what changes the units and those who head them. */
const arranged: Readonly<Record<string, Happening>> = {
  rename_field: ({ act, field }, on) =>
    act("recommendation.rename_field", { field, name: `Ruộng ${field} ${on}`, on }, on),
  head: async (place, day) => {
    if (place.head)
      await place.act("organization.end_post", { post: place.head, until: later(day, -1) }, day);
    place.head = await headedBy(place, `Bà Mới ${day}`, day, day);
    return place.head;
  },
  come_over: ({ act, code }, on) =>
    act("organization.arrange_units", { kind: "merge", on, from: [code("Q")], to: [code("R")] }, on),
  go_over: ({ act, code }, on) => {
    const children = ["1", "2", "KT"].map((name) => ({ unit: code(name), to: code("N") }));
    return act(
      "organization.arrange_units",
      { kind: "merge", on, from: [code("R")], to: [code("N")], children, children_to: code("N") },
      on,
    );
  },
  conference_elsewhere: ({ act, code }, held_on) => {
    const chairs = [{ name: "Ông Quyết", capacity: "chairperson" }];
    return act("conference.record", { unit: code("Q"), form: "periodic", held_on, chairs }, held_on);
  },
  put_off: (place, day, detail) => corrected(place, day, detail),
  agenda: async ({ act, db, coming }, day, detail) => {
    const expected_version = await versionOf(db, coming);
    const items = [{ title: `Việc ${day}` }, { title: `Bàn ${detail}`, speaker: "Ông Ất" }];
    return act("conference.set_agenda", { conference: coming, expected_version, items }, day);
  },
  invite: ({ act, code, coming }, day, detail) => {
    const guest = detail % 2 === 0 ? { unit: code("2"), quota: 4 } : { name: `Khách ${day}`, quota: 1 };
    return act("conference.invite", { conference: coming, guests: [guest] }, day);
  },
  uninvite: async ({ act, db, coming }, day, detail) => {
    const all = await invitations(db, coming);
    const invitation = all[detail % Math.max(1, all.length)]?.id;
    return invitation && act("conference.withdraw_invitation", { invitation }, day);
  },
  quota: async ({ act, db, coming }, day, detail) => {
    const all = await invitations(db, coming);
    const one = all[detail % Math.max(1, all.length)];
    if (!one) return null;
    const change = { invitation: one.id, expected_quota: one.quota, quota: 1 + (detail % 7) };
    return act("conference.change_quotas", { conference: coming, changes: [change] }, day);
  },
  open: ({ act, coming }, day, detail) =>
    detail % 4 === 0
      ? act("conference.open", { conference: coming, held_on: day, attendances: 30 }, day)
      : Promise.resolve(null),
  call_off: ({ act, coming }, day, detail) =>
    detail % 5 === 0
      ? act("conference.call_off", { conference: coming, reason: "Bão" }, day)
      : Promise.resolve(null),
};

async function corrected({ act, coming, db }: PaperPlace, day: string, detail: number) {
  const { held_recorded_at } = await db
    .selectFrom("conference")
    .select("held_recorded_at")
    .where("id", "=", coming)
    .executeTakeFirstOrThrow();
  // Of one that was held it would be a correction, not another arrangement.
  if (held_recorded_at) return null;
  const chairs = [{ name: `Ông ${detail}`, capacity: detail % 2 === 0 ? "chairperson" : "party_secretary" }];
  const said = { form: detail % 3 === 0 ? "thematic" : "periodic", held_on: later(day, detail % 15), chairs };
  const more = {
    place: `Sân ${detail}`,
    topic: `Chủ đề ${day}`,
    starts_at: "14:00",
    collect_until: later(day, -2),
  };
  return act("conference.correct", { conference: coming, ...said, ...more }, day);
}

const versionOf = async (db: PaperPlace["db"], id: string) =>
  (await db.selectFrom("conference").select("version").where("id", "=", id).executeTakeFirstOrThrow())
    .version;

const invitations = (db: PaperPlace["db"], conference: string) =>
  db
    .selectFrom("conference_invitation")
    .select(["id", "quota"])
    .where("conference_id", "=", conference)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();

const some = (names: readonly string[]) =>
  fc.record({
    what: fc.constantFrom(...names),
    gap: fc.constantFrom(0, 0, 1, 1, 3),
    detail: fc.nat({ max: 200 }),
  });

/** What happens in a place, each so many days after the one before. */
export const arbitraryHappenings = fc.array(some([...Object.keys(dated), ...Object.keys(arranged)]), {
  minLength: 12,
  maxLength: 30,
  size: "max",
});

export type Happened = { readonly what: string; readonly on: string; readonly detail: number };

const soMany = (names: readonly string[]) =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...names),
      gap: fc.integer({ min: 1, max: 39 }),
      detail: fc.nat({ max: 200 }),
    }),
    {
      minLength: 3,
      maxLength: 9,
      size: "max",
    },
  );

/** What has a day of its own: of the units, and of the matters; and the days of some papers. */
export const arbitraryDated = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 }),
  units: soMany(["rename", "come_over", "conference_elsewhere"]),
  matters: soMany(["receive", "assign", "answer", "reopen", "extend", "block", "return", "confirm"]),
});

export const happen = (place: PaperPlace, what: string, day: string, detail: number) =>
  (dated[what] ?? arranged[what]!)(place, day, detail);
