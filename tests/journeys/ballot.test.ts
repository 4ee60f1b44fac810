import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

let browser: Browser;
let office: Office;
let front: SignedIn;
let leader: SignedIn;
let page: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  await office.act("organization.create_unit", { code: "KPT", name: "Tỉnh Kiểm Phiếu", kind: "province" });
  const commune = { code: "KPT-X", name: "Xã Kiểm Phiếu", kind: "commune", parent: "KPT" };
  await office.act("organization.create_unit", commune);
  front = await office.person(browser, "front_chair", "KPT-X", "mat.tran.kiem.phieu");
  leader = await office.person(browser, "party_secretary", "KPT-X", "bi.thu.kiem.phieu");
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "KPT-X", form: "periodic", held_on: "2026-03-05", chairs };
  page = `/conferences/${(await office.act("conference.record", given)).id}/ballot`;
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const counted = {
  "Phát ra": "60",
  "Thu về": "58",
  "Không thu về": "2",
  "Hợp lệ": "57",
  "Không hợp lệ": "2",
  "Rất hài lòng": "20",
  "Hài lòng": "34",
  "Bình thường": "2",
  "Không hài lòng": "1",
  "Rất không hài lòng": "0",
};

test("Mặt trận ghi kết quả kiểm phiếu không cần JavaScript: chỗ lệch được nêu rõ, sửa rồi ghi; sau đó sửa kèm lý do, số cũ còn nguyên", async () => {
  await withPage(browser, view(front, widths.phone, false), async (tab) => {
    await tab.goto(page);
    for (const [label, value] of Object.entries(counted)) {
      await tab.getByLabel(label, { exact: true }).fill(value);
    }
    await tab.getByRole("button", { name: "Ghi kết quả kiểm phiếu" }).click();
    const summary = errorSummary(tab);
    await summary.getByText("Thu về 58 phiếu, nhưng hợp lệ cộng không hợp lệ là 59: thừa 1 phiếu.").waitFor();
    await expect.poll(() => tab.getByLabel("Rất hài lòng", { exact: true }).inputValue()).toBe("20");
    await tab.getByLabel("Không hợp lệ", { exact: true }).fill("1");
    await tab.getByRole("button", { name: "Ghi kết quả kiểm phiếu" }).click();
    await tab.getByText("94,7 %").waitFor();

    await tab.getByLabel("Hài lòng", { exact: true }).fill("30");
    await tab.getByLabel("Bình thường", { exact: true }).fill("6");
    await tab.getByLabel("Lý do sửa").fill("Đếm lại cọc phiếu thứ hai");
    await tab.getByRole("button", { name: "Sửa kết quả kiểm phiếu" }).click();
    await tab.getByText("87,7 %").waitFor();
    await tab.getByText("Lý do sửa: Đếm lại cọc phiếu thứ hai").waitFor();
    await tab.getByText("Phát ra 60, thu về 58, hợp lệ 57, hài lòng 94,7 %").waitFor();
  });
});

test("lãnh đạo chỉ xem: không có biểu mẫu, nhóm dưới 5 không nêu số", async () => {
  await withPage(browser, view(leader), async (tab) => {
    await tab.goto(page);
    await tab.getByText("87,7 %").waitFor();
    await expect.poll(() => tab.getByRole("button", { name: /kết quả kiểm phiếu/ }).count()).toBe(0);
    await expect.poll(() => tab.getByText("không nêu", { exact: true }).count()).toBe(2);
  });
});

test("trang phiếu hài lòng đạt chuẩn ở mọi cỡ màn hình", async () => {
  await withPage(browser, view(front), async (tab) => {
    await tab.goto(page);
    await judge(tab, "ballot");
    expect(await faultsOfHtml(await (await tab.request.get(page)).text())).toEqual([]);
  });
});
