import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inheritedEnvironment } from "#env";
import { openDatabase } from "#platform/server/database/open.ts";
import { expectAccessible } from "../support/accessible.ts";
import { expectNoSidewaysScroll, launchBrowser, screenshot, widths, withPage } from "../support/browser.ts";
import { setDeadlineScene, type DeadlineScene } from "../support/deadline-scene.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const password = "một câu dài dễ nhớ";
const username = "giu.lich";

let browser: Browser;
let scene: DeadlineScene;
let cookies: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

beforeAll(async () => {
  browser = await launchBrowser();
  const link = await administratorLink();
  await withPage(browser, {}, async (page) => {
    await accept(page, link);
    scene = await sceneFor("Người giữ lịch thử");
    await enter(page);
    cookies = await page.context().storageState();
  });
});
afterAll(() => browser.close());

async function administratorLink(): Promise<string> {
  const env = { ...inheritedEnvironment(), DATA_DIR: inject("dataFolder"), LOG_LEVEL: "warn" };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["cli/main.ts", "user", "invite-admin"], { cwd: root, env });
  return new URL(stdout.trim()).pathname;
}

async function accept(page: Page, link: string) {
  await page.goto(link);
  await page.getByLabel("Họ và tên").fill("Người giữ lịch thử");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Mời đăng nhập").waitFor();
}

async function enter(page: Page) {
  await page.goto("/sign-in?next=/notifications");
  const main = page.getByRole("main");
  await main.getByLabel("Tên đăng nhập").fill(username);
  await main.getByLabel("Mật khẩu").fill(password);
  await main.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { name: "Thông báo" }).waitFor();
}

/** Sets the scene on the database of the application that the journeys visit. */
async function sceneFor(name: string): Promise<DeadlineScene> {
  const where = { databaseUrl: undefined, dataFolder: inject("dataFolder") };
  const database = await openDatabase(where, "command");
  try {
    const people = database.db.selectFrom("person").select("id").where("full_name", "=", name);
    return await setDeadlineScene(database.db, (await people.executeTakeFirstOrThrow()).id);
  } finally {
    await database.close();
  }
}

/** A page of the person signed in. */
function signedIn(steps: (page: Page) => Promise<void>, more: BrowserContextOptions = {}) {
  return withPage(browser, { storageState: cookies, ...more }, async (page) => {
    page.setDefaultTimeout(10_000);
    await steps(page);
  });
}

async function judge(page: Page, name: string) {
  for (const width of [widths.phone, widths.desk]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `deadlines-${name}-${width}`);
  }
  const asSent = await page.request.get(page.url());
  expect(await faultsOfHtml(await asSent.text())).toEqual([]);
}

describe("một hạn giải thích được", () => {
  test("từ danh sách các hạn tới từng ngày đếm qua Tết, kèm quy định và cảnh báo lịch chưa xác nhận", async () => {
    await signedIn(async (page) => {
      await page.goto(`/recommendations/${scene.overTet}/deadlines`);
      await judge(page, "list");
      await page.goto(
        `/recommendations/${scene.overTet}/deadlines/written_reply?rule=written-reply-hai-duong-08`,
      );
      await page.getByRole("heading", { name: "Vì sao hạn là 23/02/2026?" }).waitFor();
      await page.getByText("Lẽ ra là 18/02/2026, nhưng ngày ấy là ngày nghỉ (Tết Nguyên đán)").waitFor();
      await page.getByText("Quy chế số 08-QC/TU", { exact: false }).first().waitFor();
      await page.getByText("Lịch năm 2026 chưa được xác nhận").first().waitFor();
      const month = page.getByRole("table", { name: "tháng 2 năm 2026" });
      await expect
        .poll(() => month.locator("td", { has: page.locator('time[datetime="2026-02-18"]') }).innerText())
        .toContain("15");
      await judge(page, "explanation");
    });
  });

  test("hạn đã gia hạn vẫn cho thấy hạn ban đầu và lý do", async () => {
    await signedIn(async (page) => {
      await page.goto(`/recommendations/${scene.extended}/deadlines/written_reply`);
      await page.getByText("Hạn ban đầu là 23/02/2026, vẫn được giữ").waitFor();
      await page.getByText("Gia hạn đến 05/03/2026", { exact: true }).waitFor();
      await page.getByText("Chờ kết quả đo đạc").waitFor();
      await judge(page, "extended");
    });
  });

  test("hạn không có, hoặc của kiến nghị không được xem, là trang không tìm thấy", async () => {
    await signedIn(async (page) => {
      for (const path of [
        "HD-AN-2026-0001/deadlines/announce",
        "HD-AN-2026-0001/deadlines/x",
        "K-1/deadlines",
      ]) {
        expect((await page.goto(`/recommendations/${path}`))?.status()).toBe(404);
      }
    });
  });
});

describe("lịch năm", () => {
  test("lập từ đề xuất, thêm ngày làm bù, gõ sai thì giữ chữ đã gõ, xác nhận rồi lại sửa", async () => {
    await signedIn(async (page) => {
      await page.goto("/administration/calendar/2027");
      await judge(page, "proposal");
      await page.getByRole("button", { name: "Lập lịch năm 2027" }).click();
      await page.getByText("Lịch năm 2027 chưa được xác nhận").waitFor();
      await page.getByLabel("Ngày", { exact: true }).fill("2027-03-03");
      await page.getByLabel("Ngày làm bù").check();
      await page.getByLabel("Tên gọi").fill("Làm bù");
      await page.getByRole("button", { name: "Ghi ngày này" }).click();
      await page.getByRole("link", { name: "không phải Thứ Bảy hay Chủ nhật" }).waitFor();
      await expect.poll(() => page.getByLabel("Tên gọi").inputValue()).toBe("Làm bù");
      await judge(page, "refused");
      await page.getByLabel("Ngày", { exact: true }).fill("2027-03-06");
      await page.getByRole("button", { name: "Ghi ngày này" }).click();
      await page.getByRole("rowheader", { name: "Thứ Bảy 06/03/2027" }).waitFor();
      await page.getByRole("button", { name: "Xác nhận lịch năm 2027" }).click();
      await page.getByText("Lịch năm 2027 đã được xác nhận").waitFor();
      await page.getByRole("button", { name: "Bỏ 06/03/2027" }).click();
      await page.getByText("Lịch năm 2027 chưa được xác nhận").waitFor();
      await expect.poll(() => page.getByRole("rowheader", { name: "Thứ Bảy 06/03/2027" }).count()).toBe(0);
    });
  });
});

test("lịch năm lập và sửa được khi trình duyệt không chạy mã", async () => {
  await signedIn(
    async (page) => {
      await page.goto("/administration/calendar/2028");
      await page.getByRole("button", { name: "Lập lịch năm 2028" }).click();
      await page.getByLabel("Ngày", { exact: true }).fill("2028-03-01");
      await page.getByLabel("Ngày làm bù").check();
      await page.getByLabel("Tên gọi").fill("Làm bù");
      await page.getByRole("button", { name: "Ghi ngày này" }).click();
      await page.getByRole("link", { name: "không phải Thứ Bảy hay Chủ nhật" }).waitFor();
      await expect.poll(() => page.getByLabel("Tên gọi").inputValue()).toBe("Làm bù");
      await expect.poll(() => page.getByLabel("Ngày làm bù").isChecked()).toBe(true);
      await page.getByRole("button", { name: "Xác nhận lịch năm 2028" }).click();
      await page.getByText("Lịch năm 2028 đã được xác nhận").waitFor();
    },
    { javaScriptEnabled: false },
  );
});

describe("quy định", () => {
  test("thêm một quy định dài hơn quy định cấp trên thì được lưu và được báo là không áp dụng", async () => {
    await signedIn(async (page) => {
      await page.goto("/administration/rules");
      await judge(page, "rules");
      await page.getByRole("link", { name: "Thêm quy định" }).click();
      await page.getByLabel("Quy định", { exact: true }).fill("Trả lời theo kế hoạch");
      await page.getByRole("button", { name: "Lưu quy định" }).click();
      await expect
        .poll(() => page.getByLabel("Quy định", { exact: true }).inputValue())
        .toBe("Trả lời theo kế hoạch");
      await judge(page, "rule-refused");
      await page.getByLabel("Căn cứ").fill("Kế hoạch thử số 1");
      await page.getByLabel("Áp dụng cho việc").selectOption("written_reply");
      await page.getByLabel("Cấp của quy định").selectOption("plan");
      await page.getByLabel("Thời hạn là bao nhiêu").fill("30");
      await page.getByLabel("Mã đơn vị của địa bàn").fill("HD");
      await page.getByRole("button", { name: "Lưu quy định" }).click();
      await page.getByText("không làm thay đổi hạn nào").waitFor();
      await page.getByRole("link", { name: "Kết thúc hiệu lực Trả lời theo kế hoạch" }).click();
      await judge(page, "rule-end");
      await page.getByRole("button", { name: "Kết thúc hiệu lực" }).click();
      await page.getByRole("heading", { name: "Quy định về thời hạn" }).waitFor();
    });
  });
});

describe("thông báo", () => {
  test("việc được giao hiện ra, đánh dấu từng cái rồi tất cả là đã đọc", async () => {
    await signedIn(async (page) => {
      await page.goto("/notifications");
      await page.getByRole("link", { name: `Được giao chủ trì kiến nghị ${scene.overTet}` }).waitFor();
      await judge(page, "notifications");
      const unread = () => page.getByText("Chưa đọc", { exact: true }).count();
      const before = await unread();
      await page
        .getByRole("button", { name: /^Đánh dấu đã đọc(?! tất cả)/ })
        .first()
        .click();
      await expect.poll(unread).toBe(before - 1);
      await page.getByRole("button", { name: "Đánh dấu đã đọc tất cả" }).click();
      await page.getByText("Đã đọc hết.").waitFor();
      expect(await unread()).toBe(0);
    });
  });
});
