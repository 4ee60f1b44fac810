import { findConferenceWithAgenda } from "#modules/conference/server/index.ts";
import { findDocument } from "#modules/document/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { noon, today } from "../../../../tests/support/cast.ts";
import { noticeScene } from "../../../../tests/support/notice-scene.ts";
import { findNotice, findNoticePaper, noticesOf, publicVersions, readPublication } from "./index.ts";

const { db, cast, secretary, chair, act, held, line, drafted, issue, editionOf, refusal } =
  await noticeScene();

describe("who may read and do what", () => {
  let conference: string;
  let draft: string;
  let codes: string[];

  beforeAll(async () => {
    const made = await drafted(3);
    ({ id: conference, notice: draft, codes } = made);
    await act("conclusion.change_draft", { notice: draft, put: [line(codes[2]!, { lead: "A-VH" })] });
  });

  test.each([
    ["self", "office_secretary", "A", true],
    ["self", "chairperson", "A", true],
    ["self", "party_secretary", "A", true],
    ["the Front", "front_officer", "A", false],
    ["ancestor", "office_secretary", "T", false],
    ["descendant", "village_head", "A-1", false],
    ["assigned", "agency_head", "A-KT", false],
    ["sibling", "office_secretary", "B", false],
    ["stranger", "chairperson", "C", false],
  ] as const)("%s: %s of %s reads the draft: %s", async (_, capacity, unit, may) => {
    const actor = await cast.holder(capacity, unit);
    const read = findNotice(db, actor, { conference, edition: "draft" }, today);
    if (may) await expect(read).resolves.toMatchObject({ state: "draft" });
    else await expect(read).rejects.toThrow("conclusion.not_found");
    expect((await noticesOf(db, actor, conference, today)).draft !== null).toBe(may);
    const changed = refusal(act("conclusion.change_draft", { notice: draft, words: {} }, actor));
    if (capacity !== "office_secretary" || !may)
      expect((await changed).definition.code).toBe(may ? "act.not_permitted" : "conclusion.not_found");
    if (!may) expect((await refusal(issue(draft, {}, actor))).definition.code).toBe("conclusion.not_found");
  });

  test("issued, it is read by those who read the conference, an agency seeing which lines are its own", async () => {
    await issue(draft, {}, await cast.holder("party_secretary", "A"));
    for (const [capacity, unit] of [
      ["front_officer", "A"],
      ["village_head", "A-1"],
      ["office_secretary", "T"],
    ] as const) {
      expect((await editionOf(conference, 1, await cast.holder(capacity, unit))).lines.length).toBe(3);
    }
    const agency = await editionOf(conference, 1, await cast.holder("agency_officer", "A-VH"));
    expect(agency.lines.map(({ own, opens }) => [own, opens])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    for (const [capacity, unit] of [
      ["office_secretary", "B"],
      ["agency_head", "B-KT"],
      ["chairperson", "C"],
    ] as const) {
      const stranger = await cast.holder(capacity, unit);
      await expect(editionOf(conference, 1, stranger)).rejects.toThrow("conclusion.not_found");
      await expect(readPublication(db, stranger, conference, today)).rejects.toThrow("conclusion.not_found");
    }
  });

  test("what is put out of sight afterwards leaves the lines, the paper and the posted text", async () => {
    await act("recommendation.hold", { recommendation: codes[1], reason: "Xem xét" });
    const agency = await cast.holder("agency_head", "A-KT");
    const reviewer = await cast.holder("complaint_reviewer", "A");
    for (const actor of [secretary, agency]) {
      const notice = await editionOf(conference, 1, actor);
      expect([notice.lines.length, notice.hidden]).toEqual([2, [2]]);
      const { paper } = await findNoticePaper(
        db,
        actor,
        { conference, edition: 1, side: "government" },
        today,
      );
      expect(JSON.stringify(paper)).not.toContain(`Khắc phục ${codes[1]}`);
      expect(JSON.stringify(paper)).toContain("Đã chuyển theo quy định");
      // Held is not moved on, and its number would tell that there is one.
      const posted = await readPublication(db, actor, conference, today);
      expect([posted.matters.length, posted.hidden]).toEqual([2, 0]);
      expect(JSON.stringify(posted)).not.toContain(codes[1]);
    }
    expect((await editionOf(conference, 1, reviewer)).lines.length).toBe(3);
    const [paper] = (await editionOf(conference)).papers;
    await expect(findDocument(db, secretary, paper!.id, today)).rejects.toThrow("document.not_found");
    expect((await findDocument(db, reviewer, paper!.id, today)).symbol).toBe(paper!.symbol);
  });
});

/** A conference with one matter answered in the room and one given to an agency, in words with a name in them. */
async function toPost() {
  const { id } = await held(["answered_now"]);
  const spoken = { speaker: "Trần Thị Hoa", naming: "named", summary: "Hỏi" };
  await act("conference.record_turn", { conference: id, ...spoken });
  const text = "Bà Trần Thị Hoa, ĐT 0912345678, đề nghị sửa cống";
  const said = { unit: "A", conference: id, field: "giao_thong", received_on: "2026-02-27", text };
  const { code } = await act("recommendation.receive", said);
  await act("recommendation.rule", { recommendation: code, ruling: "written_answer", on: "2026-02-27" });
  const { id: notice } = await act("conclusion.draft", { conference: id });
  await act("conclusion.change_draft", { notice, put: [line(code, { task: text })] });
  return { id, code, notice, text };
}

const afterNoon = noon.add({ minutes: 5 });
const versionsOf = (conference: string, actor = secretary) => publicVersions(db, actor, conference, today);
/** The proposals as they are, read by a person. */
async function approveAll(conference: string, actor = secretary, now = noon) {
  const versions = (await versionsOf(conference)).map(({ matter, part, digest, proposed }) => ({
    matter,
    part,
    digest,
    text: proposed,
  }));
  return act("conclusion.approve_public", { conference, versions }, actor, now);
}
const postedIn = async (conference: string) =>
  (await readPublication(db, secretary, conference, today)).matters.map(({ text, awaits }) => [text, awaits]);

test("the results are posted in approved words; what is open is told as open with its date; the clock stops", async () => {
  const { id, notice } = await toPost();
  await expect(readPublication(db, secretary, id, today)).rejects.toThrow("conclusion.not_issued");
  await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conclusion.not_issued");
  await issue(notice);
  await approveAll(id);
  const posted = await readPublication(db, secretary, id, today);
  expect(posted.matters.map((matter) => [matter.open, matter.dueOn, matter.text])).toEqual([
    [true, "2026-03-14", "Bà [tên], ĐT [số điện thoại], đề nghị sửa cống"],
    [false, null, "Đề nghị sửa đoạn đường số 1 của thôn"],
  ]);
  await expect(act("conclusion.publish", { conference: id, on: "2026-02-26" })).rejects.toThrow(
    "step_before_day",
  );
  await act("conclusion.publish", { conference: id, note: "Niêm yết tại trụ sở" });
  const afterwards = await readPublication(db, secretary, id, today);
  expect(afterwards.publishedOn).toBe(today);
  // Of the answer in the room nobody has written down what was said: that is told, not left empty.
  expect(afterwards.matters.map(({ wordless }) => wordless).toSorted()).toEqual([false, true]);
  await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conference.step_done_already");
});

describe("the public version of a text", () => {
  test("is a proposal until a person approves it: nothing is shown, nothing is published", async () => {
    const { id, code, notice, text } = await toPost();
    await issue(notice);
    expect(await postedIn(id)).toEqual([
      [null, true],
      [null, true],
    ]);
    const refused = await refusal(act("conclusion.publish", { conference: id }));
    expect([refused.definition.code, refused.vi]).toEqual([
      "conclusion.not_approved",
      expect.stringContaining("Còn 2 nội dung"),
    ]);
    const [first] = await versionsOf(id);
    expect(first).toMatchObject({ matter: code, part: "text", original: text, approved: null });
    expect(first!.proposed).toBe("Bà [tên], ĐT [số điện thoại], đề nghị sửa cống");
    const { matter, part, digest } = first!;
    const own = "Một người dân đề nghị sửa cống";
    await act("conclusion.approve_public", {
      conference: id,
      versions: [{ matter, part, digest, text: own }],
    });
    expect(await postedIn(id)).toEqual([
      [own, false],
      [null, true],
    ]);
    expect((await versionsOf(id))[0]).toMatchObject({ approved: own, approvedBy: expect.any(String) });
  });

  test("is withdrawn by a change of the original; words that were not read are not approved", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    await approveAll(id);
    const other = (await versionsOf(id)).find(({ matter }) => matter !== code)!;
    await act("recommendation.correct", {
      recommendation: other.matter,
      text: "Ông Lê Văn Tám đề nghị sửa đường",
      reason: "Ghi sai",
      field: "giao_thong",
      kind: "recommendation",
      received_on: "2026-02-27",
      naming: "anonymous",
    });
    expect(await postedIn(id)).toEqual([
      [expect.stringContaining("sửa cống"), false],
      [null, true],
    ]);
    await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conclusion.not_approved");
    const { matter, part, digest } = other;
    const stale = { conference: id, versions: [{ matter, part, digest, text: "Sửa đường" }] };
    const refused = await refusal(act("conclusion.approve_public", stale));
    expect(refused.faults).toEqual([
      expect.objectContaining({
        field: "versions.0",
        vi: `Nội dung gốc của ${matter} đã thay đổi; hãy đọc lại.`,
      }),
    ]);
    const elsewhere = { conference: id, versions: [{ ...stale.versions[0]!, part: "answer" }] };
    await expect(act("conclusion.approve_public", elsewhere)).rejects.toThrow("conclusion.not_as_read");
    await approveAll(id, chair, afterNoon);
    await act("conclusion.publish", { conference: id });
  });

  test("is withdrawn where the speaker's naming changes, and only then: what may be posted was agreed under the other", async () => {
    const { id, notice, code } = await toPost();
    const [turn] = (await findConferenceWithAgenda(db, secretary, id, today)).turns;
    const spoken = { turn: turn!.id, position: 1, speaker: "Trần Thị Hoa", naming: "named" };
    await db.updateTable("recommendation").set({ turn_id: turn!.id }).where("code", "=", code).execute();
    await issue(notice);
    await approveAll(id);
    await act("conference.correct_turn", { ...spoken, summary: "Hỏi rõ hơn" }, secretary, afterNoon);
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([false, false]);
    await act("conference.correct_turn", { ...spoken, naming: "secretariat_only" }, secretary, afterNoon);
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([true, false]);
    await approveAll(id, chair, afterNoon.add({ minutes: 5 }));
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([false, false]);
  });

  test("is given once in a request: of two for the same text nobody could tell which holds", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    const { matter, part, digest } = (await versionsOf(id)).find((each) => each.matter === code)!;
    const versions = ["Sửa cống", "Sửa đường"].map((text) => ({ matter, part, digest, text }));
    const refused = await refusal(act("conclusion.approve_public", { conference: id, versions }));
    expect(refused.faults).toEqual([
      expect.objectContaining({ field: "versions.1", vi: expect.stringContaining("gửi hai lần") }),
    ]);
    expect((await versionsOf(id)).every(({ approved }) => approved === null)).toBe(true);
  });

  test("of what is out of sight there is none to approve; an approval is never changed or taken away", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    const before = await versionsOf(id);
    await approveAll(id);
    await act("recommendation.hold", { recommendation: code, reason: "Xem xét" });
    expect((await versionsOf(id)).map(({ matter }) => matter)).not.toContain(code);
    const { matter, part, digest } = before.find((version) => version.matter === code)!;
    const versions = [{ matter, part, digest, text: "Sửa cống" }];
    await expect(act("conclusion.approve_public", { conference: id, versions })).rejects.toThrow(
      "not_as_read",
    );
    await expect(db.updateTable("public_version").set({ text: "Khác" }).execute()).rejects.toThrow();
    await expect(db.deleteFrom("public_version").execute()).rejects.toThrow();
  });

  test("is approved by the office and the heads of the unit, and its originals are read by nobody else", async () => {
    const { id, notice } = await toPost();
    await issue(notice);
    const { matter, part, digest } = (await versionsOf(id))[0]!;
    const given = { conference: id, versions: [{ matter, part, digest, text: "Sửa cống" }] };
    for (const [capacity, unit, code] of [
      ["village_head", "A-1", "act.not_permitted"],
      ["front_chair", "A", "act.not_permitted"],
      ["agency_head", "A-KT", "act.not_permitted"],
      ["office_secretary", "T", "act.not_permitted"],
      ["office_secretary", "B", "not_found"],
      ["chairperson", "C", "not_found"],
    ] as const) {
      const actor = await cast.holder(capacity, unit);
      await expect(act("conclusion.approve_public", given, actor)).rejects.toThrow(code);
      await expect(versionsOf(id, actor)).rejects.toThrow(code);
    }
    await act("conclusion.approve_public", given, await cast.holder("party_secretary", "A"));
  });
});
