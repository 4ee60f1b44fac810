import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";

const units = [
  { code: "GTH", name: "Tỉnh Giấy Tờ", kind: "province" },
  { code: "GTH-X", name: "Xã Giấy Tờ", kind: "commune", parent: "GTH" },
  { code: "GTH-X-1", name: "Thôn Thượng", kind: "village", parent: "GTH-X" },
  { code: "GTH-X-2", name: "Thôn Hạ", kind: "village", parent: "GTH-X" },
];
const today = dayInVietnam(systemClock());

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let head: SignedIn;
let base: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "GTH-X", "thu.ky.gth");
  head = await office.person(browser, "village_head", "GTH-X-1", "truong.thon.gth");
  const held_on = Temporal.PlainDate.from(today).add({ days: 20 }).toString();
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = {
    unit: "GTH-X",
    form: "periodic",
    held_on,
    starts_at: "7:30",
    chairs,
    place: "Hội trường xã",
  };
  const { id: conference } = await office.act("conference.prepare", given);
  const guests = ["GTH-X-1", "GTH-X-2"].map((unit) => ({ unit, quota: 3 }));
  await office.act("conference.invite", { conference, guests });
  await office.act("recommendation.receive", {
    unit: "GTH-X",
    conference,
    field: "giao_thong",
    village: "GTH-X-1",
    received_on: today,
    channel: "collected_beforehand",
    text: "Đề nghị sửa cầu qua suối, bà Trần Thị Giấu phản ánh",
    raised_by: "Trần Thị Giấu",
    naming: "secretariat_only",
  });
  base = `/conferences/${conference}/papers`;
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const row = (page: Page, kind: string) => page.locator("main li").filter({ hasText: kind });

test("thư ký xem giấy tờ của hội nghị, ban hành giấy mời, in mỗi thôn một giấy", async () => {
  await withPage(browser, view(secretary, widths.phone, false), async (page) => {
    await page.goto(base);
    await row(page, "Biên bản").getByText("hội nghị chưa diễn ra").waitFor();
    await row(page, "Giấy mời").getByText("Sẵn sàng").waitFor();
    await page.getByRole("link", { name: "Giấy mời", exact: true }).click();
    await page.getByText("Kính gửi").waitFor();
    await page.getByLabel("Số, ký hiệu").fill("giấy mời số mấy");
    await page.getByRole("button", { name: "Ban hành" }).click();
    await errorSummary(page).getByText("Số, ký hiệu văn bản gồm số rồi ký hiệu").waitFor();
    await expect.poll(() => page.getByLabel("Số, ký hiệu").inputValue()).toBe("giấy mời số mấy");
    await page.getByLabel("Số, ký hiệu").fill("15/GM-UBND");
    await page.getByRole("button", { name: "Ban hành" }).click();
    await page.getByRole("link", { name: "15/GM-UBND", exact: true }).waitFor();
    await page.getByText("7 giờ 30 phút").first().waitFor();
    await expect
      .poll(() => page.getByRole("link", { name: "Ban hành lại, thay 15/GM-UBND" }).count())
      .toBe(1);

    for (const [ending, type] of [
      ["pdf", "application/pdf"],
      ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ]) {
      const file = await page.request.get(`${base}/invitation/document.${ending}?side=government`);
      expect([file.status(), file.headers()["content-type"]]).toEqual([200, type]);
    }
    await expect.poll(() => page.getByRole("button", { name: "Ban hành" }).count()).toBe(0);
    await expect.poll(() => page.locator("[aria-current=page]", { hasText: "Giấy tờ" }).count()).toBe(1);
    await page.goto(base.replace("/papers", ""));
    await page.getByRole("button", { name: /^Bỏ ghi.*Gửi giấy mời/ }).waitFor();
  });
});

test("báo cáo tổng hợp không nêu tên người chỉ để Văn phòng biết; mỗi bên một bản", async () => {
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(`${base}/synthesis`);
    await page.getByRole("link", { name: "Cấp ủy Đảng" }).click();
    await page.getByText("ĐẢNG CỘNG SẢN VIỆT NAM").waitFor();
    const sheet = await page.getByRole("article").innerText();
    expect(sheet).toContain("Đề nghị sửa cầu qua suối");
    expect(sheet).not.toContain("Giấu");
  });
});

test("trưởng thôn chỉ thấy thông báo và các phiếu", async () => {
  await withPage(browser, view(head, widths.phone, false), async (page) => {
    await page.goto(base);
    await expect
      .poll(() => page.locator("main li h3, main li a.text-lg").allInnerTexts())
      .toEqual(["Thông báo hội nghị", "Phiếu đăng ký phát biểu", "Phiếu lấy ý kiến hài lòng"]);
    expect((await page.request.get(`${base}/synthesis`)).status()).toBe(404);
    expect((await page.request.get(`${base}/minutes/document.pdf`)).status()).toBe(404);
    await page.goto(`${base}/announcement`);
    await expect.poll(() => page.getByRole("button", { name: "Ban hành" }).count()).toBe(0);
  });
});

test("các trang giấy tờ đúng chuẩn, đọc được ở mọi bề ngang", async () => {
  await withPage(browser, view(secretary), async (page) => {
    for (const kind of ["", "/invitation", "/synthesis", "/speaking_form", "/ballot_form", "/minutes"]) {
      await page.goto(base + kind);
      await judge(page, `papers${kind.replace("/", "-")}`);
      await expectValidAt(page, base + kind);
    }
  });
});
