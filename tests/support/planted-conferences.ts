import type { Act } from "./planted.ts";

// What is said of a conference as a whole, rather than of one matter, quotes people too.

type Conferences = {
  /** One that was held, and somebody who raised something there and is not to be named. */
  readonly held: { readonly id: string; readonly on: string; readonly name: string };
  /** One to come, and the same. */
  readonly coming: { readonly id: string; readonly on: string; readonly name: string };
};

/** Puts the name of somebody who is not to be named into every text of a conference. */
export async function quoteInConferences(act: Act, { held, coming }: Conferences): Promise<void> {
  const absent = (name: string) => ({
    name: "Ông Phó",
    capacity: "deputy",
    is_head: false,
    substitution_reason: `Người đứng đầu đến thăm ${name}`,
  });
  const said = ({ id, on, name }: Conferences["held"]) => ({
    conference: id,
    form: "ad_hoc",
    held_on: on,
    topic: `Việc của ${name}`,
    place: `Sân nhà ${name}`,
    ad_hoc_reason: `Theo đơn của ${name}`,
    legal_bases: ["law_72_2025"],
    chairs: [{ name: "Bà Chủ trì", capacity: "chairperson" }, absent(name)],
  });
  await act("conference.correct", said(held));
  const heaps = { very_satisfied: 8, satisfied: 0, neutral: 0, dissatisfied: 0, very_dissatisfied: 0 };
  const count = { issued: 10, returned: 8, not_returned: 2, valid: 8, spoiled: 0, ...heaps };
  await act("ballot.record", { conference: held.id, ...count });
  const again = { ...count, reason: `Đếm lại phiếu của ${held.name}` };
  await act("ballot.correct", { conference: held.id, ...again });
  await act("conference.do_step", {
    ...{ conference: held.id, step: "send_to_villages", note: `Đưa tận tay ${held.name}` },
  });
  await act("conference.correct", said(coming));
  const { version } = (await act("conference.correct", said(coming))) as unknown as { version: number };
  // Twice: what the first said until then is kept.
  const items = [{ title: `Nghe ${coming.name} trình bày`, speaker: coming.name }];
  for (const expected_version of [version, version + 1])
    await act("conference.set_agenda", { conference: coming.id, expected_version, items });
  const friend = { name: `Ông Khách Mời, người nhà ${coming.name}`, quota: 1 };
  await act("conference.invite", { conference: coming.id, guests: [{ unit: "A-1", quota: 2 }, friend] });
}

/** Those invited quote somebody in what they answer, and in how they tell who comes. */
export async function quoteInAnswers(act: Act, invitations: readonly string[], name: string): Promise<void> {
  for (const invitation of invitations)
    await act("conference.answer_invitation", {
      ...{ invitation, answer: "accepted", note: `Đi cùng ${name}` },
      delegates: [{ name: "Ông Đại Biểu", title: `con rể ${name}` }],
    });
}

/** A conference that was called off because of somebody who is not to be named; those asked to come are told. */
export async function callOffOver(act: Act, name: string, day: string, later: string): Promise<string> {
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const meeting = { unit: "A", form: "periodic", held_on: later, chairs, topic: `Nhà ${name}` };
  const { id: conference } = await act("conference.prepare", meeting);
  await act("recommendation.receive", {
    ...{ unit: "A", text: `Việc nhà tôi, ${name}`, field: "y_te", received_on: day, conference },
    ...{ channel: "collected_beforehand", raised_by: name, naming: "secretariat_only" },
  });
  await act("conference.invite", { conference, guests: [{ unit: "A-1", quota: 2 }] });
  await act("conference.call_off", { conference, reason: `Theo ý của ${name}` });
  return conference;
}
