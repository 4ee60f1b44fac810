import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";

const units = [
  { code: "HNT", name: "Tỉnh Hội Nghị", kind: "province" },
  { code: "HNT-X", name: "Xã Hội Nghị", kind: "commune", parent: "HNT" },
  { code: "HNT-X-KT", name: "Phòng Kinh tế xã Hội Nghị", kind: "agency", parent: "HNT-X" },
  { code: "HNT-X-1", name: "Thôn Đông", kind: "village", parent: "HNT-X" },
  { code: "HNT-X-2", name: "Thôn Đoài", kind: "village", parent: "HNT-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let late: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  late = await lateMatter();
  secretary = await office.person(browser, "office_secretary", "HNT-X", "thu.ky.hoi.nghi");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** Assigned, past its date, and its agency asks for more time. */
async function lateMatter(): Promise<string> {
  const held_on = "2026-01-12";
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const conference = await office.act("conference.record", {
    unit: "HNT-X",
    form: "briefing",
    held_on,
    chairs,
  });
  const said = { unit: "HNT-X", village: "HNT-X-1", field: "giao_thong", received_on: held_on };
  const text = "Đường từ thôn Đông ra chợ ngập mỗi khi mưa, đề nghị nâng nền và làm rãnh thoát nước.";
  const { code } = await office.act("recommendation.receive", { ...said, text, conference: conference.id });
  await office.act("recommendation.assign", {
    recommendation: code,
    on: "2026-01-14",
    lead: "HNT-X-KT",
    due: "2026-02-10",
  });
  await office.act("recommendation.ask_extension", {
    recommendation: code,
    on: "2026-02-05",
    due: "2026-03-05",
    reason: "Chờ hồ sơ đo đạc",
  });
  const answered = await office.act("recommendation.receive", {
    ...said,
    text: "Đèn đường ở ngõ 3 hỏng đã lâu.",
  });
  await office.act("recommendation.assign", {
    recommendation: answered.code,
    on: "2026-01-14",
    lead: "HNT-X-KT",
    due: "2026-02-10",
  });
  const draft = { recommendation: answered.code, on: "2026-02-01" };
  await office.act("recommendation.draft_answer", {
    ...draft,
    outcome: "done",
    text: "Đã thay 12 bóng đèn ngày 30/1.",
  });
  await office.act("recommendation.approve_answer", draft);
  await office.act("recommendation.answer", draft);
  return code;
}

async function fillConference(page: Page, day: string) {
  await page.getByLabel("Hình thức").selectOption("periodic");
  await page.getByLabel("Ngày tổ chức").fill(day);
  await page.getByLabel("Chủ đề").fill("Đất đai và giao thông nông thôn");
  const first = page.getByRole("group", { name: "Người chủ trì thứ 1" });
  await first.getByLabel("Họ và tên").fill("Bà Nguyễn Thị Thử");
  await first.getByLabel("Chủ trì với tư cách").selectOption("party_secretary");
}

async function recorded(page: Page, day: string): Promise<string> {
  await page.goto("/conferences/new");
  await fillConference(page, day);
  await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
  await page.waitForURL(/\/conferences\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

describe("thư ký ghi một hội nghị", () => {
  test("trên điện thoại, không cần JavaScript: chỗ sai được nêu, điều đã gõ còn nguyên, rồi ghi lượt, tách, kết luận", async () => {
    await withPage(browser, view(secretary, widths.phone, false), async (page) => {
      await page.goto("/conferences/new");
      await fillConference(page, "2026-03-03");
      const second = page.getByRole("group", { name: "Người chủ trì thứ 2" });
      await second.getByLabel("Họ và tên").fill("Ông Trần Văn Thay");
      await second.getByLabel("Chủ trì với tư cách").selectOption("deputy");
      await second.getByLabel("Vai trò").selectOption("false");
      await page.getByLabel("Căn cứ").fill("Điều 43 Luật 72/2025/QH15\nKế hoạch 12-KH/ĐU");
      await page.getByRole("button", { name: "Thêm dòng" }).click();
      await expect.poll(() => page.getByRole("group", { name: /Người chủ trì thứ/ }).count()).toBe(4);
      await expect.poll(() => second.getByLabel("Họ và tên").inputValue()).toBe("Ông Trần Văn Thay");

      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      const summary = errorSummary(page);
      await summary.getByRole("link", { name: /lý do người đứng đầu vắng mặt/ }).waitFor();
      await expect.poll(() => page.getByLabel("Chủ đề").inputValue()).toBe("Đất đai và giao thông nông thôn");
      await second.getByLabel("Lý do chủ trì thay").fill("Chủ tịch đi công tác");
      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await page.getByText("Ông Trần Văn Thay").waitFor();
      await page.getByText("Kế hoạch 12-KH/ĐU").waitFor();

      await page.getByLabel("Người phát biểu").fill("Bà Lê Thị Hỏi");
      await page.getByLabel("Thôn, khu").selectOption({ label: "Thôn Đông" });
      await page.getByRole("button", { name: "Ghi lượt ý kiến" }).click();
      await page.getByRole("heading", { name: "Lượt 1 · Bà Lê Thị Hỏi" }).waitFor();
      await page.getByRole("button", { name: "Ghi kiến nghị" }).click();
      await errorSummary(page).waitFor();
      await page.getByLabel("Nội dung kiến nghị").fill("Đề nghị cấp giấy chứng nhận cho 12 hộ thôn Đông.");
      await page.getByLabel("Lĩnh vực", { exact: true }).selectOption("dat_dai");
      await page.getByRole("button", { name: "Ghi kiến nghị" }).click();
      await page.getByText("cho 12 hộ thôn Đông").waitFor();

      await page.getByRole("radio", { name: "Trả lời ngay tại hội nghị" }).check();
      await page.getByLabel("Nội dung trả lời, kết luận").fill("Xã đã có kế hoạch đo đạc trong quý II.");
      await page.getByRole("button", { name: /^Kết luận/ }).click();
      await page.getByText("Đã trả lời tại hội nghị").waitFor();
      await expect.poll(() => page.getByRole("button", { name: /^Kết luận/ }).count()).toBe(0);
    });
  });

  test("hai người cùng sửa: người sau được báo điều đã đổi và không mất điều đã gõ", async () => {
    await withPage(browser, view(secretary), async (page) => {
      const conference = await recorded(page, "2026-03-10");
      await page.goto(`${conference}/edit`);
      const other = await page.context().newPage();
      await other.goto(`${conference}/edit`);
      await other.getByLabel("Địa điểm").fill("Nhà văn hóa thôn Đoài");
      await other.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await other.getByText("Nhà văn hóa thôn Đoài").waitFor();

      await page.getByLabel("Chủ đề").fill("Chủ đề của người sau");
      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await errorSummary(page).getByText("đã được người khác sửa").waitFor();
      await page.getByText("Nhà văn hóa thôn Đoài").waitFor();
      await expect.poll(() => page.getByLabel("Chủ đề").inputValue()).toBe("Chủ đề của người sau");
      await judge(page, "conference-conflict");
      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await page.waitForURL((url) => url.pathname === conference);
      await page.getByText("Chủ đề của người sau").waitFor();
    });
  });

  test("các trang hội nghị đúng chuẩn, đọc được ở mọi bề ngang", async () => {
    await withPage(browser, view(secretary), async (page) => {
      const conference = await recorded(page, "2026-03-17");
      await judge(page, "conference-empty");
      for (const speaker of ["Ông Vũ Văn Khen", "Bà Đỗ Thị Kêu"]) {
        await page.getByLabel("Người phát biểu").fill(speaker);
        await page
          .getByLabel("Tóm tắt ý kiến")
          .fill("Đường vào thôn hẹp, xe cứu hỏa không vào được; cảm ơn xã đã sửa cầu.");
        await page.getByRole("button", { name: "Ghi lượt ý kiến" }).click();
        await page.getByRole("heading", { name: speaker }).waitFor();
        await expect.poll(() => page.getByLabel("Người phát biểu").inputValue()).toBe("");
      }
      await page.getByLabel("Nội dung kiến nghị").fill("Đề nghị mở rộng đường vào thôn.");
      await page.getByLabel("Lĩnh vực", { exact: true }).selectOption("giao_thong");
      await page.getByRole("button", { name: "Ghi kiến nghị" }).click();
      await page.getByText("Đề nghị mở rộng").first().waitFor();
      await judge(page, "conference");
      await expectValidAt(page, conference);
    });
  });

  test("danh sách và biểu mẫu hội nghị đúng chuẩn, đọc được ở mọi bề ngang", async () => {
    await withPage(browser, view(secretary), async (page) => {
      const conference = await recorded(page, "2026-03-24");
      for (const path of [
        "/conferences",
        "/conferences?year=2026&form=periodic",
        "/conferences/new",
        `${conference}/edit`,
      ]) {
        await page.goto(path);
        await judge(page, `page${path.replace(/\W+/g, "-")}`.slice(0, 40));
        await expectValidAt(page, path);
      }
      await page.goto("/conferences/new");
      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await errorSummary(page).waitFor();
      await judge(page, "conference-refused");
    });
  });

  test("người không ghi được thì không được mời ghi, và không vào được trang ghi", async () => {
    const head = await office.person(browser, "village_head", "HNT-X-2", "truong.thon.doai");
    await withPage(browser, view(head), async (page) => {
      await page.goto("/conferences");
      await expect.poll(() => page.getByRole("link", { name: "Ghi hội nghị" }).count()).toBe(0);
      const response = await page.goto("/conferences/new");
      expect(response?.status()).toBe(403);
    });
  });
});

describe("bàn làm việc là việc của từng người", () => {
  test("thư ký: quá hạn, chờ kết luận, hạn gần nhất; mỗi con số mở đúng danh sách của nó", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto("/desk");
      await page.getByRole("link", { name: late, exact: true }).first().waitFor();
      await page.getByText("Chờ hồ sơ đo đạc").waitFor();
      const tile = page.getByRole("link", { name: /^Quá hạn/ });
      await expect.poll(() => tile.innerText()).toMatch(/\b1$/);
      await judge(page, "desk-office");
      await expectValidAt(page, "/desk");
      await tile.click();
      await page.waitForURL(/view=overdue/);
      await expect.poll(() => page.getByRole("link", { name: late }).count()).toBe(1);
      await expect.poll(() => page.getByRole("row").count()).toBe(2);
    });
  });

  test.each([
    ["chairperson", "HNT-X", "chu.tich.hn", "Quá hạn theo cơ quan"],
    ["agency_head", "HNT-X-KT", "truong.phong.hn", "Hạn gần nhất"],
    ["front_officer", "HNT-X", "mat.tran.hn", "Đã kết thúc, chưa ai xác nhận"],
    ["administrator", "HNT-X", "quan.tri.hn", "Quản trị"],
  ] as const)("%s", async (capacity, unit, username, heading) => {
    const person = await office.person(browser, capacity, unit, username);
    await withPage(browser, view(person), async (page) => {
      await page.goto("/desk");
      await page.getByRole("heading", { name: heading }).waitFor();
      await judge(page, `desk-${capacity}`);
      await expectValidAt(page, "/desk");
    });
  });

  test("trưởng thôn: câu trả lời cần đọc lại", async () => {
    const head = await office.person(browser, "village_head", "HNT-X-1", "truong.thon.dong");
    await withPage(browser, view(head, widths.phone), async (page) => {
      await page.goto("/desk");
      await page.getByText("Đã thay 12 bóng đèn ngày 30/1.").waitFor();
      await judge(page, "desk-village");
    });
  });
});
