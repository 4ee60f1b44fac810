import { conferencePapers } from "#modules/conference/papers/paper-order.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { matterPaperKinds } from "#modules/recommendation/paper-choices.ts";
import { moves } from "#modules/recommendation/status-transitions.ts";
import { addressesOfReadings, askedOfReadings } from "./asked-readings.ts";
import { addressesOf, openedRoutes, type Values } from "./every-address.ts";
import type { PlantedServer } from "./planted-server.ts";

type Scene = Pick<PlantedServer, "db" | "place" | "papers" | "today" | "personIds" | "act">;

/** Every address that is asked, by its route: those of the pages and files, and those of the API. */
export async function addressesIn(scene: Scene): Promise<Map<string, string[]>> {
  const values = await plantedValues(scene);
  const asked = askedOfReadings(scene.place, scene.today.slice(0, 4));
  return new Map([
    ...[...openedRoutes.keys()].map((route): [string, string[]] => [
      route,
      addressesOf(route, values).flatMap((address) => questionsOf(route).map((query) => address + query)),
    ]),
    ...addressesOfReadings(asked),
  ]);
}

/** What is asked of a page, and so of the files of its list. */
const questions: Readonly<Record<string, readonly string[]>> = {
  "/desk/sample": [`?n=9&seed=xzxz&at=${Temporal.Now.instant().subtract({ minutes: 1 }).toString()}`],
  "/recommendations": ["", "?text=xz&view=all"],
  "/registers/export": ["?unit=A", "?unit=T"],
  "/reports/cases": ["?unit=A&figure=received", "?unit=A&figure=routed_out"],
  "/units/[code]/below": ["?kind=commune"],
};

function questionsOf(route: string): readonly string[] {
  return questions[route.replace(/\/export\..*$/, "")] ?? [""];
}

/** What the addresses of the product name in the planted register. */
async function plantedValues({ db, place, papers, today, personIds, act }: Scene): Promise<Values> {
  const codes = [...Object.values(place.codes), place.child, place.merged, ...papers.codes];
  /** Held, withheld and merged: what the pages of one matter tell of it is told by the same parts of all. */
  const telling = [place.codes.held, place.codes["withheld later"], place.merged];
  const conferences = [papers.conference, place.conference, place.coming];
  const year = today.slice(0, 4);
  const collected = await db
    .selectFrom("recommendation")
    .select("code")
    .where("conference_id", "=", place.coming)
    .executeTakeFirstOrThrow();
  const requests = await db.selectFrom("draft_request").select("id").execute();
  await act("conference.invite", {
    conference: place.coming,
    guests: [
      { unit: "A-KT", quota: 2 },
      { unit: "A-1", quota: 2 },
    ],
  });
  const invitations = await db.selectFrom("conference_invitation").select("id").execute();
  const plan = await act("planning.draft_plan", { unit: "A", year: Number(year) + 1 });
  // None of those who are tried without a right: one's own contacts one may put right.
  const served = personIds.get("trưởng thôn khác")!;
  const posts = await db.selectFrom("post").select("id").where("person_id", "=", served).execute();
  const offered = await act("identity.offer_post", { unit: "A", capacity: "front_officer", from: today });
  const newcomer = await act("organization.add_person", { unit: "A", full_name: "Người Mới" });
  await act("organization.appoint", {
    person: newcomer.id!,
    unit: "A",
    capacity: "front_officer",
    from: today,
  });
  const invited = await act("identity.invite", { person: newcomer.id!, unit: "A" });
  const rules = await db.selectFrom("deadline_rule").select("code").execute();
  return {
    "[ending=sheet]": ["csv", "xlsx"],
    "[ending=paper]": ["pdf", "docx"],
    "/recommendations/[code]": codes,
    "/recommendations/[code]/[move]": moves.map(
      (move, turn) => `/recommendations/${telling[turn % 3]}/${move}`,
    ),
    "/recommendations/[code]/papers/[paper]": [telling, papers.codes].flatMap((some) =>
      matterPaperKinds.map((kind, turn) => `/recommendations/${some[turn % some.length]}/papers/${kind}`),
    ),
    ...Object.fromEntries(
      ["annul", "correct", "deadlines", "papers", "write-answer"].map((page) => [
        `/recommendations/[code]/${page}`,
        telling.map((code) => `/recommendations/${code}/${page}`),
      ]),
    ),
    "/recommendations/[code]/deadlines/[purpose]": PURPOSES,
    "/conferences/[id]": conferences,
    "/conferences/[id]/conclusion/[edition]": conferences.map((id) => `/conferences/${id}/conclusion/1`),
    "/conferences/[id]/conclusion/[edition]/[side]": conferences.flatMap((id) =>
      ["government", "party"].map((side) => `/conferences/${id}/conclusion/1/${side}`),
    ),
    "/conferences/[id]/conclusion/lines/[n]": ["1", "2", "3", "4"].map(
      (n) => `/conferences/${place.conference}/conclusion/lines/${n}`,
    ),
    "/conferences/[id]/deadlines/[purpose]": PURPOSES.map(
      (purpose) => `/conferences/${place.conference}/deadlines/${purpose}`,
    ),
    "/conferences/[id]/papers/[kind]": [place.conference, papers.conference].flatMap((id) => [
      ...conferencePapers.map((kind) => `/conferences/${id}/papers/${kind}`),
    ]),
    "/conferences/[id]/invitations/[invitation]": invitations.map(
      ({ id }) => `/conferences/${place.coming}/invitations/${id}`,
    ),
    "/conferences/[id]/ask-draft/[code]": [`/conferences/${place.coming}/ask-draft/${collected.code}`],
    "/conferences/[id]/turns/[turn]": [
      `/conferences/${place.conference}/turns/${place.turn}`,
      ...papers.turns.map((turn) => `/conferences/${papers.conference}/turns/${turn}`),
    ],
    "/conferences/drafts/[request]": requests.map(({ id }) => id),
    "/documents/[id]": [place.documents[0]!, place.documents[1]!, ...papers.documents],
    "/documents/[id]/document.docx": papers.documents.map((id) => `/documents/${id}/document.docx`),
    "/files/[attachment]": place.files,
    "/units/[code]": ["A", "T", "A-1", "D"],
    "/units/[code]/hand-over/[id]": [`/units/D/hand-over/${place.handOver}`],
    "/plans/[id]": [plan.id!, place.plan],
    "/invitation/[token]": [invited.token!],
    "/post-offer/[token]": [offered.token!],
    "/administration/calendar/[year]": [year],
    "/administration/fields/[code]": ["giao_thong"],
    "/administration/people/[id]": [served, newcomer.id!],
    "/administration/posts/[id]": posts.map(({ id }) => id),
    "/administration/rules/[code]": rules.slice(0, 1).map(({ code }) => code),
  };
}
