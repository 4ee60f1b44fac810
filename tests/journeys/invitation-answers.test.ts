import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "TLM", name: "Tỉnh Trả Lời Mời", kind: "province" },
  { code: "TLM-X", name: "Xã Trả Lời Mời", kind: "commune", parent: "TLM" },
  { code: "TLM-X-1", name: "Thôn Đông", kind: "village", parent: "TLM-X" },
  { code: "TLM-X-2", name: "Thôn Tây", kind: "village", parent: "TLM-X" },
];
const today = dayInVietnam(systemClock());
const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let head: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "TLM-X", "thu.ky.tlm");
  head = await office.person(browser, "village_head", "TLM-X-1", "truong.thon.tlm");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** Hội nghị sau vài ngày nữa, đã mời hai thôn. */
async function invited(days: number): Promise<string> {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "TLM-X", form: "periodic", held_on: inDays(days), chairs };
  const conference = (await office.act("conference.prepare", given)).id;
  const guests = ["TLM-X-1", "TLM-X-2"].map((unit) => ({ unit, quota: 2 }));
  await office.act("conference.invite", { conference, guests });
  return `/conferences/${conference}`;
}

test("giấy mời chưa trả lời có trên màn hình đầu của trưởng thôn, nói giờ, nơi, chủ đề; trả lời xong thì hết", async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const said = { starts_at: "07:30", place: "Hội trường xã", topic: "Nước sạch nông thôn" };
  const given = { unit: "TLM-X", form: "periodic", held_on: inDays(9), chairs, ...said };
  const conference = (await office.act("conference.prepare", given)).id;
  await office.act("conference.invite", { conference, guests: [{ unit: "TLM-X-1", quota: 2 }] });
  await withPage(browser, view(head, widths.phone), async (page) => {
    await page.goto("/desk");
    const item = page
      .locator("section:has(#invitations)")
      .getByRole("listitem")
      .filter({ hasText: said.topic });
    await item.getByText(`${said.starts_at} ·`).waitFor();
    await item.getByText("Dành cho 2 đại biểu").waitFor();
    await judge(page, "desk-invited");
    await item.getByRole("link", { name: /^Trả lời giấy mời/ }).click();
    for (const words of Object.values(said)) await page.getByRole("definition").getByText(words).waitFor();
    await judge(page, "invitation-said");
    await page.getByRole("radio", { name: "Không dự được" }).check();
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    await page.waitForURL("**/invitations");
    await page.goto("/desk");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(() => item.count()).toBe(0);
  });
});

/** Trang trả lời giấy mời của Thôn Đông. */
async function openAnswer(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/invitations`);
  await page.getByRole("link", { name: /^Trả lời.*Thôn Đông/ }).click();
  await page.getByRole("button", { name: "Gửi trả lời" }).waitFor();
}

test.each([true, false])(
  "nhắc trả lời: thư ký thấy còn mấy giấy mời, bấm một lần là nhắc, nơi chưa có tài khoản thì gọi điện (JavaScript: %s)",
  async (script) => {
    const path = await invited(4);
    await withPage(browser, view(secretary, widths.phone, script), async (page) => {
      await page.goto(path);
      const waiting = page.getByRole("link", { name: "2 giấy mời chưa trả lời" });
      await waiting.waitFor();
      await page.getByText("(còn 4 ngày)").first().waitFor();
      await waiting.click();
      await page.getByRole("heading", { name: "2 giấy mời chưa trả lời (còn 4 ngày)" }).waitFor();
      await page.getByRole("button", { name: "Nhắc trả lời giấy mời" }).click();
      await page.getByRole("status").getByText("Đã nhắc 1 giấy mời").waitFor();
      await page.getByRole("heading", { name: "Cần gọi điện thoại: 1 nơi" }).waitFor();
      if (script) await judge(page, "unanswered");
      await page.getByRole("button", { name: "Nhắc trả lời giấy mời" }).click();
      await page.getByText("Hôm nay đã nhắc từ trước: Thôn Đông").waitFor();
    });
    await withPage(browser, view(secretary), async (page) => {
      const faults = await faultsOfHtml(await (await page.request.get(`${path}/invitations`)).text());
      expect(faults).toEqual([]);
      await page.goto("/desk");
      await page
        .getByRole("link", { name: /giấy mời chưa trả lời/ })
        .first()
        .waitFor();
    });
    await withPage(browser, view(head, widths.phone, script), async (page) => {
      await page.goto("/notifications");
      await page
        .getByText(/nhắc trả lời giấy mời dự hội nghị đối thoại định kỳ của xã Trả Lời Mời/)
        .first()
        .waitFor();
    });
  },
);

test.each([true, false])(
  "hai người cùng trả lời một giấy mời: người sau thấy câu trả lời của người trước rồi mới gửi (JavaScript: %s)",
  async (script) => {
    const path = await invited(5);
    await withPage(browser, view(head, widths.phone, script), async (page) => {
      await openAnswer(page, path);
      await withPage(browser, view(secretary), async (other) => {
        await openAnswer(other, path);
        await other.getByRole("radio", { name: "Nhận lời dự" }).check();
        await other.getByRole("textbox", { name: "Đại biểu" }).fill("Bà Một, Bí thư chi bộ");
        await other.getByRole("button", { name: "Gửi trả lời" }).click();
        // The name stands below the form while it is typed, too: answered it is where the list stands again.
        await other.waitForURL("**/invitations");
        await other.getByText("Bà Một").waitFor();
      });
      await page.getByRole("radio", { name: "Nhận lời dự" }).check();
      await page.getByRole("textbox", { name: "Đại biểu" }).fill("Ông Hai");
      await page.getByRole("button", { name: "Gửi trả lời" }).click();
      await errorSummary(page).getByText("đã được người khác trả lời").waitFor();
      await page.getByText("Câu trả lời đang được ghi:").waitFor();
      await page.getByText("Bà Một, Bí thư chi bộ").waitFor();
      await expect.poll(() => page.getByRole("textbox", { name: "Đại biểu" }).inputValue()).toBe("Ông Hai");
      if (script) await judge(page, "answered-meanwhile");
      await page.getByRole("button", { name: "Gửi trả lời" }).click();
      await page.getByText("Ông Hai").waitFor();
      await expect.poll(() => page.getByText("Bà Một").count()).toBe(0);
    });
  },
);
