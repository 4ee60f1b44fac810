import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, withPage } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("mạng yếu: điều gõ, chọn, đánh dấu trước khi mã lệnh tải xong vẫn còn", async () => {
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
    const main = page.getByRole("main");
    const field = main.getByLabel("Lĩnh vực");
    await field.selectOption("dat_dai");
    const [early, given] = [main.getByLabel("Vượt thẩm quyền"), main.getByLabel("Giao trả lời bằng văn bản")];
    await early.check();
    const [finance, land] = [main.getByLabel("Phòng Tài chính"), main.getByLabel("Phòng Tài nguyên")];
    await finance.check();
    await land.uncheck();
    const day = main.getByLabel("Hạn trả lời");
    await day.fill("2026-03-04");
    release();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    expect([await line.inputValue(), await text.inputValue()]).toEqual([
      "gõ sớm một dòng",
      "gõ sớm\nnhiều dòng",
    ]);
    expect([await field.inputValue(), await day.inputValue()]).toEqual(["dat_dai", "2026-03-04"]);
    const boxes = [early, given, finance, land].map((box) => box.isChecked());
    expect(await Promise.all(boxes)).toEqual([true, false, true, false]);
  });
});
