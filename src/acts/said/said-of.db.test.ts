import { actNamed } from "#acts/registry.ts";
import { saidInWords } from "#acts/said/said.ts";
import { setCurrentDatabase } from "#platform/server/database/current.ts";
import type { OpenDatabase } from "#platform/server/database/open.ts";
import { expect, test } from "vitest";
import { buildCast, noon, today } from "../../../tests/support/cast.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { saidOf } from "./said-of.ts";

const { db, pool } = await testDatabase();
const cast = await buildCast(db);
setCurrentDatabase({ db, pool } as unknown as OpenDatabase);

/** Does an act, and what is said of it in both languages. */
async function heard(name: string, input: Record<string, unknown>) {
  const act = actNamed(name)!;
  const output = (await cast.perform(act, input, { actor: cast.system, now: noon })) as {
    id: string;
    code: string;
  };
  const said = await saidOf(act, input, output, noon);
  return { output, vi: saidInWords(said, "vi"), en: saidInWords(said, "en") };
}

const matter = { unit: "A", field: "giao_thong", received_on: "2026-02-10", text: "Đề nghị sửa cầu" };
const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson", is_head: true }];
const conference = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs };

test("a matter by its code, with the agency and the day that it was given", async () => {
  const { output, vi } = await heard("recommendation.receive", matter);
  const { code } = output;
  expect(vi).toBe(`Đã tiếp nhận kiến nghị. Mã ${code}, đọc cho người dân khi cần.`);
  const ruled = { recommendation: code, ruling: "written_answer", due: "2026-03-12" };
  expect(await heard("recommendation.rule", ruled)).toMatchObject({
    vi: `Đã ghi kết luận đối với kiến nghị ${code}: trả lời bằng văn bản, hẹn ngày 12/03/2026.`,
    en: `The ruling on matter ${code} is recorded: written answer, promised for 12/03/2026.`,
  });
  const given = { recommendation: code, lead: "A-KT", due: "2026-03-30" };
  expect(await heard("recommendation.assign", given)).toMatchObject({
    vi: `Đã giao kiến nghị ${code} cho Phòng Kinh tế xã An, hạn 30/03/2026.`,
    en: `Matter ${code} is assigned to Phòng Kinh tế xã An, due 30/03/2026.`,
  });
});

test("the people's yes and no are not said alike", async () => {
  const answered = async () => {
    const { code } = (await heard("recommendation.receive", matter)).output;
    await heard("recommendation.assign", { recommendation: code, lead: "A-KT", due: "2026-03-30" });
    const draft = { recommendation: code, outcome: "done", text: "Đã sửa.", action: "Sửa cầu" };
    await heard("recommendation.draft_answer", draft);
    await heard("recommendation.approve_answer", { recommendation: code });
    await heard("recommendation.answer", { recommendation: code, symbol: "15/UBND-KT" });
    return code;
  };
  const word = async (satisfied: boolean) => {
    const code = await answered();
    const said = await heard("recommendation.confirm", {
      recommendation: code,
      by: "village_head",
      satisfied,
    });
    return said.vi.replace(code, "…");
  };
  expect(await word(true)).toBe("Đồng ý: đã ghi ý kiến của bà con về kết quả của kiến nghị ….");
  expect(await word(false)).toBe(
    "Chưa đồng ý: đã ghi ý kiến của bà con về kết quả của kiến nghị …. Văn phòng và cơ quan chủ trì được báo.",
  );
});

test("a conference by its day and unit; who is asked to come, by name; a step by its title", async () => {
  const { output, vi } = await heard("conference.prepare", conference);
  expect(vi).toBe("Đã lập hội nghị ngày 20/03/2026 của Xã An, sắp diễn ra.");
  const guests = [
    { unit: "A-1", quota: 2 },
    { name: "Hợp tác xã Chè", quota: 1 },
  ];
  const { vi: invited } = await heard("conference.invite", { conference: output.id, guests });
  expect(invited).toBe("Đã mời Thôn Một, Hợp tác xã Chè dự hội nghị ngày 20/03/2026.");
  const { id: invitation } = await db
    .selectFrom("conference_invitation")
    .select("id")
    .where("name", "=", "Hợp tác xã Chè")
    .executeTakeFirstOrThrow();
  expect(
    (await heard("conference.answer_invitation", { invitation, answer: "declined", delegates: [] })).vi,
  ).toBe("Đã ghi: Hợp tác xã Chè không dự hội nghị ngày 20/03/2026.");
  const items = [{ title: "Kết quả kỳ trước" }, { title: "Đối thoại" }];
  const agenda = { conference: output.id, expected_version: 1, items };
  expect((await heard("conference.set_agenda", agenda)).vi).toBe(
    "Đã lưu chương trình hội nghị ngày 20/03/2026 của Xã An: 2 mục.",
  );
  const step = { conference: output.id, step: "collect", on: today };
  expect((await heard("conference.do_step", step)).vi).toBe(
    "Đã ghi việc đã làm: thu thập ý kiến, kiến nghị của người dân.",
  );
  const { code } = (
    await heard("recommendation.receive", {
      ...matter,
      conference: output.id,
      channel: "collected_beforehand",
    })
  ).output;
  const asked = { conference: output.id, recommendation: code, agency: "A-KT", due: "2026-03-10" };
  const { output: request, vi: asking } = await heard("conference.ask_draft", asked);
  expect(asking).toBe(
    `Đã đề nghị Phòng Kinh tế xã An chuẩn bị dự thảo trả lời kiến nghị ${code}, hạn 10/03/2026.`,
  );
  expect((await heard("conference.withdraw_draft_request", { request: request.id })).vi).toBe(
    `Đã rút đề nghị Phòng Kinh tế xã An dự thảo trả lời kiến nghị ${code}.`,
  );
});

test("people, posts, units, plans, fields and rules by their names", async () => {
  const { output: person, vi } = await heard("organization.add_person", { unit: "A", full_name: "Bà Hai" });
  expect(vi).toBe("Đã thêm Bà Hai.");
  const post = { person: person.id, unit: "A", capacity: "office_secretary", from: today };
  const { output: held, vi: appointed } = await heard("organization.appoint", post);
  expect(appointed).toBe("Đã ghi chức vụ của Bà Hai: văn phòng, thư ký, Xã An, từ ngày 02/03/2026.");
  expect((await heard("organization.end_post", { post: held.id, until: "2026-12-31" })).vi).toBe(
    "Đã ghi: Bà Hai thôi giữ chức vụ văn phòng, thư ký, Xã An, sau ngày 31/12/2026.",
  );
  const offered = { unit: "A-KT", capacity: "agency_officer", from: today };
  const { output: offer, vi: offering } = await heard("identity.offer_post", offered);
  expect(offering).toBe("Đã tạo liên kết mời giữ chức vụ chuyên viên, Phòng Kinh tế xã An.");
  expect((await heard("identity.withdraw_offer", { offer: offer.id })).vi).toBe(
    "Đã rút lời mời giữ chức vụ chuyên viên, Phòng Kinh tế xã An.",
  );
  const { output: plan, vi: drafted } = await heard("planning.draft_plan", { unit: "T", year: 2026 });
  expect(drafted).toBe("Đã lập dự thảo kế hoạch năm 2026 của Tỉnh Thử.");
  expect((await heard("planning.discard_draft", { plan: plan.id })).vi).toBe(
    "Đã bỏ dự thảo kế hoạch năm 2026 của Tỉnh Thử.",
  );
  const { output: field, vi: added } = await heard("recommendation.add_field", {
    name: "Chuyển đổi số",
    from: today,
  });
  expect(added).toBe("Đã thêm lĩnh vực “Chuyển đổi số”.");
  expect((await heard("recommendation.end_field", { field: field.code, until: "2026-12-31" })).vi).toBe(
    "Lĩnh vực “Chuyển đổi số” dùng đến hết ngày 31/12/2026.",
  );
  expect((await heard("deadline.set_own_term", { unit: "A", amount: 10, term_unit: "working_day" })).vi).toBe(
    "Đã lưu thời hạn tự đặt của Xã An: 10 ngày làm việc.",
  );
});

test("an act stands whose names cannot be asked for: it is said what kind of act it was", async () => {
  const act = actNamed("planning.issue_plan")!;
  const said = await saidOf(act, { plan: "not an identifier" }, {}, noon);
  expect(saidInWords(said, "vi")).toBe("Đã ghi: Ban hành kế hoạch.");
});
