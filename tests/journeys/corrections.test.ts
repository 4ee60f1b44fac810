import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "SDT", name: "Tỉnh Sửa Đổi", kind: "province" },
  { code: "SDT-X", name: "Xã Sửa Đổi", kind: "commune", parent: "SDT" },
  { code: "SDT-X-KT", name: "Phòng Kinh tế xã Sửa Đổi", kind: "agency", parent: "SDT-X" },
  { code: "SDT-X-1", name: "Thôn Đông", kind: "village", parent: "SDT-X" },
  { code: "SDT-X-2", name: "Thôn Tây", kind: "village", parent: "SDT-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let leader: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "SDT-X", "thu.ky.sua.doi");
  leader = await office.person(browser, "chairperson", "SDT-X", "chu.tich.sua.doi");
}, 180_000);
afterAll(async () => {
  await office.close();
  await browser.close();
});

const at = (storageState: SignedIn, more: BrowserContextOptions = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});
const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true });

const said = { unit: "SDT-X", village: "SDT-X-1", field: "giao_thong", received_on: "2026-02-02" };
const received = async (text: string) =>
  (await office.act("recommendation.receive", { ...said, text, raised_by: "Bà Nói Nhầm" })).code;

/** The page as the server sent it; a browser without scripts adds nothing to it but a capital letter. */
async function expectValid(page: Page) {
  const html = (await page.content()).replace(/^<!DOCTYPE/, "<!doctype");
  expect(await faultsOfHtml(html), page.url()).toEqual([]);
}

test("thư ký hủy bước ghi nhầm, không cần JavaScript; bước đó vẫn đọc được, gạch ngang, kèm lý do", async () => {
  const code = await received("Đường thôn Đông ngập nước");
  await office.act("recommendation.rule", {
    recommendation: code,
    on: "2026-02-03",
    ruling: "written_answer",
  });
  const work = { recommendation: code, on: "2026-02-04", lead: "SDT-X-KT", due: "2026-12-20" };
  await office.act("recommendation.assign", work);
  await withPage(browser, at(secretary, { javaScriptEnabled: false }), async (page) => {
    await page.goto(`/recommendations/${code}`);
    await main(page).getByRole("link", { name: "Hủy bước này nếu ghi nhầm" }).click();
    await page.getByRole("heading", { level: 2, name: "Giao việc" }).waitFor();
    await button(page, "Hủy bước này").click();
    await expect.poll(() => errorSummary(page).getByRole("link").count()).toBe(1);
    await expectValid(page);
    await page.getByLabel("Lý do hủy").fill("Ghi nhầm sang kiến nghị khác");
    await button(page, "Hủy bước này").click();
    await main(page)
      .getByText(/^Đã hủy bước ghi nhầm của kiến nghị /)
      .waitFor();
    await main(page).getByText("Ghi nhầm, đã hủy").waitFor();
    await main(page).getByText("Ghi nhầm sang kiến nghị khác").waitFor();
    await expect.poll(() => main(page).locator("s").allInnerTexts()).toEqual(["Giao việc"]);
    await expectValid(page);
  });
  await withPage(browser, at(leader), async (page) => {
    await page.goto(`/recommendations/${code}/annul`);
    await judge(page, "annul");
    await page.goto(`/recommendations/${code}`);
    await judge(page, "matter-annulled");
  });
});

test("thư ký sửa nội dung ghi sai; người sửa sau được báo, phần đã nhập còn nguyên", async () => {
  const code = await received("Cầu thôn Đông hỏng");
  await withPage(browser, at(secretary), async (page) => {
    await page.goto(`/recommendations/${code}`);
    await main(page).getByRole("link", { name: "Sửa nội dung ghi sai" }).click();
    await page.getByLabel("Lý do sửa").waitFor();
    // Opened by its address the page comes from the server whole: its radios must outlast a refusal as well.
    await page.reload();
    await judge(page, "correct-matter");
    await page.getByLabel("Lý do sửa").fill("Nghe nhầm tên thôn");
    await page.getByLabel("Người kiến nghị").fill("Bà Nói Đúng");
    const words = { text: "Cầu thôn Tây hỏng", field: "giao_thong", kind: "question", naming: "named" };
    const first = { recommendation: code, ...words, received_on: "2026-02-02", village: "SDT-X-2" };
    await office.act("recommendation.correct", { ...first, reason: "ghi nhầm", raised_by: "Bà Nói Nhầm" });
    await button(page, "Lưu nội dung sửa").click();
    await page.getByText("Nội dung đang lưu, khác với phần ông/bà nhập:").waitFor();
    await main(page).getByText("Cầu thôn Tây hỏng").waitFor();
    await expect.poll(() => page.getByLabel("Người kiến nghị").inputValue()).toBe("Bà Nói Đúng");
    await judge(page, "correct-matter-changed");
    await button(page, "Lưu nội dung sửa").click();
    await main(page)
      .getByText(/^Đã sửa nội dung kiến nghị /)
      .waitFor();
    await expect.poll(() => main(page).getByText("Nghe nhầm tên thôn").count()).toBe(1);
    await judge(page, "matter-corrected");
  });
});

test("thư ký sửa lượt ý kiến từ diễn biến hội nghị, không cần JavaScript; người khác không thấy tên cũ", async () => {
  const chairs = [{ name: "Ông Chủ Trì", capacity: "chairperson" }];
  const conference = { unit: "SDT-X", form: "periodic", held_on: "2026-02-10", chairs };
  const { id } = await office.act("conference.record", conference);
  await office.act("conference.record_turn", {
    conference: id,
    speaker: "Bà Xin Giấu Tên",
    summary: "Ý kiến",
  });
  await withPage(browser, at(secretary, { javaScriptEnabled: false }), async (page) => {
    await page.goto(`/conferences/${id}`);
    await main(page).getByRole("link", { name: "Sửa Lượt 1" }).click();
    await page.getByLabel("Số thứ tự").fill("0");
    await button(page, "Lưu lượt ý kiến").click();
    await expect.poll(() => errorSummary(page).getByRole("link").count()).toBe(1);
    await page.getByLabel("Số thứ tự").fill("1");
    await page.getByLabel("Không nêu tên").check();
    await button(page, "Lưu lượt ý kiến").click();
    await page.waitForURL(`**/conferences/${id}**`);
    expect(await page.content()).not.toContain("Bà Xin Giấu Tên");
    await main(page).getByRole("link", { name: "Sửa Lượt 1" }).click();
    await main(page).getByText("Bà Xin Giấu Tên").waitFor();
    await expectValid(page);
  });
  await withPage(browser, at(secretary), async (page) => {
    await page.goto(`/conferences/${id}`);
    await main(page).getByRole("link", { name: "Sửa Lượt 1" }).click();
    await judge(page, "correct-turn");
  });
  await withPage(browser, at(leader), async (page) => {
    await page.goto(`/conferences/${id}`);
    await expect.poll(() => main(page).getByRole("link", { name: "Sửa Lượt 1" }).count()).toBe(0);
    expect(await page.content()).not.toContain("Bà Xin Giấu Tên");
  });
});
