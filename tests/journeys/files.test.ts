import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codecs } from "#modules/attachment/server/judging/codecs.ts";
import { errorSummary, launchBrowser, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let photo: Buffer;
let code: string;

beforeAll(async () => {
  [browser, office] = [await launchBrowser(), await openOffice()];
  await office.act("organization.create_unit", { code: "TEP-T", name: "Tỉnh Ven Biển", kind: "province" });
  const ward = { code: "TEP-P", name: "Phường Bến Cá", kind: "commune", parent: "TEP-T" };
  await office.act("organization.create_unit", ward);
  secretary = await office.person(browser, "office_secretary", "TEP-P", "van.phong.tep");
  const said = { unit: "TEP-P", text: "Cống tắc, nước ngập", field: "giao_thong", received_on: "2026-02-02" };
  ({ code } = (await office.act("recommendation.receive", said)) as unknown as { code: string });
  const data = new Uint8ClampedArray(640 * 480 * 4).fill(200);
  photo = Buffer.from(await (await codecs.jpeg()).encode({ data, width: 640, height: 480 }));
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
const chosen = () => [
  { name: "Cống sau khi thông.jpg", mimeType: "image/jpeg", buffer: photo },
  { name: "Nghiệm thu.pdf", mimeType: "application/pdf", buffer: pdf },
  { name: "không phải ảnh.jpg", mimeType: "image/jpeg", buffer: Buffer.from("xin chào") },
];

async function attach(page: Page): Promise<void> {
  await page.goto(`/recommendations/${code}/files`);
  await page.getByLabel("Minh chứng kết quả").check();
  await page.getByLabel("Chọn tệp").setInputFiles(chosen());
  await page.getByRole("button", { name: "Đính kèm", exact: true }).click();
}

describe("Tệp đính kèm", () => {
  test("không có script: nhiều tệp cùng lúc, tệp không nhận được nêu tên, ảnh thu nhỏ, ở màn hình 360 điểm", () =>
    withPage(
      browser,
      { storageState: secretary, javaScriptEnabled: false, viewport: { width: 360, height: 800 } },
      async (page) => {
        await attach(page);
        await page.getByText(`Đã đính kèm 2 tệp vào kiến nghị ${code}.`).waitFor();
        await page.getByText("“không phải ảnh.jpg” không phải loại tệp nhận được ở đây").waitFor();
        await page.getByRole("link", { name: "Cống sau khi thông.jpg" }).waitFor();
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
        expect(await faultsOfHtml(await (await page.request.get(page.url())).text())).toEqual([]);
        const href = await page.getByRole("link", { name: "Cống sau khi thông.jpg" }).getAttribute("href");
        const opened = await page.request.get(href!);
        expect(opened.headers()["content-type"]).toBe("image/jpeg");
        expect(opened.headers()["x-content-type-options"]).toBe("nosniff");
        await page.goto(`/recommendations/${code}`);
        await page.getByRole("heading", { name: "Tệp đính kèm" }).waitFor();
      },
    ));

  test("cùng một tệp lần nữa thì báo; gỡ tệp thì phải có lý do và còn trong lịch sử", () =>
    withPage(browser, { storageState: secretary }, async (page) => {
      await page.goto(`/recommendations/${code}/files`);
      await page.getByLabel("Chọn tệp").setInputFiles([chosen()[1]!]);
      await page.getByRole("button", { name: "Đính kèm", exact: true }).click();
      await expect.poll(() => errorSummary(page).innerText()).toContain("“Nghiệm thu.pdf” đã có ở đây");
      const line = page.getByRole("listitem").filter({ hasText: "Nghiệm thu.pdf" }).last();
      await line.getByText("Gỡ tệp", { exact: false }).first().click();
      await line.getByRole("button", { name: "Gỡ tệp" }).click();
      await expect.poll(() => errorSummary(page).innerText()).toContain("Lý do gỡ");
      await line.getByLabel("Lý do gỡ").fill("Nhầm việc");
      await line.getByRole("button", { name: "Gỡ tệp" }).click();
      await page.getByText(`Đã gỡ một tệp khỏi kiến nghị ${code}.`).waitFor();
      await page.getByText("Nhầm việc").waitFor();
      await judge(page, "tep-dinh-kem");
    }));

  test("biểu mẫu gửi hai lần là một lần đính kèm", () =>
    withPage(browser, { storageState: secretary }, async (page) => {
      await page.goto(`/recommendations/${code}/files`);
      const key = await page.locator("form[enctype] [name=idempotency_key]").inputValue();
      const buffer = Buffer.from("%PDF-1.7\n2 0 obj\nendobj\n%%EOF\n");
      const files = { name: "Gửi hai lần.pdf", mimeType: "application/pdf", buffer };
      const address = `${page.url()}?/attach`;
      for (let times = 0; times < 2; times++) {
        const multipart = { idempotency_key: key, purpose: "raised", files };
        const headers = { origin: new URL(address).origin, accept: "text/html" };
        expect((await page.request.post(address, { multipart, headers })).status()).toBe(200);
      }
      await page.reload();
      expect(await page.getByRole("link", { name: "Gửi hai lần.pdf" }).count()).toBe(1);
    }));
});
