import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { launchBrowser, open, screenshot, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import {
  allSaved,
  ask,
  matterForm,
  networkDown,
  pending,
  recordedOf,
  speak,
  status,
  turnForm,
} from "../support/room-page.ts";

const units = [
  { code: "KMG", name: "Tỉnh Không Mạng", kind: "province" },
  { code: "KMG-X", name: "Xã Không Mạng", kind: "commune", parent: "KMG" },
  { code: "KMG-X-1", name: "Thôn Đông", kind: "village", parent: "KMG-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let second: SignedIn;
let conference: string;
let room: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "KMG-X", "thu.ky.khong.mang");
  second = await office.person(browser, "office_secretary", "KMG-X", "thu.ky.khong.mang.hai");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});
beforeEach(async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "KMG-X", form: "periodic", held_on: "2026-03-05", chairs };
  conference = (await office.act("conference.record", given)).id;
  room = `/conferences/${conference}/room`;
});

const cookiesOf = (state: SignedIn) => (typeof state === "string" ? [] : state.cookies);
const view = (storageState: SignedIn) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  serviceWorkers: "allow" as const,
});

/** The addresses that the device keeps, of all caches. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });

const kept = (page: Page) => expect.poll(() => keptOn(page), { timeout: 15_000 });

async function openedAndKept(page: Page): Promise<void> {
  await page.goto(room);
  await allSaved(page);
  await kept(page).toContain(room);
}

describe("không có mạng", () => {
  test("tải lại trang, gõ tiếp, tải lại lần nữa, rồi có mạng: mọi lượt vào sổ đúng một lần", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        await speak(page, "Ông Có Mạng");
        await ask(page, "Việc ghi khi còn mạng");
        await allSaved(page);
        await page.getByRole("listitem").getByText("Việc ghi khi còn mạng").waitFor();
        await kept(page).toContain(`${room}/turns`);
        await page.context().setOffline(true);
        await page.reload();
        await status(page).getByText("Không có mạng – đang giữ trên máy").waitFor();
        await page.getByText("Các lượt bên dưới là của lúc").waitFor();
        await page.getByRole("heading", { name: /Lượt 1\s· Ông Có Mạng/ }).waitFor();
        await page.getByRole("listitem").getByText("Việc ghi khi còn mạng").waitFor();
        await speak(page, "Bà Mất Mạng", "dong");
        await ask(page, "Sửa cầu", "Trả lời bằng văn bản");
        await matterForm(page).getByLabel("Nội dung kiến nghị").fill("Việc thứ hai đang gõ d");
        await page.reload();
        await status(page).getByText("Chờ gửi 3 mục").waitFor();
        await expect.poll(() => pending(page).getByRole("listitem").count()).toBe(3);
        const text = matterForm(page).getByLabel("Nội dung kiến nghị");
        await expect.poll(() => text.inputValue()).toBe("Việc thứ hai đang gõ d");
        await expectAccessible(page);
        await screenshot(page, "room-offline-desk");
        await page.context().setOffline(false);
        await allSaved(page);
        await expect.poll(() => text.inputValue()).toBe("Việc thứ hai đang gõ d");
        await page.getByRole("heading", { name: /Lượt 2\s· Bà Mất Mạng/ }).waitFor();
      },
      networkDown,
    );
    expect(await recordedOf(office, conference)).toEqual([
      ["Ông Có Mạng", ["Việc ghi khi còn mạng"]],
      ["Bà Mất Mạng", ["Sửa cầu → written_answer"]],
    ]);
  });

  test("trang mở bằng liên kết, chưa tải lại lần nào, cũng mở lại được", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await page.goto(`/conferences/${conference}`);
        await page.getByRole("link", { name: "Ghi nhanh tại phòng họp" }).first().click();
        await allSaved(page);
        await kept(page).toContain(room);
        await page.context().setOffline(true);
        await page.reload();
        await status(page).getByText("Không có mạng – đang giữ trên máy").waitFor();
        await turnForm(page).getByLabel("Người phát biểu").fill("Gõ được");
        await page.context().setOffline(false);
        await allSaved(page);
        await expect.poll(() => turnForm(page).getByLabel("Người phát biểu").inputValue()).toBe("Gõ được");
      },
      networkDown,
    );
  });
});

/** Opening a page that nothing keeps fails where there is no network. */
async function opensOffline(context: BrowserContext, path: string): Promise<boolean> {
  await context.setOffline(true);
  const page = await context.newPage();
  const opened = await page.goto(path).then(
    () => true,
    () => false,
  );
  await page.close();
  await context.setOffline(false);
  return opened;
}

describe("máy chỉ giữ điều cần giữ", () => {
  test("chỉ trang ghi và những tệp nó cần; trang khác không đi qua trình giữ trang", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        const other = (path: string) => !path.startsWith("/_app/immutable/") && !path.startsWith(room);
        expect((await keptOn(page)).filter(other)).toEqual([]);
        const scopes = () =>
          page.evaluate(async () =>
            (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
          );
        expect(await scopes()).toEqual([room]);
        await page.goto(`/conferences/${conference}`);
        expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
        expect(await opensOffline(page.context(), "/desk")).toBe(false);
        expect(await opensOffline(page.context(), `/conferences/${conference}`)).toBe(false);
        expect(await opensOffline(page.context(), room)).toBe(true);
      },
      networkDown,
    );
  });

  test("đăng xuất thì không còn trang nào trên máy, chữ chưa gửi vẫn chờ đúng người", async () => {
    const leaving = await office.person(browser, "office_secretary", "KMG-X", "thu.ky.roi.may");
    await withPage(
      browser,
      view(leaving),
      async (page) => {
        await openedAndKept(page);
        await turnForm(page).getByLabel("Người phát biểu").fill("Chưa ghi xong");
        await open(page, "/desk");
        const asked = page.getByRole("alertdialog", { name: "Còn 1 nội dung ghi tại hội nghị chưa gửi" });
        await page.getByRole("button", { name: "Đăng xuất" }).click();
        await asked.waitFor();
        const reason = await asked.evaluate((box) => box.getAttribute("aria-describedby")!);
        const why = "Đăng xuất thì các nội dung này vẫn nằm trên máy";
        await page.locator(`#${reason}`).filter({ hasText: why }).waitFor();
        const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
        await expect.poll(focused).toBe("Ở lại");
        await judge(page, "room-sign-out");
        await page.keyboard.press("Escape");
        await expect.poll(() => asked.count()).toBe(0);
        await expect.poll(focused).toBe("Đăng xuất");
        await page.getByRole("button", { name: "Đăng xuất" }).first().click();
        await asked.getByRole("button", { name: "Ở lại" }).click();
        await expect.poll(() => asked.count()).toBe(0);
        await page.getByRole("button", { name: "Đăng xuất" }).first().click();
        await asked.getByRole("link", { name: "Mở lại trang ghi thứ 1 (1 nội dung)" }).click();
        await page.waitForURL(`**${room}`);
        await expect
          .poll(() => turnForm(page).getByLabel("Người phát biểu").inputValue())
          .toBe("Chưa ghi xong");
        await open(page, "/desk");
        await page.getByRole("button", { name: "Đăng xuất" }).first().click();
        await asked.getByRole("button", { name: "Vẫn đăng xuất" }).click();
        await page.getByRole("link", { name: "Đăng nhập" }).first().waitFor();
        await kept(page).toEqual([]);
        expect(await opensOffline(page.context(), room)).toBe(false);
        const typed = await page.evaluate(() => Object.values(localStorage).join());
        expect(typed).toContain("Chưa ghi xong");
      },
      networkDown,
    );
  });

  test("người khác đăng nhập trên cùng máy: trang của người trước không còn", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        await page.context().clearCookies();
        await page.context().addCookies(cookiesOf(second));
        await page.goto("/desk");
        await kept(page).toEqual([]);
        expect(await opensOffline(page.context(), room)).toBe(false);
      },
      networkDown,
    );
  });

  test("phiên đã hết: mở lại trang thì máy bỏ bản đã giữ", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        await page.context().clearCookies();
        await page.goto(room);
        await page.waitForURL("**/sign-in?*");
        expect(await opensOffline(page.context(), room)).toBe(false);
      },
      networkDown,
    );
  });

  test("phiên đã hết, vào thẳng trang đăng nhập: máy cũng bỏ bản đã giữ, trước khi người khác đăng nhập", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        await page.context().clearCookies();
        await page.goto("/sign-in");
        await kept(page).toEqual([]);
        expect(await opensOffline(page.context(), room)).toBe(false);
      },
      networkDown,
    );
  });

  test("bản dựng mới thay bản đã giữ, tệp cũ không nằm lại", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await openedAndKept(page);
        await page.evaluate(async (address) => {
          const [name] = await caches.keys();
          const cache = await caches.open(name!);
          await cache.put("/_app/immutable/chunks/cu.js", new Response("throw new Error('bản cũ')"));
          const html = '<!doctype html><p>Bản cũ</p><script src="/_app/immutable/chunks/cu.js"></script>';
          await cache.put(address, new Response(html, { headers: { "content-type": "text/html" } }));
        }, room);
        await page.reload();
        await allSaved(page);
        await kept(page).not.toContain("/_app/immutable/chunks/cu.js");
        await page.context().setOffline(true);
        await page.reload();
        await status(page).getByText("Không có mạng – đang giữ trên máy").waitFor();
      },
      networkDown,
    );
  });
});
