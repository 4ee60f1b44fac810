import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

let browser: Browser;
let office: Office;
let secretary: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  await office.act("organization.create_unit", { code: "NS", name: "Thành phố Nhập Sổ", kind: "province" });
  secretary = await office.person(browser, "office_secretary", "NS", "thu.ky.nhap.so");
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

const register = {
  format: "doi-thoai/register@1",
  conferences: [
    {
      ref: "NS-1",
      unit: "NS",
      form: "periodic",
      held_on: "2026-02-10",
      chairs: [{ name: "Bà Chủ trì Thử", capacity: "party_secretary", is_head: true }],
    },
  ],
  recommendations: [
    {
      ref: "NS-1-01",
      unit: "NS",
      conference: "NS-1",
      channel: "conference",
      received_on: "2026-02-10",
      kind: "recommendation",
      field: "giao_thong",
      text: "Đề nghị sửa đường",
      raised_by: "Ông Thử",
      events: [{ on: "2026-02-10", act: "rule", ruling: "noted" }],
    },
  ],
};

const file = (content: unknown, name = "so-2026.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

describe("nhập sổ", () => {
  test("không cần JavaScript: tệp sai thì nêu từng chỗ; kiểm tra không ghi gì; nhập; nhập lại không đổi gì", async () => {
    await withPage(browser, view(secretary, { javaScriptEnabled: false }), async (page) => {
      const send = async (content: unknown, button: string) => {
        await page.goto("/registers");
        await page.getByLabel("Tệp sổ", { exact: true }).setInputFiles(file(content));
        await page.getByRole("button", { name: button }).click();
      };
      const wrong = {
        ...register,
        recommendations: [{ ...register.recommendations[0], received_on: "2026-02-30", conference: "NS-9" }],
      };
      await send(wrong, "Nhập vào sổ");
      await page.getByText("recommendations[0].received_on").waitFor();

      await send(register, "Kiểm tra tệp");
      await page.getByText("chưa ghi gì").first().waitFor();
      const before = await office.db
        .selectFrom("conference")
        .select("id")
        .where("ref", "=", "NS-1")
        .execute();
      expect(before).toEqual([]);

      await send(register, "Nhập vào sổ");
      await page.getByText("Đã nhập “so-2026.json” vào sổ").waitFor();
      await send(register, "Nhập vào sổ");
      await page.getByText("không có gì mới").waitFor();
    });
  });

  test("tệp không phải sổ, hoặc không chọn tệp, thì nói rõ", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto("/registers");
      expect(await faultsOfHtml(await (await page.request.get("/registers")).text())).toEqual([]);
      await judge(page, "register");
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
      await errorSummary(page).getByText("Hãy chọn tệp sổ").waitFor();
      await page.getByLabel("Tệp sổ", { exact: true }).setInputFiles(file("{ không phải JSON"));
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
      await page.getByText("sai cú pháp JSON").first().waitFor();
      await judge(page, "register-faults");
      await page.getByLabel("Tệp sổ", { exact: true }).setInputFiles(file(register));
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
      await page.getByText("không có gì mới").waitFor();
      await judge(page, "register-outcome");
    });
  });

  test("sổ của đơn vị khác thì không nhập được", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto("/registers");
      const foreign = {
        ...register,
        conferences: [{ ...register.conferences[0], ref: "VN-1", unit: "VN" }],
        recommendations: [],
      };
      await page.getByLabel("Tệp sổ", { exact: true }).setInputFiles(file(foreign));
      await page.getByRole("button", { name: "Nhập vào sổ" }).click();
      await errorSummary(page).getByText("không có quyền").waitFor();
    });
  });
});

describe("xuất sổ", () => {
  test("tải về một tệp có tên rõ ràng, nhập lại được", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto("/registers");
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Tải tệp sổ" }).click();
      const got = await download;
      expect(got.suggestedFilename()).toMatch(/^so-doi-thoai-ns-\d{4}-\d\d-\d\d\.json$/);
      const taken = JSON.parse(await readFile(await got.path(), "utf8")) as typeof register;
      expect(taken.conferences.map(({ ref }) => ref)).toContain("NS-1");
      await page.getByLabel("Tệp sổ", { exact: true }).setInputFiles(file(taken, "lai.json"));
      await page.getByRole("button", { name: "Nhập vào sổ" }).click();
      await page.getByText("“lai.json” không có gì mới").waitFor();
    });
  });

  test("chỉ văn phòng lấy được sổ của đơn vị mình", async () => {
    const statistician = await office.person(browser, "statistician", "NS", "thong.ke.nhap.so");
    await withPage(browser, view(secretary), async (page) => {
      expect((await page.request.get("/registers/export?unit=VN")).status()).toBe(404);
    });
    await withPage(browser, view(statistician), async (page) => {
      expect((await page.goto("/registers"))?.status()).toBe(403);
      expect((await page.request.get("/registers/export?unit=NS")).status()).toBe(404);
    });
  });
});
