import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";
import { rulingForm } from "../support/room-page.ts";

const units = [
  { code: "DTT", name: "Tỉnh Dự Thảo", kind: "province" },
  { code: "DTT-X", name: "Xã Dự Thảo", kind: "commune", parent: "DTT" },
  { code: "DTT-X-KT", name: "Phòng Kinh tế", kind: "agency", parent: "DTT-X" },
  { code: "DTT-X-1", name: "Thôn Nội", kind: "village", parent: "DTT-X" },
  { code: "DTT-X-2", name: "Thôn Ngoại", kind: "village", parent: "DTT-X" },
];
const today = dayInVietnam(systemClock());
const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let second: SignedIn;
let head: SignedIn;
let agency: SignedIn;
let conference: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "DTT-X", "thu.ky.dtt");
  second = await office.person(browser, "office_secretary", "DTT-X", "thu.ky.dtt.hai");
  head = await office.person(browser, "village_head", "DTT-X-1", "truong.thon.dtt");
  agency = await office.person(browser, "agency_officer", "DTT-X-KT", "can.bo.dtt");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

async function prepared(more: object = {}): Promise<void> {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "DTT-X", form: "periodic", held_on: today, starts_at: "8:00", chairs, ...more };
  conference = (await office.act("conference.prepare", given)).id;
}

/** Lời báo đến sau một hai giây; tải lại trang cho đến khi thấy. */
async function word(page: Page, sentence: string) {
  const link = page.getByRole("link", { name: sentence });
  await expect
    .poll(
      async () => {
        await page.goto("/notifications");
        return link.count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  return link.first();
}

const day = (iso: string) => iso.split("-").reverse().join("/");

describe("dự thảo trả lời chuẩn bị trước", () => {
  let code: string;
  let request: string;

  beforeEach(async () => {
    await prepared();
    const said = { unit: "DTT-X", conference, field: "giao_thong", village: "DTT-X-1", received_on: today };
    const brought = { ...said, channel: "collected_beforehand", text: "Đề nghị sửa cầu qua suối" };
    code = (await office.act("recommendation.receive", brought)).code;
    const asked = { conference, recommendation: code, agency: "DTT-X-KT", due: today };
    request = (await office.act("conference.ask_draft", asked)).id;
  });

  async function given(): Promise<void> {
    await withPage(browser, view(agency, widths.phone), async (page) => {
      await page.goto(`/conferences/drafts/${request}`);
      await page.getByLabel("Kết luận, nội dung trả lời").fill("Cầu được sửa trong quý II.");
      await page.getByLabel("Việc đã làm").fill("Đã khảo sát.");
      await page.getByRole("button", { name: "Gửi dự thảo" }).click();
      await page.getByText("Đã gửi ngày").first().waitFor();
    });
    await office.act("conference.open", { conference });
  }

  test("cơ quan được báo, gửi lại, thư ký được báo; tại phòng họp bấm một nút là dùng, kết luận đã trả lời ngay", async () => {
    await withPage(browser, view(agency, widths.phone), async (page) => {
      await (await word(page, `Đề nghị dự thảo trả lời kiến nghị ${code}`)).click();
      await page.getByRole("heading", { name: `Dự thảo trả lời ${code}` }).waitFor();
    });
    await given();
    await withPage(browser, view(secretary), async (page) => {
      await (await word(page, `Phòng Kinh tế đã gửi dự thảo trả lời kiến nghị ${code}`)).click();
      await page.getByText("Người soạn: Người thử can.bo.dtt").waitFor();
      for (const [path, picture] of [
        [`/recommendations/${code}/rule`, "drafts-rule"],
        [`/conferences/${conference}`, "drafts-conference"],
      ] as const) {
        await page.goto(path);
        await judge(page, picture);
      }
      await page.goto(`/conferences/${conference}/room`);
      await page.getByText("Đã lưu mọi nội dung").waitFor();
      await page.getByText("Dự thảo của Phòng Kinh tế").waitFor();
      await judge(page, "drafts-room");
      await expectValidAt(page, `/conferences/${conference}/room`);
      const rule = rulingForm(page, code);
      await page.getByRole("link", { name: /^Dùng dự thảo này/ }).click();
      await expect
        .poll(() => rule.getByLabel("Nội dung trả lời, kết luận").inputValue())
        .toBe("Kết luận: Cầu được sửa trong quý II.\nViệc đã làm: Đã khảo sát.");
      await rule.getByRole("button", { name: "Trả lời ngay tại hội nghị" }).click();
      await rule.waitFor({ state: "detached" });
      await page.getByText("Đã lưu mọi nội dung").waitFor();
      await page.goto(`/recommendations/${code}`);
      await page.getByText("Cầu được sửa trong quý II.").first().waitFor();
    });
  });

  test("không có JavaScript cũng dùng được, ở trang hội nghị, phòng họp và trang kết luận", async () => {
    await given();
    await withPage(browser, view(secretary, widths.phone, false), async (page) => {
      const text = page.getByLabel("Nội dung trả lời, kết luận");
      await page.goto(`/conferences/${conference}/room`);
      await page.getByRole("link", { name: /^Dùng dự thảo này/ }).click();
      await expect.poll(() => text.inputValue()).toContain("Cầu được sửa trong quý II.");
      await page.goto(`/recommendations/${code}/rule`);
      await page.getByRole("link", { name: /^Dùng dự thảo này/ }).click();
      await expect
        .poll(() => page.getByLabel("Nội dung kết luận hoặc trả lời").inputValue())
        .toContain("Đã khảo sát.");
      await expect
        .poll(() => page.getByRole("radio", { name: "Trả lời ngay tại hội nghị" }).isChecked())
        .toBe(true);
      await expectValidAt(page, `/recommendations/${code}/rule`);
      await page.goto(`/conferences/${conference}`);
      await page.getByRole("link", { name: /^Dùng dự thảo này/ }).click();
      await expect.poll(() => text.inputValue()).toContain("Cầu được sửa trong quý II.");
      await expectValidAt(page, `/conferences/${conference}`);
      await page.getByRole("button", { name: new RegExp(`^Kết luận.*${code}`) }).click();
      await page.getByText("Đã trả lời tại hội nghị").first().waitFor();
    });
  });
});

test("giấy mời đến trưởng thôn; hai thư ký sửa một danh sách: người sau được báo, phần mỗi người đã sửa còn nguyên", async () => {
  await prepared({ held_on: inDays(12), place: "Nhà văn hóa xã" });
  const guests = ["DTT-X-1", "DTT-X-2"].map((unit) => ({ unit, quota: 3 }));
  await office.act("conference.invite", { conference, guests });
  await withPage(browser, view(head, widths.phone, false), async (page) => {
    const when = `08:00 ngày ${day(inDays(12))}, tại Nhà văn hóa xã`;
    await (await word(page, when)).click();
    await page.getByRole("heading", { name: /Thôn Nội/ }).waitFor();
    await page.getByRole("button", { name: "Gửi trả lời" }).waitFor();
  });
  const path = `/conferences/${conference}/invitations/quotas`;
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(path);
    await judge(page, "drafts-quotas");
    await expectValidAt(page, path);
    await page.getByLabel("Thôn Nội").fill("5");
    await page.getByLabel("Thôn Ngoại").fill("2");
    await withPage(browser, view(second, widths.phone, false), async (other) => {
      await other.goto(path);
      await other.getByLabel("Thôn Nội").fill("4");
      await other.getByRole("button", { name: "Lưu số đại biểu" }).click();
      await other.getByText("2 giấy mời cho 7 đại biểu").waitFor();
    });
    await page.getByRole("button", { name: "Lưu số đại biểu" }).click();
    await errorSummary(page).getByText("đã được đổi thành 4 đại biểu").waitFor();
    // What the other one saved has come: only then does a second press mean "mine, knowing theirs".
    await page.locator('input[type="hidden"][value="4"]').waitFor({ state: "attached" });
    await expect.poll(() => page.getByLabel("Thôn Nội").inputValue()).toBe("5");
    await expect.poll(() => page.getByLabel("Thôn Ngoại").inputValue()).toBe("2");
    await page.getByRole("button", { name: "Lưu số đại biểu" }).click();
    await page.getByText("2 giấy mời cho 7 đại biểu").waitFor();
    await page.getByText("chưa trả lời 2").waitFor();
  });
  await office.act("conference.call_off", { conference, reason: "Bão số 3" });
  await withPage(browser, view(head, widths.phone), async (page) => {
    await word(page, "không tổ chức. Lý do: Bão số 3");
    await judge(page, "drafts-notifications");
  });
});

test("hết hạn thu thập: trưởng thôn được báo và không ghi thêm; văn phòng ghi được, việc đến muộn có dấu riêng", async () => {
  await prepared({ held_on: inDays(5), collect_until: inDays(-1) });
  const path = `/conferences/${conference}/collected`;
  await withPage(browser, view(head, widths.phone), async (page) => {
    await page.goto(path);
    await page.getByText("Đã hết hạn thu thập ngày").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Ghi kiến nghị" }).count()).toBe(0);
    await judge(page, "drafts-collecting-over");
    await page.goto(`${path}/import`);
    await page.getByText("Hội nghị này thu thập ý kiến đến hết ngày").waitFor();
  });
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(path);
    await page.getByText("Văn phòng vẫn ghi được").waitFor();
    await page.getByLabel("Nội dung kiến nghị").fill("•\tĐề nghị lắp đèn\n•\tNạo vét mương");
    await page.getByLabel("Lĩnh vực").selectOption("giao_thong");
    await page.getByRole("button", { name: "Ghi kiến nghị" }).click();
    await page.getByText("Đến muộn", { exact: true }).waitFor();
    await page.getByText("- Nạo vét mương").waitFor();
    await judge(page, "drafts-late");
    await expectValidAt(page, path);
  });
});
