import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, partBelow, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "GHD", name: "Tỉnh Giao Hai Đơn Vị", kind: "province" },
  { code: "GHD-X", name: "Xã Thứ Nhất", kind: "commune", parent: "GHD" },
  { code: "GHD-Y", name: "Xã Thứ Hai", kind: "commune", parent: "GHD" },
  { code: "GHD-X-KT", name: "Phòng Kinh tế xã Thứ Nhất", kind: "agency", parent: "GHD-X" },
  { code: "GHD-Y-KT", name: "Phòng Kinh tế xã Thứ Hai", kind: "agency", parent: "GHD-Y" },
];
const today = dayInVietnam(systemClock());
const due = Temporal.PlainDate.from(today).add({ days: 10 }).toString();

let browser: Browser;
let office: Office;
let secretary: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "GHD-X", "thu.ky.hai.xa");
  const { person_id: person } = await office.db
    .selectFrom("account_user")
    .select("person_id")
    .where("username", "=", "thu.ky.hai.xa")
    .executeTakeFirstOrThrow();
  const post = { person, unit: "GHD-Y", capacity: "office_secretary", from: "2020-01-01" };
  await office.act("organization.appoint", post);
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const received = async (unit: string, text: string) =>
  (await office.act("recommendation.receive", { unit, text, field: "giao_thong", received_on: today })).code;

const tick = (page: Page, code: string) => page.locator(`input[name="recommendations[]"][value="${code}"]`);

test("giao cả danh sách của hai xã: chỉ nêu cơ quan mọi kiến nghị đều giao được, kiến nghị nào không giao được và vì sao đều nói trước khi gửi", async () => {
  const ours = [
    await received("GHD-X", "Sửa cầu"),
    await received("GHD-X", "Vá đường"),
    await received("GHD-X", "Kè taluy"),
  ];
  const other = await received("GHD-Y", "Nắn cống");
  await withPage(
    browser,
    { storageState: secretary, viewport: { width: widths.phone, height: 900 } },
    async (page) => {
      await page.goto("/recommendations/assign?all=yes&field=giao_thong&status=awaiting_ruling");
      const apart = partBelow(page, /^Không làm được trong lần này/);
      await apart.getByText("Thuộc Xã Thứ Hai: không làm chung với kiến nghị của đơn vị khác được").waitFor();
      await expect.poll(() => apart.getByRole("link", { name: other }).count()).toBe(1);
      for (const code of ours) await expect.poll(() => tick(page, code).count()).toBe(1);
      await expect.poll(() => tick(page, other).count()).toBe(0);
      const lead = page.getByLabel("Cơ quan chủ trì", { exact: true });
      await expect.poll(() => lead.locator("option[value='GHD-X-KT']").count()).toBe(1);
      await expect.poll(() => lead.locator("option[value='GHD-Y-KT']").count()).toBe(0);
      await judge(page, "assign-two-units");
      expect(await faultsOfHtml(await (await page.request.get(page.url())).text())).toEqual([]);
      await lead.selectOption("GHD-X-KT");
      await page.getByLabel("Hạn trả lời", { exact: true }).fill(due);
      await page.getByRole("button", { name: "Giao các kiến nghị đã chọn" }).click();
      await page.getByText(/Đã giao \d+ kiến nghị/).waitFor();

      await page.goto(
        `/recommendations/assign?recommendations=${other}&recommendations=${ours[0]}&recommendations=${ours[1]}`,
      );
      await page.getByRole("link", { name: "Làm riêng với các kiến nghị của đơn vị khác" }).click();
      await expect.poll(() => tick(page, other).count()).toBe(1);
      await expect.poll(() => tick(page, ours[0]!).count()).toBe(0);
      await expect.poll(() => lead.locator("option[value='GHD-Y-KT']").count()).toBe(1);
    },
  );
});
