import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
  errorSummary,
  expectNoSidewaysScroll,
  launchBrowser,
  screenshot,
  visit,
  widths,
  withPage,
} from "../support/browser.ts";
import { openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const pages = [
  { name: "trang đầu", path: "/", status: 200 },
  { name: "trang các thành phần", path: "/design", status: 200 },
  { name: "biểu mẫu gửi lại", path: "/design/errors", status: 200 },
  { name: "trang không có", path: "/khong-co-trang-nay", status: 404 },
];
const schemes = ["light", "dark"] as const;
const devices = Object.entries(widths).map(([device, width]) => ({ device, width }));

let browser: Browser;
let office: Office;
let someone: Exclude<SignedIn, string>;
beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  await office.act("organization.create_unit", { code: "VO", name: "Tỉnh Vỏ", kind: "province" });
  someone = (await office.person(browser, "office_secretary", "VO", "thu.ky.vo")) as typeof someone;
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const view = (width: number, more: BrowserContextOptions = {}) => ({
  viewport: { width, height: 900 },
  ...more,
});
/** The pages of parts are shown to whoever is signed in. */
const asSomeone = (path: string) => (path.startsWith("/design") ? { storageState: someone } : {});
const fetchPage = (path: string, init?: RequestInit) => {
  const cookie = someone.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const headers = path.startsWith("/design") ? { cookie } : undefined;
  return fetch(inject("baseURL") + path, { redirect: "manual", headers, ...init });
};

test("trang các thành phần không dành cho người lạ; biểu tượng của trang có ở cả hai dạng", async () => {
  const { status, headers } = await fetch(`${inject("baseURL")}/design`, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([303, "/sign-in?next=%2Fdesign"]);
  expect((await fetchPage("/favicon.ico")).status).toBe(200);
  expect((await fetchPage("/icon.svg")).status).toBe(200);
});

describe.each(pages)("$name", ({ path, status }) => {
  test("trả về HTML đúng chuẩn với đúng mã trạng thái", async () => {
    const response = await fetchPage(path);
    expect(response.status).toBe(status);
    expect(await faultsOfHtml(await response.text())).toEqual([]);
  });

  test.each(devices)("đọc được trên $device, nền sáng và nền tối", async ({ device, width }) => {
    await withPage(browser, view(width, asSomeone(path)), async (page) => {
      await visit(page, path);
      await expectNoSidewaysScroll(page);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page);
        await screenshot(page, `${path.replaceAll("/", "_")}-${device}-${colorScheme}`);
      }
    });
  });

  test("chữ lớn không làm tràn màn hình điện thoại", async () => {
    await withPage(browser, view(widths.phone, asSomeone(path)), async (page) => {
      await visit(page, "/");
      await page.getByRole("button", { name: "Lớn" }).click();
      await visit(page, path);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("20px");
      await expectNoSidewaysScroll(page);
    });
  });
});

describe("các công tắc ở chân trang, không cần JavaScript", () => {
  test("đổi ngôn ngữ và ở lại đúng trang, giữ cả phần hỏi của địa chỉ", async () => {
    await withPage(
      browser,
      view(widths.phone, { javaScriptEnabled: false, ...asSomeone("/design") }),
      async (page) => {
        await page.goto("/design?after=MC-2020-0044");
        await page.getByRole("button", { name: "English" }).click();
        expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/design?after=MC-2020-0044");
        await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
        await expect.poll(() => page.getByRole("button", { name: "Filter", exact: true }).count()).toBe(1);
        await expect.poll(() => page.getByText("2 days overdue").count()).toBeGreaterThan(0);
      },
    );
  });

  test("chọn nền tối thì nền tối, dù máy đặt nền sáng", async () => {
    await withPage(browser, view(widths.desk, { colorScheme: "light" }), async (page) => {
      await page.goto("/");
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.getByRole("button", { name: "Tối" }).click();
      expect(await background()).not.toBe(light);
      await expectAccessible(page);
    });
  });

  test("không đưa ai sang trang của nơi khác", async () => {
    const base = inject("baseURL");
    const form = new URLSearchParams({ language: "en", next: "//elsewhere.example/" });
    const response = await fetchPage("/preferences", {
      method: "POST",
      headers: { origin: base },
      body: form,
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/");
  });

  test("không nhận biểu mẫu gửi từ nơi khác", async () => {
    const form = new URLSearchParams({ language: "en" });
    const headers = { origin: "https://elsewhere.example" };
    const response = await fetchPage("/preferences", { method: "POST", headers, body: form });
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  });
});

test("thông báo lỗi được đọc trước tiên và dẫn tới đúng chỗ sai", async () => {
  await withPage(browser, view(widths.phone, asSomeone("/design")), async (page) => {
    await visit(page, "/design/errors");
    const summary = errorSummary(page);
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole("link", { name: "Hãy chọn cách xử lý." }).click();
    const chosen = page.getByRole("radio", { name: "Trả lời ngay tại hội nghị" });
    expect(await chosen.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

test("phím Tab đầu tiên đưa tới lối tắt vào nội dung chính", async () => {
  await withPage(browser, view(widths.desk), async (page) => {
    await visit(page, "/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("main").evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

test("mỗi câu trả lời mang các đầu mục bảo vệ, và chỉ hứa https khi chạy https", async () => {
  const { headers } = await fetchPage("/design");
  expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("geolocation=()");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get("strict-transport-security")).toBeNull();
});

test("trang đầu nhẹ dưới 50 KB và không cần đoạn mã nào", async () => {
  await withPage(browser, view(widths.phone), async (page) => {
    const received: { url: string; bytes: Promise<number> }[] = [];
    page.on("requestfinished", (request) =>
      received.push({ url: request.url(), bytes: request.sizes().then((sizes) => sizes.responseBodySize) }),
    );
    await visit(page, "/");
    // Whatever else may come: nothing that is there says that nothing more will be asked for.
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(received.map((each) => each.bytes));
    expect(received.map((each) => each.url).filter((url) => url.endsWith(".js"))).toEqual([]);
    expect(received.filter((each) => each.url.endsWith(".woff2")).length).toBe(4);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(50_000);
  });
});
