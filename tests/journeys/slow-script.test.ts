import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { legalBases } from "#modules/conference/steps/legal-bases.ts";
import { errorSummary, launchBrowser, scriptStarted, withPage } from "../support/browser.ts";
import { openOffice, type Office, type SignedIn } from "../support/office.ts";

const units = [
  { code: "CHM", name: "Tỉnh Chậm", kind: "province" },
  { code: "CHM-X", name: "Xã Chậm", kind: "commune", parent: "CHM" },
  { code: "CHM-X-KT", name: "Phòng Kinh tế xã Chậm", kind: "agency", parent: "CHM-X" },
  { code: "CHM-X-VH", name: "Phòng Văn hóa xã Chậm", kind: "agency", parent: "CHM-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "CHM-X", "thu.ky.cham");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** Opens a page whose script comes only after something was done on it. */
async function actedOnEarly(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  let release = () => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await act();
  release();
  await scriptStarted(page);
  await page.unroute("**/*.js");
}

test("mạng yếu: điều gõ, chọn, đánh dấu trước khi mã lệnh tải xong vẫn còn", async () => {
  await withPage(browser, { storageState: secretary }, async (page) => {
    const main = page.getByRole("main");
    const line = page.locator("main input[type=text]").first();
    const text = page.locator("main textarea").first();
    const field = main.getByLabel("Lĩnh vực");
    const [early, given] = [main.getByLabel("Vượt thẩm quyền"), main.getByLabel("Giao trả lời bằng văn bản")];
    const [finance, land] = [main.getByLabel("Phòng Tài chính"), main.getByLabel("Phòng Tài nguyên")];
    const day = main.getByLabel("Hạn trả lời");
    await actedOnEarly(page, "/design", async () => {
      await line.fill("gõ sớm một dòng");
      await text.fill("gõ sớm\nnhiều dòng");
      await field.selectOption("dat_dai");
      await early.check();
      await finance.check();
      await land.uncheck();
      await day.fill("2026-03-04");
    });
    expect([await line.inputValue(), await text.inputValue()]).toEqual([
      "gõ sớm một dòng",
      "gõ sớm\nnhiều dòng",
    ]);
    expect([await field.inputValue(), await day.inputValue()]).toEqual(["dat_dai", "2026-03-04"]);
    const boxes = [early, given, finance, land].map((box) => box.isChecked());
    expect(await Promise.all(boxes)).toEqual([true, false, true, false]);
  });
});

test("mạng yếu: căn cứ, kết luận trong diễn biến, cơ quan phối hợp kèm nhiệm vụ chọn sớm vẫn còn", async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const heldOn = "2026-03-05";
  const held = { unit: "CHM-X", form: "periodic", held_on: heldOn, chairs };
  const conference = (await office.act("conference.record", held)).id;
  const said = { unit: "CHM-X", field: "giao_thong", received_on: heldOn, text: "Sửa cầu" };
  const { code } = await office.act("recommendation.receive", { ...said, conference, channel: "conference" });
  await withPage(browser, { storageState: secretary }, async (page) => {
    const main = page.getByRole("main");
    const basis = main.getByLabel(legalBases[0]!.citation);
    await actedOnEarly(page, "/conferences/prepare", () => basis.check());
    await expect.poll(() => basis.isChecked()).toBe(true);

    const [written, text] = [main.getByLabel("Trả lời bằng văn bản"), main.getByLabel("Nội dung trả lời")];
    await actedOnEarly(page, `/conferences/${conference}`, async () => {
      await written.check();
      await text.fill("Xã sẽ khảo sát");
    });
    expect([await written.isChecked(), await text.inputValue()]).toEqual([true, "Xã sẽ khảo sát"]);

    const helper = main.getByRole("checkbox", { name: "Phòng Văn hóa xã Chậm" });
    const duty = main.locator('input[name^="duty:"]:visible');
    await actedOnEarly(page, `/recommendations/${code}/assign`, async () => {
      await helper.check();
      await duty.fill("Khảo sát hiện trạng");
    });
    expect([await helper.isChecked(), await duty.inputValue()]).toEqual([true, "Khảo sát hiện trạng"]);
    // A refusal changes nothing of it either.
    await main.getByRole("button", { name: "Giao" }).last().click();
    await errorSummary(page).waitFor();
    expect([await helper.isChecked(), await duty.inputValue()]).toEqual([true, "Khảo sát hiện trạng"]);
  });
});
