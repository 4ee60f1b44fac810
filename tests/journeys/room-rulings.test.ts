import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, partBelow, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { allSaved, ask, networkDown, pending, recordedOf, rulingForm, speak } from "../support/room-page.ts";

const units = [
  { code: "KLM", name: "Tỉnh Kết Luận", kind: "province" },
  { code: "KLM-X", name: "Xã Kết Luận", kind: "commune", parent: "KLM" },
];
const heldOn = "2026-03-05";
const words = "Xã đã khảo sát, tháng tới lắp đèn.\nCó bố trí vốn.";

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let conference: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "KLM-X", "thu.ky.ket.luan.lai");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});
beforeEach(async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "KLM-X", form: "periodic", held_on: heldOn, chairs };
  conference = (await office.act("conference.record", given)).id;
});

const codeOf = async () =>
  (
    await office.db
      .selectFrom("recommendation")
      .select("code")
      .where("conference_id", "=", conference)
      .executeTakeFirstOrThrow()
  ).code;
const back = (page: Page) => partBelow(page, "Kết luận cần sửa lại");

/** Kết luận đã gõ khi mất mạng; trong lúc ấy người khác đã kết luận trước, nên máy chủ không nhận. */
async function ruledTooLate(page: Page): Promise<string> {
  await page.goto(`/conferences/${conference}/room`);
  await allSaved(page);
  await speak(page, "Ông Một");
  await ask(page, "Lắp đèn ngõ 3");
  await allSaved(page);
  const code = await codeOf();
  await rulingForm(page, code).waitFor();
  await page.context().setOffline(true);
  await rulingForm(page, code).getByRole("textbox").first().fill(words);
  await rulingForm(page, code).getByLabel("Hẹn trả lời ngày").fill("20/3/2026");
  await rulingForm(page, code).getByRole("button", { name: "Trả lời bằng văn bản" }).click();
  await office.act("recommendation.rule", { recommendation: code, ruling: "noted", on: heldOn });
  await page.context().setOffline(false);
  await pending(page).getByText("Chưa ghi được").waitFor();
  return code;
}

async function expectTyped(page: Page, code: string): Promise<void> {
  await expect.poll(() => rulingForm(page, code).getByRole("textbox").first().inputValue()).toBe(words);
  await expect
    .poll(() => rulingForm(page, code).getByLabel("Hẹn trả lời ngày").inputValue())
    .toBe("20/3/2026");
}

test("kết luận máy chủ không nhận: về lại biểu mẫu kèm lời giải thích, không mất chữ nào, sửa rồi ghi được", async () => {
  await withPage(
    browser,
    { storageState: secretary, viewport: { width: widths.phone, height: 800 } },
    async (page) => {
      const code = await ruledTooLate(page);
      await pending(page).getByRole("button", { name: "Đưa về biểu mẫu" }).click();
      await back(page)
        .getByRole("alert")
        .getByText("Kết luận “Trả lời bằng văn bản” chưa ghi được")
        .waitFor();
      await expectTyped(page, code);
      await judge(page, "room-ruling-back");
      await page.reload();
      await back(page).getByRole("alert").waitFor();
      await expectTyped(page, code);

      await office.act("recommendation.annul", { recommendation: code, reason: "Ghi nhầm kiến nghị" });
      await page.reload();
      await rulingForm(page, code).waitFor();
      await expect.poll(() => back(page).count()).toBe(0);
      await expectTyped(page, code);
      await rulingForm(page, code).getByRole("button", { name: "Trả lời bằng văn bản" }).click();
      await allSaved(page);
      await rulingForm(page, code).waitFor({ state: "detached" });
    },
    networkDown,
  );
  expect(await recordedOf(office, conference)).toEqual([["Ông Một", ["Lắp đèn ngõ 3 → written_answer"]]]);
});

test("kết luận đã có người ghi: xem lại rồi bỏ phần của mình, sổ giữ nguyên", async () => {
  await withPage(
    browser,
    { storageState: secretary, viewport: { width: widths.desk, height: 900 } },
    async (page) => {
      const code = await ruledTooLate(page);
      await pending(page).getByRole("button", { name: "Đưa về biểu mẫu" }).click();
      await expectTyped(page, code);
      await back(page).getByRole("button", { name: "Bỏ" }).click();
      await expect.poll(() => back(page).count()).toBe(0);
      await allSaved(page);
    },
    networkDown,
  );
  expect(await recordedOf(office, conference)).toEqual([["Ông Một", ["Lắp đèn ngõ 3 → noted"]]]);
});

test("không có JavaScript: lời hẹn trong câu trả lời được hỏi bằng hai nút, chọn một là ghi", async () => {
  const said = { unit: "KLM-X", text: "Lắp đèn ngõ 5", field: "giao_thong", received_on: heldOn };
  const matters: string[] = [];
  for (const _ of ["task", "told"])
    matters.push(
      (await office.act("recommendation.receive", { ...said, conference, channel: "conference" })).code,
    );
  await withPage(browser, { storageState: secretary, javaScriptEnabled: false }, async (page) => {
    for (const [at, choice] of ["Ghi thành việc có hạn 15/03/2026", "Vẫn ghi là đã trả lời"].entries()) {
      await page.goto(`/conferences/${conference}/room`);
      const form = rulingForm(page, matters[at]!);
      await form.getByRole("textbox").first().fill("Tuần sau xã sẽ lắp xong.");
      await form.getByRole("button", { name: "Trả lời ngay tại hội nghị" }).click();
      await page.getByRole("button", { name: choice }).click();
      await page.getByRole("heading", { name: "Ghi nhanh tại phòng họp" }).waitFor();
    }
  });
  const stateOf = (code: string) =>
    office.db
      .selectFrom("present_matter as p")
      .innerJoin("recommendation as r", "r.id", "p.recommendation_id")
      .select(["p.status", "p.due_on"])
      .where("r.code", "=", code)
      .executeTakeFirstOrThrow();
  expect(await stateOf(matters[0]!)).toEqual({ status: "awaiting_assignment", due_on: "2026-03-15" });
  expect(await stateOf(matters[1]!)).toEqual({ status: "answered_in_room", due_on: null });
});
