import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";

// Phường Thổ Quan thuộc về phường Văn Miếu - Quốc Tử Giám từ ngày 1/7/2025; việc đang làm dở được bàn giao.

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let administrator: SignedIn;
const matters: string[] = [];

const view = (storageState: SignedIn) => ({ storageState, viewport: { width: widths.desk, height: 900 } });

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  await office.bring("tho-quan-2019");
  for (const [unit, lead, due, text] of [
    ["TQ", "TQ-DCXD", "2025-07-10", "Đề nghị sửa hệ thống thoát nước ngõ Thổ Quan, đoạn từ số 12 đến số 48"],
    ["TQ", "TQ", "2025-06-20", "Đề nghị bổ sung đèn chiếu sáng ngõ chợ Khâm Thiên"],
  ] as const) {
    const said = { unit, text, field: "giao_thong", received_on: "2025-06-02", raised_by: "Bà Thử" };
    const { code } = await office.act("recommendation.receive", said);
    await office.act("recommendation.assign", { recommendation: code, on: "2025-06-05", lead, due });
    matters.push(code);
  }
  secretary = await office.person(browser, "office_secretary", "VM", "van.phong.vm", "2025-07-01");
  administrator = await office.person(browser, "administrator", "HN", "quan.tri.ban.giao");
}, 180_000);
afterAll(async () => {
  await office.close();
  await browser.close();
});

test("văn phòng phường tiếp nhận ghi biên bản bàn giao, hạn giữ nguyên, in được", async () => {
  await withPage(browser, view(secretary), async (page) => {
    await visit(page, "/units/TQ");
    await page.getByRole("link", { name: "Bàn giao công việc" }).click();
    await page.getByRole("heading", { level: 1, name: "Bàn giao công việc của Phường Thổ Quan" }).waitFor();
    await judge(page, "hand-over-form");
    const main = page.getByRole("main");
    await expect.poll(() => main.getByLabel("Ngày bàn giao").inputValue()).toBe("01/07/2025");
    await main.getByLabel("Ngày bàn giao").fill("30/6/2025");
    await main.getByLabel("Đại diện bên giao").fill("Nguyễn Văn Thử, nguyên Chủ tịch UBND phường Thổ Quan");
    await main.getByRole("button", { name: "Ghi biên bản bàn giao" }).click();
    await page.getByText("Đơn vị này đang hoạt động").first().waitFor();
    await main.getByLabel("Ngày bàn giao").fill("1/7/2025");
    await main.getByLabel("Số, ký hiệu biên bản").fill("01/BB-BG");
    await main.getByRole("button", { name: "Ghi biên bản bàn giao" }).click();
    await page.getByRole("heading", { level: 1, name: "Biên bản bàn giao công việc" }).waitFor();
    for (const text of [...matters, "01/BB-BG", "10/07/2025", "Nguyễn Văn Thử, nguyên Chủ tịch UBND"])
      await main.getByText(text).first().waitFor();
    await judge(page, "hand-over-record");
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => main.getByText("ĐẠI DIỆN BÊN NHẬN").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
  });
  await withPage(browser, view(secretary), async (page) => {
    await visit(page, `/recommendations/${matters[1]}`);
    const main = page.getByRole("main");
    await main.getByRole("heading", { name: "Bàn giao" }).waitFor();
    await main.getByText("20/06/2025").first().waitFor();
    await visit(page, `/recommendations/${matters[0]}/assign`);
    await page.getByLabel("Cơ quan chủ trì").waitFor();
    await visit(page, "/units/TQ");
    await page.getByRole("link", { name: /Biên bản ngày 01\/07\/2025/ }).waitFor();
  });
});

test("chia tách một phường: hỏi từng tổ dân phố đi về đâu, rồi mới ghi", async () => {
  for (const code of ["CHIA", "CHIA-A", "CHIA-B"])
    await office.act("organization.create_unit", {
      code,
      kind: "commune",
      parent: "HN",
      name: `Phường ${code}`,
    });
  for (const code of ["CHIA-1", "CHIA-2"])
    await office.act("organization.create_unit", {
      code,
      kind: "village",
      parent: "CHIA",
      name: `Tổ ${code}`,
    });
  await withPage(browser, view(administrator), async (page) => {
    await visit(page, "/units/CHIA/arrange");
    const main = page.getByRole("main");
    await main.getByLabel("Chia tách").check();
    await main.getByLabel("Đơn vị sau sắp xếp").fill("CHIA-A, CHIA-B");
    await main.getByRole("button", { name: "Xem ai và việc gì liên quan" }).click();
    await main.getByRole("heading", { name: "Đơn vị trực thuộc đi về đâu" }).waitFor();
    await judge(page, "arrange-children");
    await main.getByLabel("Tổ CHIA-1").selectOption("CHIA-A");
    await main.getByLabel("Tổ CHIA-2").selectOption("CHIA-B");
    await main.getByRole("button", { name: "Xem ai và việc gì liên quan" }).click();
    await main.getByText("Chưa ghi gì.").waitFor();
    await judge(page, "arrange-concerned");
    await main.getByRole("button", { name: "Ghi việc sắp xếp" }).click();
    await page.waitForURL("**/units/CHIA");
    await visit(page, "/units/CHIA-B");
    await main.getByText("Tổ CHIA-2").waitFor();
  });
});
