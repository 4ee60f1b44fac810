import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, officePassword, openOffice, view, type Office, type SignedIn } from "../support/office.ts";

// Every act is heard: after each form that is sent, by keyboard, the status says what was done to what, and the focus stands
// on it or where one goes on.

const iso = (days: number) =>
  Temporal.Now.zonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate().add({ days }).toString();
const written = (day: string) => day.split("-").toReversed().join("/");

let browser: Browser;
let office: Office;
const people: Record<string, SignedIn> = {};

/** One of each kind for a run with the script and one without: what was done once cannot be done again. */
type Place = { held: string; coming: string; codes: Record<string, string>; lines: string };
const places: Record<"script" | "none", Place> = {} as never;

const received = async (text: string, more = {}) =>
  (
    await office.act("recommendation.receive", {
      unit: "NGA",
      village: "NGA-1",
      field: "giao_thong",
      received_on: iso(-40),
      text,
      ...more,
    })
  ).code;
const move = (name: string, code: string, more: Record<string, unknown> = {}) =>
  office.act(`recommendation.${name}`, { recommendation: code, ...more });

async function answered(text: string): Promise<string> {
  const code = await received(text);
  await move("assign", code, { on: iso(-39), lead: "NGA-KT", due: iso(5) });
  await move("draft_answer", code, { outcome: "done", text: "Đã làm xong." });
  await move("approve_answer", code);
  await move("answer", code);
  return code;
}

async function placeFor(name: string, back: number): Promise<Place> {
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const given = { unit: "NGA", form: "periodic", chairs };
  const { id: held } = await office.act("conference.record", { ...given, held_on: iso(-back) });
  const { id: coming } = await office.act("conference.prepare", { ...given, held_on: iso(back) });
  const assigned = await received(`Đề nghị sửa cầu ${name}`);
  await move("assign", assigned, { on: iso(-39), lead: "NGA-KT", due: iso(9) });
  for (const text of ["Sửa cống", "Vá đường"]) {
    const at = { conference: held, received_on: iso(-back), channel: "conference" };
    const code = await received(`${text} ${name}`, at);
    await move("rule", code, { on: iso(-back), ruling: "written_answer" });
  }
  const { id: lines } = await office.act("conclusion.draft", { conference: held });
  const codes = {
    unassigned: await received(`Đề nghị mở ngõ ${name}`),
    unruled: await received(`Đề nghị làm rãnh ${name}`),
    assigned,
    yes: await answered(`Thay đèn ${name}`),
    no: await answered(`Thông cống ${name}`),
  };
  return { held, coming, codes, lines };
}

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of [
    { code: "NGT", name: "Tỉnh Nghe", kind: "province" },
    { code: "NGA", name: "Xã Nghe", kind: "commune", parent: "NGT" },
    { code: "NGA-KT", name: "Phòng Kinh tế xã Nghe", kind: "agency", parent: "NGA" },
    { code: "NGA-1", name: "Thôn Nghe", kind: "village", parent: "NGA" },
  ])
    await office.act("organization.create_unit", unit);
  places.script = await placeFor("có mã lệnh", 20);
  places.none = await placeFor("không mã lệnh", 21);
  for (const [name, capacity, unit] of [
    ["thư ký", "office_secretary", "NGA"],
    ["chủ trì", "chairperson", "NGA"],
    ["cơ quan", "agency_head", "NGA-KT"],
    ["trưởng thôn", "village_head", "NGA-1"],
    ["mặt trận", "front_chair", "NGA"],
    ["quản trị", "administrator", "NGT"],
  ] as const)
    people[name] = await office.person(browser, capacity, unit, `${capacity.replaceAll("_", ".")}.nghe`);
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const statusOf = (page: Page) => page.getByRole("main").getByRole("status").first();
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    return { role: at.getAttribute("role"), text: at.textContent.trim(), id: at.id };
  });

const nameOf = (control: Locator) => control.evaluate((element) => element.computedName);

/** What is heard of the element in focus, and whatever the page announces by itself beside it. */
const heardOfFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    const described = at.getAttribute("aria-describedby")?.split(" ") ?? [];
    const live = "[role=alert], [role=status], [role=log], [aria-live]:not(#svelte-announcer)";
    const announced = [...document.querySelectorAll(live)].filter(
      (region) => region.getAttribute("aria-live") !== "off" && region.textContent.trim() !== "",
    );
    return {
      role: at.computedRole,
      name: at.computedName,
      description: described.map((id) => document.getElementById(id)!.textContent.trim()).join(" "),
      announced: announced.map((region) => region.outerHTML),
    };
  });

/** Sends the form that has a field, or the button that was named, by keyboard. */
async function send(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button }).first().focus();
  await page.keyboard.press("Enter");
}

/** It is said in the one place; opened again, the page says nothing. */
async function expectHeard(page: Page, sentence: string | RegExp): Promise<void> {
  const status = statusOf(page);
  await status.filter({ hasText: sentence }).waitFor();
  await expect.poll(() => focused(page)).toMatchObject({ role: "status", text: await status.innerText() });
  await page.reload();
  await expect.poll(() => statusOf(page).innerText()).toBe("");
}

describe.each([
  ["script", true],
  ["none", false],
] as const)("gửi biểu mẫu rồi nghe được việc vừa làm (mã lệnh: %s)", (which, javaScriptEnabled) => {
  const at = () => places[which];
  const as = (name: string, steps: (page: Page) => Promise<void>) =>
    withPage(browser, view(people[name]!, widths.desk, javaScriptEnabled), steps);
  const open = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" });
  const fill = (page: Page, name: string, value: string) =>
    page.getByRole("main").locator(`[name="${name}"]`).first().fill(value);

  test("Mặt trận: phiếu đúng tổng", () =>
    as("mặt trận", async (page) => {
      await open(page, `/conferences/${at().held}/ballot`);
      const count = { issued: 60, returned: 58, not_returned: 2, valid: 57, spoiled: 1 };
      const kinds = { very_satisfied: 20, satisfied: 34, neutral: 2, dissatisfied: 1, very_dissatisfied: 0 };
      for (const [name, value] of Object.entries({ ...count, ...kinds }))
        await fill(page, name, String(value));
      await send(page, "Ghi kết quả kiểm phiếu");
      await expectHeard(page, "của Xã Nghe: 54 trên 57 phiếu hợp lệ hài lòng hoặc rất hài lòng.");
    }));

  test("thư ký: chương trình, giấy mời, giao việc, kết luận", () =>
    as("thư ký", async (page) => {
      const { coming, codes } = at();
      await open(page, `/conferences/${coming}/agenda`);
      await fill(page, "pasted", "Báo cáo\nĐối thoại");
      await send(page, "Lưu chương trình");
      await expectHeard(page, /Đã lưu chương trình hội nghị ngày .* của Xã Nghe: 2 mục\./);
      await open(page, `/conferences/${coming}/invitations`);
      await fill(page, "guest-0-name", "Hợp tác xã Chè");
      await fill(page, "guest-0-quota", "2");
      await send(page, /^Mời|^Lập giấy mời|^Ghi giấy mời/);
      await expectHeard(page, /Đã mời .*Hợp tác xã Chè dự hội nghị ngày /);
      await open(page, `/recommendations/${codes.unassigned}/assign`);
      await page.getByLabel("Cơ quan chủ trì").selectOption("NGA-KT");
      await fill(page, "due", written(iso(30)));
      await send(page, "Giao việc");
      const given = `Đã giao kiến nghị ${codes.unassigned} cho Phòng Kinh tế xã Nghe, hạn ${written(iso(30))}.`;
      await expectHeard(page, given);
      await open(page, `/recommendations/${codes.unruled}/rule`);
      await page.getByRole("radio", { name: "Ghi nhận" }).check();
      await send(page, "Kết luận");
      await expectHeard(page, `Đã ghi kết luận đối với kiến nghị ${codes.unruled}: ghi nhận.`);
    }));

  test("cơ quan: dự thảo trả lời", () =>
    as("cơ quan", async (page) => {
      await open(page, `/recommendations/${at().codes.assigned}/draft_answer`);
      await page.getByRole("radio").first().check();
      await fill(page, "text", "Đã sửa xong cầu.");
      await send(page, /dự thảo/i);
      await expectHeard(page, `Đã lưu dự thảo trả lời kiến nghị ${at().codes.assigned}, chờ duyệt.`);
    }));

  test("trưởng thôn: đồng ý và chưa đồng ý không nghe như nhau", () =>
    as("trưởng thôn", async (page) => {
      for (const [code, button, said] of [
        [at().codes.yes, "Đồng ý", "Đồng ý: đã ghi ý kiến của bà con về kết quả"],
        [at().codes.no, "Chưa đồng ý", "Chưa đồng ý: đã ghi ý kiến của bà con về kết quả"],
      ] as const) {
        await open(page, "/desk/read-out");
        const article = page.getByRole("article").filter({ hasText: code! });
        await article.getByRole("button", { name: new RegExp(`^${button}`) }).focus();
        await page.keyboard.press("Enter");
        await expectHeard(page, `${said} của kiến nghị ${code}.`);
      }
    }));

  test("thư ký: dòng của thông báo kết luận; câu ấy còn ở trên chỗ làm tiếp", () =>
    as("thư ký", async (page) => {
      await open(page, `/conferences/${at().held}/conclusion/lines/1`);
      await fill(page, "due", written(iso(40)));
      await page.getByLabel("Cơ quan chủ trì").selectOption("NGA-KT");
      await send(page, /^Lưu dòng|^Lưu$/);
      await statusOf(page)
        .filter({ hasText: /Đã lưu dòng việc của kiến nghị / })
        .waitFor();
      if (!javaScriptEnabled)
        await expect.poll(() => page.title()).toMatch(/^Đã lưu dòng việc của kiến nghị /);
      await expect
        .poll(() => statusOf(page).evaluate((at) => at.getBoundingClientRect().top))
        .toBeGreaterThanOrEqual(0);
      await page.reload();
      await expect.poll(() => statusOf(page).innerText()).toBe("");
    }));

  test("thư ký: bỏ một dòng thì sang dòng kế; bỏ dòng cuối thì ở lời báo", () =>
    as("thư ký", async (page) => {
      await open(page, `/conferences/${at().held}/conclusion`);
      const remove = page.getByRole("button", { name: /^Bỏ dòng/ });
      await expect.poll(() => remove.count()).toBe(2);
      for (const [index, text] of ["Sửa cống", "Vá đường"].entries())
        expect(await nameOf(remove.nth(index))).toMatch(new RegExp(`^Bỏ dòng NGA-\\d{4}-\\d+: .*${text}`));
      await remove.first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/conclusion?page=1#line-1");
      const line = page.locator("#line-1");
      await line.filter({ hasText: "Vá đường" }).waitFor();
      if (javaScriptEnabled) await expect.poll(() => focused(page)).toMatchObject({ id: "line-1" });
      await expect.poll(() => remove.count()).toBe(1);
      await remove.first().focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => remove.count()).toBe(0);
      await page.waitForURL("**/conclusion?page=1");
      if (javaScriptEnabled) await expect.poll(() => focused(page)).toMatchObject({ role: "status" });
      await expect.poll(() => statusOf(page).innerText()).not.toBe("");
    }));

  test("quản trị: bấm Enter trong ô mà bị trả lại thì nghe lỗi một lần, và chữ gõ tiếp không rơi vào ô", () =>
    as("quản trị", async (page) => {
      await open(page, "/units/NGA-1/rename");
      await fill(page, "name", "Thôn Nghe Mới");
      await fill(page, "on", "31/2/2026");
      await page.keyboard.press("Enter");
      await expect.poll(() => focused(page)).toMatchObject({ id: "error-summary" });
      expect(await heardOfFocus(page)).toEqual({
        role: "group",
        name: "Còn chỗ cần sửa",
        description: expect.stringMatching(/^Mang tên mới từ ngày: [^:]+$/),
        announced: [],
      });
      // Keys alone: letters with marks the browser's driver puts where the caret stands, not where the focus is.
      await page.keyboard.type("chu go tiep");
      await expect.poll(() => page.locator("#field-on").inputValue()).toBe("31/2/2026");
      await expect.poll(() => page.locator("#field-name").inputValue()).toBe("Thôn Nghe Mới");
    }));

  test("chủ trì, quản trị: kế hoạch, đổi tên đơn vị", async () => {
    await as("quản trị", async (page) => {
      await open(page, "/units/NGA-1/rename");
      await fill(page, "name", `Thôn Nghe ${which}`);
      await fill(page, "on", written(iso(which === "script" ? -3 : -2)));
      await send(page, /^Đổi tên|^Lưu/);
      await expectHeard(page, /Đơn vị đổi tên thành Thôn Nghe \w+ từ ngày /);
    });
    await as("thư ký", async (page) => {
      await open(page, "/administration/office");
      await fill(page, "amount", "15");
      await send(page, "Lưu thời hạn");
      await expectHeard(page, "Đã lưu thời hạn tự đặt của Xã Nghe: 15 ngày làm việc.");
    });
  });

  test("sai mật khẩu thì nghe lỗi; đăng nhập, đổi cách hiển thị, đăng xuất thì nghe việc vừa làm", () =>
    withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto("/sign-in");
      const main = page.getByRole("main");
      for (const [password, said] of [
        ["sai rồi nhé", null],
        [officePassword, "Đã đăng nhập."],
      ] as const) {
        await main.getByLabel("Tên đăng nhập").fill("village.head.nghe");
        await main.getByLabel("Mật khẩu").fill(password);
        await send(page, "Đăng nhập");
        if (said) await expectHeard(page, said);
        else await expect.poll(() => focused(page)).toMatchObject({ id: "error-summary" });
      }
      const dark = page.getByRole("contentinfo").getByRole("button", { name: "Tối" });
      await dark.click();
      // With the script one stays where one is, on a button that is heard as pressed now.
      if (javaScriptEnabled) await dark.and(page.locator('[aria-pressed="true"]:focus')).waitFor();
      else await expectHeard(page, "Đã đổi cách hiển thị trang.");
      await page.getByRole("banner").getByRole("button", { name: "Đăng xuất" }).click();
      await statusOf(page).filter({ hasText: "Đã đăng xuất." }).waitFor();
    }));
});

describe("điều vừa nói", () => {
  test("không theo sang trang khác, và biểu mẫu bị trả lại thì thôi nói", async () => {
    await withPage(browser, view(people["thư ký"]!), async (page) => {
      await page.goto("/administration/office", { waitUntil: "networkidle" });
      const amount = page.getByRole("main").locator('[name="amount"]');
      await amount.fill("20");
      await send(page, "Lưu thời hạn");
      await statusOf(page).filter({ hasText: "20 ngày làm việc" }).waitFor();
      await amount.fill("hai mươi");
      await send(page, "Lưu thời hạn");
      await errorSummary(page).waitFor();
      await expect.poll(() => statusOf(page).innerText()).toBe("");
      await amount.fill("10");
      await send(page, "Lưu thời hạn");
      await statusOf(page).filter({ hasText: "10 ngày làm việc" }).waitFor();
      await page.getByRole("banner").getByRole("link", { name: "Kiến nghị" }).first().click();
      await page.waitForURL("**/recommendations**");
      await expect.poll(() => statusOf(page).innerText()).toBe("");
    });
  });

  test("đạt chuẩn ở mọi cỡ màn hình", async () => {
    await withPage(browser, view(people["thư ký"]!), async (page) => {
      await page.goto("/administration/office", { waitUntil: "networkidle" });
      await page.getByRole("main").locator('[name="amount"]').fill("12");
      await send(page, "Lưu thời hạn");
      await statusOf(page).filter({ hasText: "12 ngày làm việc" }).waitFor();
      await judge(page, "said");
    });
  });
});
