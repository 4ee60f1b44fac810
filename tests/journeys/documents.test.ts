import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#kernel/clock.ts";
import { documentsAbout, issueDocument } from "#modules/document/server/index.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { errorSummary, launchBrowser, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { governmentNotice, partyPlan } from "../support/sample-papers.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let elsewhere: SignedIn;
let notice: string;

beforeAll(async () => {
  [browser, office] = [await launchBrowser(), await openOffice()];
  const ward = { code: "VB-P", name: "Phường Bến Nước", kind: "commune" };
  await office.act("organization.create_unit", { code: "VB-T", name: "Tỉnh Ven Sông", kind: "province" });
  await office.act("organization.create_unit", { ...ward, parent: "VB-T" });
  await office.act("organization.create_unit", {
    code: "VB-K",
    name: "Xã Khác",
    kind: "commune",
    parent: "VB-T",
  });
  secretary = await office.person(browser, "office_secretary", "VB-P", "van.thu");
  elsewhere = await office.person(browser, "office_secretary", "VB-K", "van.thu.khac");
  notice = await issued(governmentNotice(12));
  for (const issuedOn of ["2025-12-01", "2026-01-05"]) await issued(partyPlan, issuedOn);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

async function issued(paper: Paper, issuedOn = "2026-02-05"): Promise<string> {
  const unit = await office.db
    .selectFrom("unit")
    .select("id")
    .where("code", "=", "VB-P")
    .executeTakeFirstOrThrow();
  const actor = { kind: "system", name: "test" } as const;
  const by = { actor, post: null, now: systemClock(), today: "2026-02-05" };
  const subject = { kind: "conference", id: unit.id };
  const { id } = await office.db
    .transaction()
    .execute((trx) => issueDocument(trx, { unitId: unit.id, paper, issuedOn, subject, by }));
  expect((await documentsAbout(office.db, actor, subject, by.today)).map((line) => line.id)).toContain(id);
  return id;
}

const asSecretary = (steps: (page: Page) => Promise<void>) =>
  withPage(browser, { storageState: secretary }, steps);

/** The page as the server sent it. */
const served = async (page: Page) => (await page.request.get(page.url())).text();

describe("Sổ văn bản", () => {
  test("văn thư tìm văn bản theo trích yếu không dấu, mở ra xem và tải về", () =>
    asSecretary(async (page) => {
      await page.goto("/documents");
      await page.getByRole("link", { name: "Văn bản", exact: true }).waitFor();
      await page.getByLabel("Tìm theo số hoặc trích yếu").fill("ket luan cua chu tich");
      await page.getByRole("button", { name: "Lọc" }).click();
      await page.waitForURL(/words=/);
      await expect.poll(() => page.getByRole("row").count()).toBe(2);
      await page.getByRole("link", { name: "01/TB-UBND" }).click();
      await page.getByRole("heading", { level: 1, name: "01/TB-UBND" }).waitFor();
      const sheet = page.getByRole("article");
      await expect.poll(() => sheet.innerText()).toContain("Số: 01/TB-UBND");
      await expect.poll(() => sheet.getByRole("row").count()).toBe(14);
      expect(await faultsOfHtml(await served(page))).toEqual([]);
    }));

  test("tệp PDF và Word đúng kiểu, mang tên theo số văn bản", () =>
    asSecretary(async (page) => {
      const pdf = await page.request.get(`/documents/${notice}/document.pdf`);
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
      expect(pdf.headers()["content-disposition"]).toBe(
        'inline; filename="thong-bao-ket-luan-01-tb-ubnd.pdf"',
      );
      expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
      const word = await page.request.get(`/documents/${notice}/document.docx`);
      expect(word.headers()["content-disposition"]).toBe(
        'attachment; filename="thong-bao-ket-luan-01-tb-ubnd.docx"',
      );
      expect((await word.body()).subarray(0, 2).toString()).toBe("PK");
    }));

  test("sổ xuất ra đúng những gì đang lọc", () =>
    asSecretary(async (page) => {
      const csv = await page.request.get("/documents/export.csv?side=party");
      const lines = (await csv.text()).trim().split("\r\n");
      expect(lines.map((line) => line.split(",")[0]!.replace("\ufeff", ""))).toEqual([
        '"Số, ký hiệu"'.split(",")[0],
        "02-KH/ĐU",
        "01-KH/ĐU",
      ]);
      const sheet = await page.request.get("/documents/export.xlsx?kind=plan");
      expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
    }));

  test("người nơi khác không thấy gì, kể cả khi biết địa chỉ", () =>
    withPage(browser, { storageState: elsewhere }, async (page) => {
      for (const address of ["", "/document.pdf", "/document.docx"]) {
        expect((await page.request.get(`/documents/${notice}${address}`)).status()).toBe(404);
      }
      await page.goto("/documents");
      await page.getByText("Chưa có văn bản nào").waitFor();
      expect((await page.goto("/administration/office?unit=VB-P"))!.status()).toBe(403);
    }));

  test(
    "các trang đọc được ở mọi cỡ màn hình",
    () =>
      asSecretary(async (page) => {
        await page.goto("/documents");
        await judge(page, "documents");
        await page.goto(`/documents/${notice}`);
        await judge(page, "document");
      }),
    120_000,
  );
});

describe("Thể thức văn bản", () => {
  test("gợi ý lấy từ tên đơn vị; sửa xong thì văn bản mẫu đổi theo", () =>
    asSecretary(async (page) => {
      await page.goto("/administration/office?side=party");
      await page.getByText("được suy ra từ tên đơn vị").waitFor();
      const sheet = page.getByRole("article");
      await expect.poll(() => sheet.innerText()).toContain("ĐẢNG ỦY PHƯỜNG BẾN NƯỚC");
      await page.getByLabel("Địa danh").fill("Ven Sông");
      await page.getByRole("group", { name: "Người ký" }).getByLabel("Họ và tên").first().fill("Lê Thị Mận");
      await page.getByRole("button", { name: "Lưu thể thức" }).click();
      await page.getByText(/^Đã lưu thể thức văn bản/).waitFor();
      await expect.poll(() => sheet.innerText()).toContain("Ven Sông, ngày");
      await expect.poll(() => sheet.innerText()).toContain("Lê Thị Mận");
      expect(await faultsOfHtml(await served(page))).toEqual([]);
    }));

  test("không có JavaScript: sai thì báo ở đầu trang và tại ô, chữ đã gõ còn nguyên", () =>
    withPage(browser, { storageState: secretary, javaScriptEnabled: false }, async (page) => {
      await page.goto("/administration/office");
      await page.getByLabel("Cơ quan ban hành", { exact: true }).last().fill("Ủy ban nhân dân\nphường Mới");
      await page.getByLabel("Địa danh").fill("");
      await page.getByRole("button", { name: "Lưu thể thức" }).click();
      await errorSummary(page).waitFor();
      await expect
        .poll(() => page.getByLabel("Cơ quan ban hành", { exact: true }).last().inputValue())
        .toContain("phường Mới");
      await expect.poll(() => page.getByLabel("Địa danh").getAttribute("aria-invalid")).toBe("true");
    }));

  test(
    "trang đọc được ở mọi cỡ màn hình",
    () =>
      asSecretary(async (page) => {
        await page.goto("/administration/office?side=party");
        await judge(page, "office");
      }),
    120_000,
  );
});
