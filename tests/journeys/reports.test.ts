import type { Browser } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const year2020 = "unit=MC&from=2020-01-01&to=2020-10-31";

let browser: Browser;
let office: Office;
let chair: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  await office.bring("mong-cai-2020");
  chair = await office.person(browser, "chairperson", "MC", "chu.tich.mong.cai");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const view = (storageState: SignedIn, more: object = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});

describe("báo cáo", () => {
  test("hỏi bằng biểu mẫu, không cần JavaScript; mỗi số mở danh sách các trường hợp của nó, đủ từng ấy", async () => {
    await withPage(browser, view(chair, { javaScriptEnabled: false }), async (page) => {
      await page.goto("/reports");
      await page.getByLabel("Từ ngày").fill("2020-01-01");
      await page.getByLabel("Đến ngày", { exact: true }).fill("2020-10-31");
      await page.getByRole("button", { name: "Xem báo cáo" }).click();
      const cohort = page.getByRole("table", { name: "Kiến nghị tiếp nhận trong kỳ" });
      const figure = (name: string) => cohort.getByRole("row", { name }).getByRole("cell");
      await expect.poll(() => figure("Tiếp nhận").first().innerText()).toBe("104");
      await expect.poll(() => figure("Đã giải quyết").innerText()).toBe("90");
      await expect.poll(() => figure("Đang giải quyết").innerText()).toBe("14");
      await page.getByText("7 đẳng thức đều khớp").waitFor();

      await figure("Đã giải quyết").getByRole("link").click();
      await page.getByText("90 trường hợp").waitFor();
      await page.getByText("Tình trạng đến hết ngày 31/10/2020").waitFor();
      await expect.poll(() => page.getByRole("columnheader", { name: "Tình trạng" }).count()).toBe(1);
      let cases = (await page.getByRole("row").count()) - 1;
      await page.getByRole("link", { name: "Trang sau" }).click();
      cases += (await page.getByRole("row").count()) - 1;
      expect(cases).toBe(90);

      const book = await page.request.get(`/reports/export.xlsx?${year2020}`);
      const rows = await readSheet(await book.body());
      expect(rows.find(([label]) => label === "Đã giải quyết")![1]).toBe(90);
      expect((await page.request.get("/reports/export.xlsx?unit=BC-KHAC")).status()).toBe(404);
    });
  });

  test("ban hành báo cáo không cần JavaScript: có số, giữ nguyên; ban hành lần nữa thì thay thế", async () => {
    await withPage(browser, view(chair, { javaScriptEnabled: false }), async (page) => {
      await page.goto(`/reports?${year2020}`);
      await page.getByRole("link", { name: "Ban hành báo cáo" }).click();
      await page.getByRole("article").getByText("từ ngày 01/01/2020 đến ngày 31/10/2020").first().waitFor();
      await page.getByRole("button", { name: "Ban hành và cấp số" }).click();
      await page.waitForURL("**/documents/*");
      await page.getByRole("article").getByText("/BC-UBND").first().waitFor();
      await page.goto(`/reports?${year2020}`);
      await page.getByRole("link", { name: "Ban hành báo cáo" }).click();
      await page.getByText("Đã ban hành ngày").waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Ban hành và cấp số" }).count()).toBe(0);
      await page.getByRole("link", { name: /^Ban hành lại, thay/ }).click();
      await page.getByText("Văn bản ban hành bây giờ sẽ thay thế").waitFor();
      await page.getByRole("button", { name: "Ban hành và cấp số" }).click();
      await page.waitForURL("**/documents/*");
      await page.getByRole("article").getByText("02/BC-UBND").first().waitFor();
      await page.getByRole("link", { name: "Báo cáo kỳ tiếp theo (01/11/2020 - 31/08/2021)" }).waitFor();
      await page.getByRole("link", { name: "Các báo cáo đã ban hành" }).click();
      await page.getByRole("link", { name: "02/BC-UBND" }).waitFor();
    });
    await withPage(browser, view(chair), async (page) => {
      await page.goto(`/reports/paper?${year2020}`);
      await judge(page, "report-issue");
    });
  });

  test("bản in có nơi, ngày và chỗ ký; trên màn hình thì không", async () => {
    await withPage(browser, view(chair), async (page) => {
      await page.goto(`/reports?${year2020}`);
      const signature = page.getByText("Thủ trưởng đơn vị");
      await expect.poll(() => signature.isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => signature.isVisible()).toBe(true);
      await expect.poll(() => page.getByText("Người lập biểu").isVisible()).toBe(true);
      await page.getByText(/^Móng Cái, ngày \d{2} tháng \d{1,2} năm \d{4}$/).waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Xem báo cáo" }).isVisible()).toBe(false);
    });
  });

  test("câu hỏi sai thì nói rõ sai ở đâu, biểu mẫu còn nguyên", async () => {
    await withPage(browser, view(chair), async (page) => {
      await page.goto("/reports?unit=MC&from=2020-12-31&to=2020-01-01");
      await errorSummary(page).getByText("sớm hơn ngày đầu kỳ").waitFor();
      await expect.poll(() => page.getByLabel("Từ ngày").inputValue()).toBe("31/12/2020");
      await judge(page, "report-refused");
    });
  });

  test("đơn vị ngoài phạm vi thì không xem được, cả danh sách trường hợp", async () => {
    await office.act("organization.create_unit", { code: "BC-NGOAI", name: "Huyện Ngoài", kind: "province" });
    await withPage(browser, view(chair), async (page) => {
      await page.goto("/reports?unit=BC-NGOAI");
      await errorSummary(page).waitFor();
      await expect.poll(() => page.getByRole("table").count()).toBe(0);
      expect((await page.goto("/reports/cases?unit=BC-NGOAI&figure=received"))?.status()).toBe(404);
    });
  });

  test("cơ quan và trưởng thôn không có báo cáo của đơn vị", async () => {
    const officer = await office.person(browser, "agency_officer", "MC-QLDT", "chuyen.vien.mong.cai");
    await withPage(browser, view(officer), async (page) => {
      expect((await page.goto("/reports"))?.status()).toBe(403);
    });
  });

  test.each([
    ["report", `/reports?${year2020}`],
    ["report-as-is", `/reports?${year2020}&basis=as-is&known_on=2026-01-01`],
    ["report-cases", `/reports/cases?${year2020}&figure=in_hand`],
    ["report-held", `/reports/cases?${year2020}&figure=conferences.held`],
  ])("%s: đúng chuẩn, đọc được ở mọi bề ngang, in được", async (name, path) => {
    await withPage(browser, view(chair), async (page) => {
      await page.goto(path);
      expect(await faultsOfHtml(await (await page.request.get(path)).text())).toEqual([]);
      await judge(page, name);
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.getByRole("button", { name: "Xem báo cáo" }).isVisible()).toBe(false);
    });
  });
});
