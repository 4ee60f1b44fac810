import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { launchBrowser, open, withPage } from "../support/browser.ts";
import { openOffice, view, type Office, type SignedIn } from "../support/office.ts";

const units = [
  { code: "CGU", name: "Tỉnh Chưa Gửi", kind: "province" },
  { code: "CGU-X", name: "Xã Chưa Gửi", kind: "commune", parent: "CGU" },
  { code: "CGU-X-KT", name: "Phòng Kinh tế xã Chưa Gửi", kind: "agency", parent: "CGU-X" },
  { code: "CGU-X-1", name: "Thôn Thượng", kind: "village", parent: "CGU-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "CGU-X", "thu.ky.chua.gui");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** What a browser and the page server report of a network that the test has taken away. */
const networkDown =
  /net::ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_RESET)|TypeError: Failed to fetch|status of 4\d\d/;

const form = (page: Page) => page.getByRole("form", { name: "Tiếp nhận" });
const text = (page: Page) => form(page).getByLabel("Nội dung kiến nghị");
const village = (page: Page) => form(page).getByLabel("Thôn, khu");
const send = (page: Page) => form(page).getByRole("button", { name: "Tiếp nhận", exact: true });
const putBack = (page: Page) => form(page).getByText("Chữ nhập dở đã được điền lại");

async function typed(page: Page, words: string) {
  await open(page, "/recommendations/new");
  await text(page).fill(words);
  await village(page).selectOption({ label: "Thôn Thượng" });
  await form(page).getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
}

const matters = (words: string) =>
  office.db.selectFrom("recommendation").select("code").where("text", "=", words).execute();

describe("biểu mẫu chưa gửi được", () => {
  test("mất mạng khi gửi: ở lại trang, chữ còn đó, tải lại vẫn còn, có mạng gửi lại được ghi đúng một lần", async () => {
    const words = "Cầu treo thôn Thượng đứt cáp, đề nghị sửa gấp";
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await typed(page, words);
        await page.context().setOffline(true);
        await send(page).click();
        await form(page).getByText("Không có mạng, hoặc máy chủ không trả lời.").waitFor();
        await form(page).getByText("Chưa gửi được").waitFor();
        expect(await text(page).inputValue()).toBe(words);
        await expectAccessible(page);
        await page.context().setOffline(false);
        await page.reload();
        await putBack(page).waitFor();
        expect([await text(page).inputValue(), await village(page).inputValue()]).toEqual([words, "CGU-X-1"]);
        await expectAccessible(page);
        await send(page).click();
        await page.waitForURL(/\/recommendations\/CGU-X-/);
        await open(page, "/recommendations/new");
        expect(await text(page).inputValue()).toBe("");
      },
      networkDown,
    );
    expect(await matters(words)).toHaveLength(1);
  });

  test("đã tới nơi mà không có trả lời: tải lại rồi gửi nữa vẫn là một kiến nghị", async () => {
    const words = "Đèn đường thôn Thượng không sáng";
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await typed(page, words);
        await page.route("**/recommendations/new**", async (route) => {
          if (route.request().method() !== "POST") return route.continue();
          await route.fetch();
          await route.abort("connectionreset");
        });
        await send(page).click();
        await form(page).getByText("Chưa gửi được").waitFor();
        await page.unroute("**/recommendations/new**");
        expect(await matters(words)).toHaveLength(1);
        await page.reload();
        await putBack(page).waitFor();
        await send(page).click();
        await page.waitForURL(/\/recommendations\/CGU-X-/);
      },
      networkDown,
    );
    expect(await matters(words)).toHaveLength(1);
  });

  test("rời trang bằng liên kết rồi Quay lại: chữ còn đó; bỏ đi thì trang trở lại như mới", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await typed(page, "Chữ đang gõ dở dang");
      await page.getByRole("banner").getByRole("link", { name: "Đối Thoại" }).click();
      await page.waitForURL((url) => url.pathname !== "/recommendations/new");
      await page.goBack();
      await putBack(page).waitFor();
      expect(await text(page).inputValue()).toBe("Chữ đang gõ dở dang");
      await form(page).getByRole("button", { name: "Bỏ nội dung nhập dở" }).click();
      await expect.poll(() => text(page).inputValue()).toBe("");
      await expect.poll(() => putBack(page).count()).toBe(0);
    });
  });

  test("đổi màu, cỡ chữ, ngôn ngữ ở chân trang giữa chừng: không mất gì, lần sau vẫn như đã chọn", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await typed(page, "Chữ đang gõ khi đổi màu");
      await page.getByRole("button", { name: "Tối" }).click();
      await page.getByRole("button", { name: "Lớn" }).click();
      const dressed = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
      expect(await dressed()).toMatchObject({ theme: "dark", text: "large" });
      expect(await page.getByRole("button", { name: "Tối" }).getAttribute("aria-pressed")).toBe("true");
      expect(await text(page).inputValue()).toBe("Chữ đang gõ khi đổi màu");
      await page.getByRole("button", { name: "English" }).click();
      await page.getByText("What you had typed is filled in again").waitFor();
      expect(await dressed()).toMatchObject({ theme: "dark", text: "large" });
      expect(await page.locator("textarea[name=text]").inputValue()).toBe("Chữ đang gõ khi đổi màu");
    });
  });

  test("đăng xuất thì được hỏi, và không còn gì trên máy", async () => {
    const leaver = await office.person(browser, "office_secretary", "CGU-X", "thu.ky.chua.gui.roi.may");
    await withPage(browser, view(leaver), async (page) => {
      await typed(page, "Chữ không để lại cho ai");
      await page.getByRole("banner").getByRole("button", { name: "Đăng xuất" }).first().click();
      const asked = page.getByRole("alertdialog");
      await asked.getByText("Còn 1 trang có chữ nhập dở chưa gửi").waitFor();
      await asked.getByRole("button", { name: "Ở lại" }).click();
      expect(await text(page).inputValue()).toBe("Chữ không để lại cho ai");
      await page.getByRole("banner").getByRole("button", { name: "Đăng xuất" }).first().click();
      await asked.getByRole("button", { name: "Vẫn đăng xuất" }).click();
      await page.waitForURL(/signed_out/);
      const left = await page.evaluate(() =>
        Object.keys(localStorage).filter((name) => name.includes(":form:")),
      );
      expect(left).toEqual([]);
    });
  });

  // A browser whose scripts a test switched off shows nothing of `noscript`; what is sent to it is looked at instead.
  test("không có mã: chân trang nói trước rằng chữ nhập dở sẽ mất", async () => {
    await withPage(browser, view(secretary, undefined, false), async (page) => {
      const html = await (await page.request.get("/recommendations/new")).text();
      expect(html).toMatch(/<noscript>.*Bấm các nút này thì trang được mở lại.*<\/noscript>/s);
    });
  });
});
