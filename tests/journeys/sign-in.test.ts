import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inheritedEnvironment } from "#env";
import { appCode } from "../support/authenticator.ts";
import { expectAccessible } from "../support/accessible.ts";
import {
  expectNoSidewaysScroll,
  launchBrowser,
  screenshot,
  scriptStarted,
  visit,
  widths,
  withPage,
} from "../support/browser.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const password = "một câu dài dễ nhớ";
const username = "quan.tri";
const judged = [widths.phone, widths.desk];

let browser: Browser;
let link: string;

beforeAll(async () => {
  browser = await launchBrowser();
  link = await administratorLink();
  await withPage(browser, view(widths.desk), (page) => accept(page, link));
});
afterAll(() => browser.close());

const view = (width: number, more: BrowserContextOptions = {}) => ({
  viewport: { width, height: 900 },
  ...more,
});
const withoutScript = { javaScriptEnabled: false };

/** As whoever keeps the machine gets it. */
async function administratorLink(): Promise<string> {
  const env = { ...inheritedEnvironment(), DATA_DIR: inject("dataFolder"), LOG_LEVEL: "warn" };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["cli/main.ts", "user", "invite-admin"], { cwd: root, env });
  return new URL(stdout.trim()).pathname;
}

async function accept(page: Page, path: string) {
  await page.goto(path);
  await page.getByLabel("Họ và tên").fill("Người quản trị thử");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Mời đăng nhập").waitFor();
}

async function enter(page: Page, next = "/account") {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await give(page, password);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function give(page: Page, word: string) {
  const main = page.getByRole("main");
  await main.getByLabel("Tên đăng nhập").fill(username);
  await main.getByLabel("Mật khẩu").fill(word);
  await main.getByRole("button", { name: "Đăng nhập" }).click();
}

async function judge(page: Page, name: string) {
  for (const width of judged) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `identity-${name}-${width}`);
  }
}

const pathOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;

describe("lời mời", () => {
  test("dùng một lần; mở lại thì nói rõ liên kết không còn dùng được", async () => {
    await withPage(browser, view(widths.phone), async (page) => {
      const response = await page.goto(link);
      expect(response?.status()).toBe(404);
      await page.getByText("không còn dùng được").first().waitFor();
      await judge(page, "invitation-gone");
    });
  });

  test("hai mật khẩu khác nhau thì giữ lại tên đã gõ và chỉ chỗ cần sửa", async () => {
    const fresh = await administratorLink();
    const page = await fetch(inject("baseURL") + fresh);
    expect(await faultsOfHtml(await page.text())).toEqual([]);
    await withPage(browser, view(widths.desk), async (page) => {
      await page.goto(fresh);
      await judge(page, "invitation");
      await page.getByLabel("Tên đăng nhập").fill("nguoi.khac");
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
      await page.getByLabel("Nhập lại mật khẩu mới").fill("khác hẳn câu trên");
      await page.getByRole("button", { name: "Lưu" }).click();
      await page.getByRole("link", { name: "không giống nhau" }).waitFor();
      await expect.poll(() => page.getByLabel("Tên đăng nhập").inputValue()).toBe("nguoi.khac");
      await judge(page, "invitation-refused");
    });
  });
});

describe("đăng nhập", () => {
  test("vào trang bên trong thì được hỏi đăng nhập rồi trở lại đúng trang ấy, không cần JavaScript", async () => {
    await withPage(browser, view(widths.phone, withoutScript), async (page) => {
      await page.goto("/account/tokens?x=1");
      expect(pathOf(page)).toBe("/sign-in?next=%2Faccount%2Ftokens%3Fx%3D1");
      await give(page, "không phải câu ấy");
      await page.getByText("không đúng").waitFor();
      await expect.poll(() => page.getByLabel("Tên đăng nhập").inputValue()).toBe(username);
      await give(page, password);
      await page.waitForURL((url) => url.pathname + url.search === "/account/tokens?x=1");
    });
  });

  test("trang đăng nhập, cả khi bị từ chối, đúng chuẩn và ai cũng dùng được", async () => {
    const response = await fetch(`${inject("baseURL")}/sign-in`);
    expect(await faultsOfHtml(await response.text())).toEqual([]);
    await withPage(browser, view(widths.desk), async (page) => {
      await page.goto("/sign-in");
      await judge(page, "sign-in");
      await give(page, "không phải câu ấy");
      await page.getByText("không đúng").waitFor();
      await judge(page, "sign-in-refused");
    });
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"])(
    "không bị dẫn sang trang khác bởi %j",
    async (next) => {
      await withPage(browser, view(widths.desk), async (page) => {
        await enter(page, next);
        expect(pathOf(page)).toBe("/desk");
        expect(new URL(page.url()).origin).toBe(new URL(inject("baseURL")).origin);
      });
    },
  );

  test("đăng xuất thì phiên hết ngay", async () => {
    await withPage(browser, view(widths.desk), async (page) => {
      await enter(page);
      await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
      await page.getByRole("button", { name: "Đăng xuất" }).first().click();
      await page.waitForURL((url) => url.pathname === "/");
      await page.goto("/account");
      expect(pathOf(page)).toBe("/sign-in?next=%2Faccount");
    });
  });

  test.each([
    ["có JavaScript", {}],
    ["không có JavaScript", withoutScript],
  ])("đăng xuất rồi bấm nút lùi thì không thấy lại trang của người trước, %s", async (_, more) => {
    await withPage(browser, view(widths.desk, more), async (page) => {
      await enter(page);
      await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
      await page.getByRole("button", { name: "Đăng xuất" }).first().click();
      await page.waitForURL((url) => url.pathname === "/");
      await page.goBack({ waitUntil: "commit" });
      await page.getByRole("heading", { name: "Đăng nhập" }).waitFor({ timeout: 5000 });
      await expect.poll(() => page.getByText("Tài khoản của tôi").count()).toBe(0);
    });
  });
});

describe("biểu mẫu gửi lúc phiên đã hết", () => {
  const label = "Phần mềm báo cáo của văn phòng tỉnh";

  async function typeAndLoseSession(page: Page, script = true) {
    await enter(page, "/account/tokens");
    if (script) await scriptStarted(page);
    await page.getByLabel("Dùng cho").fill(label);
    await page.getByLabel("Thay mặt chức vụ").selectOption({ index: 1 });
    await page
      .getByLabel("Dùng được đến hết ngày")
      .fill(Temporal.Now.plainDateISO().add({ months: 1 }).toString());
    await page.context().clearCookies();
  }

  test("được giữ lại qua bước đăng nhập và gửi lại nguyên vẹn, không cần JavaScript", async () => {
    await withPage(browser, view(widths.phone, withoutScript), async (page) => {
      await typeAndLoseSession(page, false);
      const answer = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name: "Tạo mã truy cập" }).click();
      expect((await answer).status()).toBe(401);
      await page.getByText("Phiên làm việc đã hết").waitFor();
      await page.getByText(label).waitFor();
      await give(page, "không phải câu ấy");
      await page.getByText("không đúng").waitFor();
      await give(page, password);
      await page.getByRole("heading", { name: "gửi lại" }).waitFor();
      await page.getByRole("button", { name: "Gửi lại nội dung đã nhập" }).click();
      await page.getByText("Đã tạo mã truy cập").waitFor();
      await expect.poll(() => page.getByRole("rowheader", { name: label, exact: true }).count()).toBe(1);
    });
  });

  test("hai trang ở giữa ai cũng dùng được", async () => {
    await withPage(browser, view(widths.desk), async (page) => {
      await typeAndLoseSession(page);
      await page.locator('form[action="?/issue"]').evaluate((form: HTMLFormElement) => form.submit());
      await page.getByText(label).waitFor();
      await judge(page, "expired");
      await give(page, password);
      await page.getByRole("heading", { name: "gửi lại" }).waitFor();
      await judge(page, "resend");
    });
  });

  test("gửi bằng JavaScript thì cũng được giữ lại như thế", async () => {
    await withPage(browser, view(widths.desk), async (page) => {
      await typeAndLoseSession(page);
      await page.getByRole("button", { name: "Tạo mã truy cập" }).click();
      await page.waitForURL((url) => url.pathname === "/sign-in/kept");
      await page.getByText(label).waitFor();
      await give(page, password);
      await page.getByRole("button", { name: "Gửi lại nội dung đã nhập" }).click();
      await page.getByText("Đã tạo mã truy cập").waitFor();
    });
  });
});

describe("tài khoản", () => {
  test("liệt kê các phiên và kết thúc được phiên ở máy khác", async () => {
    await withPage(browser, view(widths.desk), async (left) => {
      await enter(left);
      await withPage(browser, view(widths.desk), async (page) => {
        await enter(page);
        await judge(page, "account");
        const others = page.getByRole("button", { name: "Kết thúc" });
        for (let count = await others.count(); count > 0; count--) {
          await others.first().click();
          await page.waitForFunction((least) => document.querySelectorAll("td button").length < least, count);
        }
        await page.getByText("Đã kết thúc phiên").waitFor();
      });
      await left.goto("/account");
      expect(pathOf(left)).toBe("/sign-in?next=%2Faccount");
    });
  });

  test("mã truy cập hiện một lần, thu hồi được", async () => {
    await withPage(browser, view(widths.desk), async (page) => {
      await enter(page, "/account/tokens");
      await scriptStarted(page);
      await page.getByLabel("Dùng cho").fill("Máy thử");
      await page.getByLabel("Thay mặt chức vụ").selectOption({ index: 1 });
      await page.getByLabel("Dùng được đến hết ngày").fill("2020-01-01");
      await page.getByRole("button", { name: "Tạo mã truy cập" }).click();
      await page.getByRole("link", { name: "Ngày hết hạn" }).waitFor();
      await expect.poll(() => page.getByLabel("Dùng cho").inputValue()).toBe("Máy thử");
      await judge(page, "tokens-refused");
      await page
        .getByLabel("Dùng được đến hết ngày")
        .fill(Temporal.Now.plainDateISO().add({ months: 1 }).toString());
      await page.getByRole("button", { name: "Tạo mã truy cập" }).click();
      await page.getByText(/^dt_[\w-]{43}$/).waitFor();
      await judge(page, "tokens");
      await page.goto("/account/tokens");
      await expect.poll(() => page.getByText(/^dt_/).count()).toBe(0);
      await page.getByRole("button", { name: "Thu hồi Máy thử" }).click();
      await page.getByText("Đã thu hồi").first().waitFor();
    });
  });

  test("bật xác thực hai bước, đăng nhập bằng mã, rồi tắt; đổi mật khẩu", async () => {
    await withPage(browser, view(widths.desk), async (page) => {
      await enter(page, "/account/second-factor");
      await judge(page, "second-factor");
      await page.getByLabel("Mật khẩu hiện nay").fill(password);
      await page.getByRole("button", { name: "Bắt đầu bật" }).click();
      const key = (await page.locator("code.text-lg").innerText()).replaceAll(" ", "");
      await judge(page, "second-factor-setup");
      await page.getByLabel("Mã xác thực").fill("000000");
      await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
      await page.getByRole("link", { name: "Mã không đúng" }).waitFor();
      await page.getByLabel("Mã xác thực").fill(appCode(key, Temporal.Now.instant()));
      await page.getByRole("button", { name: "Bật xác thực hai bước" }).click();
      await page.getByText("Đã bật xác thực hai bước").waitFor();
      await judge(page, "second-factor-on");

      await withPage(browser, view(widths.phone, withoutScript), async (other) => {
        await other.goto("/sign-in?next=/account");
        await give(other, password);
        await other.getByLabel("Mã xác thực").fill("000000");
        await other.getByRole("button", { name: "Xác nhận" }).click();
        await other.getByRole("link", { name: "Mã không đúng" }).waitFor();
        // Each code works once: the one that turned it on is used.
        const next = Temporal.Now.instant().add({ seconds: 30 });
        await other.getByLabel("Mã xác thực").fill(appCode(key, next));
        await other.getByRole("button", { name: "Xác nhận" }).click();
        await other.waitForURL((url) => url.pathname === "/account");
      });

      await withPage(browser, view(widths.desk), async (other) => {
        await other.goto("/sign-in?next=/account");
        await give(other, password);
        await judge(other, "sign-in-code");
      });

      await page.getByLabel("Mật khẩu hiện nay").fill(password);
      await page.getByRole("button", { name: "Tắt xác thực hai bước" }).click();
      await page.getByText("Đã tắt xác thực hai bước").waitFor();

      await visit(page, "/account/password");
      await judge(page, "password");
      await page.getByLabel("Mật khẩu hiện nay").fill("không phải câu ấy");
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill("câu mới còn dài hơn");
      await page.getByLabel("Nhập lại mật khẩu mới").fill("câu mới còn dài hơn");
      await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
      await page.getByRole("link", { name: "Mật khẩu hiện nay không đúng" }).waitFor();
      await page.getByLabel("Mật khẩu hiện nay").fill(password);
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill("câu mới còn dài hơn");
      await page.getByLabel("Nhập lại mật khẩu mới").fill("câu mới còn dài hơn");
      await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
      await page.getByText("Đã đổi mật khẩu").waitFor();
    });
  });
});
