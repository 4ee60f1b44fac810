import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, withPage } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("mạng yếu: chữ gõ trước khi mã lệnh tải xong vẫn còn", async () => {
  await withPage(browser, {}, async (page) => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.js", async (route) => {
      await slow;
      await route.continue();
    });
    await page.goto("/design", { waitUntil: "commit" });
    const [line, text] = [
      page.locator("main input[type=text]").first(),
      page.locator("main textarea").first(),
    ];
    await line.fill("gõ sớm một dòng");
    await text.fill("gõ sớm\nnhiều dòng");
    release();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    expect([await line.inputValue(), await text.inputValue()]).toEqual([
      "gõ sớm một dòng",
      "gõ sớm\nnhiều dòng",
    ]);
  });
});
