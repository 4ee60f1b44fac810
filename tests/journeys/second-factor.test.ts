import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appCode } from "../support/authenticator.ts";
import { launchBrowser, open, widths, withPage } from "../support/browser.ts";
import { officePassword, openOffice, view, type Office } from "../support/office.ts";

// What is made once is shown once: neither loading the page again nor the way back shows the key or the recovery codes of a
// second factor again, or says or does a second time what was done.

const address = "/account/second-factor";
let browser: Browser;
let office: Office;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  const province = { code: "HBX", kind: "province", name: "Tỉnh Hai Bước" };
  await office.act("organization.create_unit", province);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

const status = (page: Page) => page.getByRole("status").first();
/** Asked until the page stands still: one that could not be shown again is replaced by the browser's own. */
async function shows(page: Page, secret: string): Promise<boolean> {
  const content = () => page.content().catch(() => null);
  await expect.poll(content).not.toBeNull();
  return ((await content()) ?? "").replaceAll(" ", "").includes(secret);
}

/** Back, where the browser still has what stood there: a page that was sent a form it asks for again, or shows nothing. */
async function goBack(page: Page): Promise<void> {
  await page.goBack().catch((error: Error) => expect(error.message).toContain("ERR_CACHE_MISS"));
}

async function give(page: Page, button: string | RegExp): Promise<void> {
  await page.getByLabel("Mật khẩu hiện nay").fill(officePassword);
  await page.getByRole("button", { name: button }).click();
}

describe.each([
  ["có script", true],
  ["không script", false],
] as const)("xác thực hai bước, %s", (_, javaScriptEnabled) => {
  test("khóa và mã khôi phục chỉ hiện một lần, tải lại hay quay lại đều không hiện nữa", async () => {
    const login = javaScriptEnabled ? "hai.buoc.a" : "hai.buoc.b";
    const person = await office.person(browser, "office_secretary", "HBX", login);
    await withPage(browser, view(person, widths.desk, javaScriptEnabled), async (page) => {
      await open(page, address, javaScriptEnabled);
      await give(page, "Bắt đầu bật");
      const shown = page.locator("code.text-lg");
      await shown.waitFor();
      const first = (await shown.innerText()).replaceAll(" ", "");
      await page.reload();
      await page.getByRole("button", { name: "Bắt đầu bật" }).waitFor();
      expect(await shows(page, first)).toBe(false);

      await open(page, address, javaScriptEnabled);
      await give(page, "Bắt đầu bật");
      await shown.waitFor();
      const key = (await shown.innerText()).replaceAll(" ", "");
      expect(key).not.toBe(first);
      await page.getByLabel("Mã xác thực").fill(appCode(key, Temporal.Now.instant()));
      await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
      await expect.poll(() => status(page).innerText()).toContain("Đã bật xác thực hai bước");
      await page.reload();
      await page.getByRole("button", { name: "Tắt xác thực hai bước" }).waitFor();
      expect(await status(page).innerText()).toBe("");
      await goBack(page);
      expect(await shows(page, key)).toBe(false);

      await open(page, address, javaScriptEnabled);
      await give(page, "Tạo mã khôi phục mới");
      const codes = page.locator("ul.figures code");
      await codes.first().waitFor();
      const code = (await codes.first().innerText()).trim();
      await page.reload();
      await page.getByRole("button", { name: "Tắt xác thực hai bước" }).waitFor();
      expect(await shows(page, code)).toBe(false);
      await page.goto("/account");
      await goBack(page);
      expect(await shows(page, code)).toBe(false);

      await open(page, address, javaScriptEnabled);
      await give(page, "Tắt xác thực hai bước");
      await expect.poll(() => status(page).innerText()).toContain("Đã tắt xác thực hai bước");
      await page.reload();
      await page.getByRole("button", { name: "Bắt đầu bật" }).waitFor();
      expect(await status(page).innerText()).toBe("");
    });
  });
});
