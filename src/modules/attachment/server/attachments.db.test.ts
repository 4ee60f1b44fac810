import { strToU8, zipSync } from "fflate";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { currentFiles, setCurrentFiles } from "#platform/server/files/current-files.ts";
import { asked } from "../../../../tests/support/asking.ts";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { bringFile } from "./bring-file.ts";
import { attachmentReadings } from "./readings.ts";

const { db, pool } = await testDatabase();
let cast: Cast;
let dataFolder: string;
const people: Record<string, Actor & { kind: "person" }> = {};
const codes: Record<string, string> = {};
let conference: string;
let document: string;

async function act<Made>(name: string, input: object, actor: Actor = cast.system): Promise<Made> {
  return (await cast.perform(actNamed(name)!, input, { actor, now: noon })) as Made;
}

let count = 0;
/** A PDF that no other is like. */
const pdf = (more = "") => Buffer.from(`%PDF-1.7\n${(count += 1)} ${more}\n%%EOF\n`, "latin1");

const bring = (actor: Actor, name: string, bytes: Uint8Array, sending?: string) =>
  bringFile(db, { actor, now: noon, name, bytes, ...(sending && { sending }) });

async function attach(
  actor: Actor,
  code: string,
  more: { name?: string; bytes?: Buffer; purpose?: string } = {},
) {
  const { name = "Tệp.pdf", bytes = pdf(), purpose = "raised" } = more;
  const { id } = await bring(actor, name, bytes);
  const input = { recommendation: code, purpose, files: [id] };
  const { attached } = await act<{ attached: { id: string }[] }>("attachment.attach_to_matter", input, actor);
  return attached[0]!.id;
}

const listFor = (actor: Actor, recommendation: string) =>
  asked(db, attachmentReadings.ofMatter, { recommendation }, actor);
const namesFor = async (actor: Actor, code: string) =>
  (await listFor(actor, code)).files.map(({ name }) => name);
const opened = (actor: Actor, attachment: string) =>
  asked(db, attachmentReadings.file, { attachment }, actor).then(
    ({ name }) => name,
    (error: Problem) => error.definition.code,
  );
const refusal = (done: Promise<unknown>) =>
  done.then(
    () => "done",
    (error: Problem) => error.definition?.code ?? error,
  );

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "doi-thoai-attachments-"));
  setCurrentFiles({ filesUrl: undefined, dataFolder });
  cast = await buildCast(db);
  const posts = [
    ["office", "office_secretary", "A"],
    ["chair", "chairperson", "A"],
    ["statistician", "statistician", "A"],
    ["reviewer", "complaint_reviewer", "A"],
    ["agency", "agency_head", "A-KT"],
    ["village", "village_head", "A-1"],
    ["other village", "village_head", "A-2"],
    ["stranger", "office_secretary", "B"],
    ["administrator", "administrator", "A"],
  ] as const;
  for (const [name, capacity, unit] of posts) people[name] = await cast.holder(capacity, unit);
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const room = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs };
  conference = (await act<{ id: string }>("conference.record", room)).id;
  for (const one of ["plain", "held", "withheld", "other"]) {
    const said = {
      unit: "A",
      text: "Sửa cống",
      field: "giao_thong",
      received_on: "2026-02-02",
      village: "A-1",
    };
    const raised = one === "withheld" ? { raised_by: "Bà Xơ", naming: "secretariat_only" } : {};
    const { code } = await act<{ code: string }>("recommendation.receive", { ...said, ...raised });
    await act("recommendation.assign", { recommendation: code, lead: "A-KT", due: "2026-03-30" });
    codes[one] = code;
  }
  const letter = { recommendation: codes.plain!, paper: "assignment_letter", issued_on: "2026-03-02" };
  document = (await act<{ document: string }>("recommendation.issue_paper", letter)).document;
});
afterAll(() => rm(dataFolder, { recursive: true }));

test("what the office, the agency and the village attach is read by whoever reads the matter, and by nobody else", async () => {
  await attach(people.office!, codes.plain!, { name: "Đơn.pdf" });
  await attach(people.agency!, codes.plain!, { name: "Nghiệm thu.pdf", purpose: "evidence" });
  const photo = await attach(people.village!, codes.plain!, { name: "Thôn.pdf" });
  for (const reader of ["office", "chair", "statistician", "reviewer", "agency", "village"])
    expect([reader, await namesFor(people[reader]!, codes.plain!)]).toEqual([
      reader,
      ["Đơn.pdf", "Nghiệm thu.pdf", "Thôn.pdf"],
    ]);
  for (const stranger of ["other village", "stranger", "administrator"]) {
    expect(await refusal(listFor(people[stranger]!, codes.plain!))).toBe("recommendation.not_found");
    expect(await opened(people[stranger]!, photo)).toBe("attachment.not_found");
  }
  expect(await opened(people.agency!, photo)).toBe("Thôn.pdf");
  const [first] = (await listFor(people.chair!, codes.plain!)).files;
  expect(first).toMatchObject({
    by: "office_secretary A",
    byUnit: "Xã An",
    at: "2026-03-02T05:00:00Z",
    approved: false,
  });
});

test("who reads and does not work on it attaches nothing; who works on it does not approve", async () => {
  const { id } = await bring(people.office!, "a.pdf", pdf());
  const input = { recommendation: codes.plain!, purpose: "raised", files: [id] };
  expect(await refusal(act("attachment.attach_to_matter", input, people.statistician))).toBe(
    "act.not_permitted",
  );
  expect(await refusal(bring(people.statistician!, "a.pdf", pdf()))).toBe("act.not_permitted");
  const file = await attach(people.agency!, codes.plain!, { purpose: "evidence" });
  const approval = { recommendation: codes.plain!, attachment: file, approved: true };
  expect(await refusal(act("attachment.approve_of_matter", approval, people.agency))).toBe(
    "act.not_permitted",
  );
});

test("nobody attaches what somebody else brought, what is attached already, or what was brought the day before", async () => {
  const { id } = await bring(people.agency!, "a.pdf", pdf());
  const input = { recommendation: codes.other!, purpose: "raised", files: [id] };
  expect(await refusal(act("attachment.attach_to_matter", input, people.office))).toBe(
    "attachment.not_brought",
  );
  const late = cast.perform(actNamed("attachment.attach_to_matter")!, input, {
    actor: people.agency!,
    now: noon.add({ hours: 25 }),
  });
  expect(await refusal(late)).toBe("attachment.not_brought");
  await act("attachment.attach_to_matter", input, people.agency);
  expect(await refusal(act("attachment.attach_to_matter", input, people.agency))).toBe(
    "attachment.not_brought",
  );
});

test("the same file twice is refused by its name; at another matter it is told where it is", async () => {
  const bytes = pdf();
  await attach(people.office!, codes.plain!, { name: "Bản quét.pdf", bytes });
  const again = await attach(people.office!, codes.plain!, { name: "Lần nữa.pdf", bytes }).catch(
    (error: Problem) => error,
  );
  expect(again).toBeInstanceOf(Problem);
  expect((again as Problem).faults[0]!.vi).toContain("“Lần nữa.pdf” đã có ở đây");
  const { id } = await bring(people.office!, "Nhầm.pdf", bytes);
  const input = { recommendation: codes.other!, purpose: "raised", files: [id] };
  const done = await act<{ warnings: { vi: string }[] }>("attachment.attach_to_matter", input, people.office);
  expect(done.warnings[0]!.vi).toContain(`“Nhầm.pdf” cùng nội dung với tệp đã đính kèm ở ${codes.plain}`);
  const line = (await listFor(people.office!, codes.other!)).files.find(({ name }) => name === "Nhầm.pdf")!;
  expect(line.elsewhere).toEqual([{ kind: "recommendation", id: codes.plain, label: codes.plain }]);
});

test("a form that was sent twice brings one file", async () => {
  const bytes = pdf();
  const [first, second] = [
    await bring(people.office!, "a.pdf", bytes, "key-0"),
    await bring(people.office!, "a.pdf", bytes, "key-0"),
  ];
  expect(second.id).toBe(first.id);
  expect((await bring(people.agency!, "a.pdf", bytes, "key-0")).id).not.toBe(first.id);
});

test("out of sight with its words: for the reviewer alone, and nothing is attached meanwhile", async () => {
  const file = await attach(people.village!, codes.held!, { name: "Đơn tố cáo.pdf" });
  await act("recommendation.hold", { recommendation: codes.held!, reason: "Tố cáo" });
  for (const reader of ["office", "chair", "agency", "village"]) {
    expect(await namesFor(people[reader]!, codes.held!)).toEqual([]);
    expect(await opened(people[reader]!, file)).toBe("attachment.not_found");
  }
  expect(await namesFor(people.reviewer!, codes.held!)).toEqual(["Đơn tố cáo.pdf"]);
  expect(await opened(people.reviewer!, file)).toBe("Đơn tố cáo.pdf");
  expect(await refusal(attach(people.office!, codes.held!))).toBe("attachment.out_of_sight");
  await act("recommendation.release", { recommendation: codes.held!, reason: "Không phải" });
  expect(await namesFor(people.chair!, codes.held!)).toEqual(["Đơn tố cáo.pdf"]);
});

test("a name that is not told is in no picture either", async () => {
  const raised = await attach(people.office!, codes.withheld!, { name: "Đơn của bà Xơ.pdf" });
  await attach(people.agency!, codes.withheld!, { name: "Đã sửa nhà bà Xơ.pdf", purpose: "evidence" });
  expect(await namesFor(people.office!, codes.withheld!)).toHaveLength(2);
  expect(await namesFor(people.chair!, codes.withheld!)).toEqual(["Đã sửa nhà [tên].pdf"]);
  expect(await opened(people.chair!, raised)).toBe("attachment.not_found");
  const own = await attach(people.chair!, codes.withheld!, { name: "Ảnh lãnh đạo chụp.pdf" });
  expect(await opened(people.chair!, own)).toBe("Ảnh lãnh đạo chụp.pdf");
  expect(await opened(people.statistician!, own)).toBe("attachment.not_found");
  await act("attachment.approve_of_matter", {
    recommendation: codes.withheld!,
    attachment: raised,
    approved: true,
  });
  expect(await namesFor(people.chair!, codes.withheld!)).toHaveLength(3);
});

test("taken off by whoever attached it or by the office, with the reason; the rest of its readers see it no more", async () => {
  const [own, offices] = [
    await attach(people.agency!, codes.other!, { name: "Của phòng.pdf", purpose: "evidence" }),
    await attach(people.office!, codes.other!, { name: "Của văn phòng.pdf" }),
  ];
  const remove = (attachment: string, actor: Actor) =>
    act(
      "attachment.remove_from_matter",
      { recommendation: codes.other!, attachment, reason: "Nhầm việc" },
      actor,
    );
  expect(await refusal(remove(offices, people.agency!))).toBe("attachment.not_yours");
  await remove(own, people.agency!);
  expect(await refusal(remove(own, people.agency!))).toBe("attachment.removed_already");
  await remove(offices, people.office!);
  expect(await opened(people.office!, offices)).toBe("attachment.not_found");
  expect((await listFor(people.agency!, codes.other!)).removed).toMatchObject([
    { name: "Của phòng.pdf", reason: "Nhầm việc", by: "agency_head A-KT", byUnit: "Phòng Kinh tế xã An" },
    { name: "Của văn phòng.pdf", by: "office_secretary A" },
  ]);
  expect((await listFor(people.statistician!, codes.other!)).removed).toEqual([]);
  const { rows } = await pool.query(
    "select input from audit_entry where act = 'attachment.remove_from_matter'",
  );
  expect(JSON.stringify(rows)).not.toContain("Nhầm việc");
});

test("what a file holds and does not show stands between it and the public", async () => {
  const workbook = zipSync({
    "[Content_Types].xml": strToU8(
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    "xl/workbook.xml": strToU8('<sheet name="Lương" sheetId="2" state="hidden"/>'),
  });
  const file = await attach(people.office!, codes.plain!, { name: "Sổ.xlsx", bytes: Buffer.from(workbook) });
  const approval = { recommendation: codes.plain!, attachment: file, approved: true };
  const refused = await act("attachment.approve_of_matter", approval, people.office).catch(
    (error: Problem) => error,
  );
  expect((refused as Problem).vi).toContain("Trong tệp này có: trang tính ẩn");
  const line = async () => (await listFor(people.chair!, codes.plain!)).files.find(({ id }) => id === file)!;
  await act("attachment.approve_of_matter", { ...approval, findings_seen: true }, people.office);
  expect(await line()).toMatchObject({ approved: true, findings: ["hidden_sheets"] });
  await act("attachment.approve_of_matter", { ...approval, approved: false }, people.chair);
  expect(await line()).toMatchObject({ approved: false });
});

test("the signed scan stands beside the document that was issued, with its digest", async () => {
  const bytes = pdf("signed");
  const { id, digest } = await bring(people.office!, "12-TB signed.pdf", bytes);
  await act("attachment.attach_to_document", { document, purpose: "signed", files: [id] }, people.office);
  const { files, subject } = await asked(db, attachmentReadings.ofDocument, { document }, people.chair!);
  expect(files).toMatchObject([{ purpose: "signed", digest, sentDigest: digest, size: bytes.length }]);
  expect(subject.label).toMatch(/UBND/);
  expect(Buffer.from(await currentFiles().read(digest)).equals(bytes)).toBe(true);
  expect(await opened(people.village!, files[0]!.id)).toBe("attachment.not_found");
  expect(await refusal(asked(db, attachmentReadings.ofDocument, { document }, people.stranger!))).toBe(
    "document.not_found",
  );
});

test("a conference has its minutes and its photographs", async () => {
  const { id } = await bring(people.chair!, "Biên bản.pdf", pdf());
  await act("attachment.attach_to_conference", { conference, purpose: "record", files: [id] }, people.chair);
  const { files } = await asked(
    db,
    attachmentReadings.ofConference,
    { conference },
    people["other village"]!,
  );
  expect(files.map(({ name }) => name)).toEqual(["Biên bản.pdf"]);
});

test("a list of 50 files asks no more than a list of none", async () => {
  const asks = async (code: string) => {
    const before = await pool.query<{ calls: number }>("select 1");
    expect(before.rowCount).toBe(1);
    let asked = 0;
    const count = () => (asked += 1);
    pool.on("acquire", count);
    await listFor(people.chair!, code);
    pool.off("acquire", count);
    return asked;
  };
  const said = { unit: "A", text: "Thay bóng đèn", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await act<{ code: string }>("recommendation.receive", said);
  await asks(code);
  const none = await asks(code);
  for (let n = 0; n < 50; n++) await attach(people.office!, code);
  expect(await asks(code)).toBe(none);
  expect((await listFor(people.chair!, code)).files).toHaveLength(50);
});
