import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { conclusionReadings } from "#modules/conclusion/server/index.ts";
import { paperReadings } from "#modules/conference/server/index.ts";
import { matterPaperReadings } from "#modules/recommendation/server/index.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { asked } from "../../../../tests/support/asking.ts";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { findDocument } from "./index.ts";

// What is shown before a paper is issued is the paper of the day that was typed, as it is issued then. A is renamed on 15 February.
const { db } = await testDatabase();
let [cast, office]: [Cast, Actor] = [null!, null!];
let [code, conference, notice] = ["", "", ""];
const [before, after] = ["Xã An", "Phường An"];

type Done = { id: string; code: string; document: string; papers: { id: string }[] };
const act = (name: string, input: object, actor: Actor = cast.system) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Done>;

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  const chairs = [{ name: "Bà Chủ Tọa", capacity: "party_secretary" }];
  conference = (
    await act("conference.record", { unit: "A", form: "periodic", held_on: "2026-02-01", chairs })
  ).id;
  await act("conference.record", { unit: "A", form: "periodic", held_on: "2026-01-05", chairs });
  const said = { unit: "A", text: "Sửa đường", field: "giao_thong", received_on: "2026-02-01", conference };
  code = (await act("recommendation.receive", said)).code;
  const ruled = { recommendation: code, on: "2026-02-01", ruling: "written_answer" };
  await act("recommendation.rule", ruled);
  notice = (await act("conclusion.draft", { conference })).id;
  const line = { matter: code, task: "Sửa đường", lead: "A-KT", due: "2026-03-20" };
  await act("conclusion.change_draft", { notice, put: [line] });
  await act("organization.rename_unit", { unit: "A", name: after, on: "2026-02-15" });
});

const headed = ({ header }: { header: { issuer: string } }) => header.issuer.split("\n").at(-1);

test.each([
  ["2026-02-10", before, "2026-02-10"],
  ["2026-02-20", after, "2026-02-20"],
  [undefined, after, today],
  // Nobody knows what holds on a day to come.
  ["2027-01-01", after, today],
])("of %s a paper is headed %s", async (issued_on, name, day) => {
  const results = { conference, kind: "results_report", side: "government", issued_on };
  const { reading } = await asked(db, paperReadings.paper, results, office);
  expect([headed(reading.paper), reading.day]).toEqual([name, day]);
  const shown = await asked(
    db,
    conclusionReadings.preview,
    { conference, side: "government", issued_on },
    office,
  );
  expect([headed(shown.paper), shown.day]).toEqual([name, day]);
  const period = { unit: "A", from: "2026-01-01", to: "2026-12-31", side: "government", issued_on };
  const report = await asked(db, reportReadings.toIssue, period, office);
  expect([headed(report.paper), report.day, report.asOf]).toEqual([name, day, day]);
  expect(await asked(db, reportReadings.draft, period, office)).toEqual(report.paper);
});

test("what is issued is what was shown, a second one in the place of the first as well", async () => {
  const which = { conference, kind: "results_report", side: "government" };
  const shownOf = async (issued_on: string) =>
    (await asked(db, paperReadings.paper, { ...which, issued_on, again: true }, office)).reading;
  let replaces: string | undefined;
  for (const issued_on of ["2026-02-10", "2026-02-20"]) {
    const { paper } = await shownOf(issued_on);
    const { id } = await act(
      "conference.issue_paper",
      { ...which, issued_on, replaces, words_read: true },
      office,
    );
    const { header, body } = (await findDocument(db, office, id, today)).paper;
    expect([headed({ header }), body]).toEqual([headed(paper), paper.body]);
    replaces = id;
  }
});

test("a letter is shown of its day; where there was nothing to write then, of today with the reason", async () => {
  await act("conclusion.issue", { notice, issued_on: "2026-02-12", sides: "government" });
  const letter = { recommendation: code, kind: "assignment_letter", side: "government" };
  const of = (issued_on?: string) => asked(db, matterPaperReadings.paper, { ...letter, issued_on }, office);
  expect([await of("2026-02-13"), await of()].map(({ paper, day }) => [headed(paper), day])).toEqual([
    [before, "2026-02-13"],
    [after, today],
  ]);
  const { paper, day, notThen } = await of("2026-02-05");
  expect([headed(paper), day, notThen?.vi]).toEqual([after, today, expect.stringContaining("05/02/2026")]);
});
