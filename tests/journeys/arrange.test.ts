import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, withPage } from "../support/browser.ts";
import { openOffice, type Office, type SignedIn } from "../support/office.ts";

const units = [
  { code: "SX", name: "Tỉnh Sắp Xếp", kind: "province" },
  ...["1", "2"].flatMap((number) => [
    { code: `SX.A${number}`, name: `Xã Cũ ${number}`, kind: "commune", parent: "SX" },
    { code: `SX.A${number}.T1`, name: `Thôn Một ${number}`, kind: "village", parent: `SX.A${number}` },
    { code: `SX.A${number}.T2`, name: `Thôn Hai ${number}`, kind: "village", parent: `SX.A${number}` },
    { code: `SX.B${number}`, name: `Xã Đông ${number}`, kind: "commune", parent: "SX" },
    { code: `SX.C${number}`, name: `Xã Tây ${number}`, kind: "commune", parent: "SX" },
  ]),
];

let browser: Browser;
let office: Office;
let administrator: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  administrator = await office.person(browser, "administrator", "SX", "quan.tri.sap.xep");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const submit = (page: Page) => page.getByRole("button", { name: "Xem ai và việc gì liên quan" }).click();
const record = (page: Page) => page.getByRole("button", { name: "Ghi việc sắp xếp" }).click();
const refused = (page: Page) => errorSummary(page).first().waitFor();

test.each([
  ["có mã lệnh", true, "1"],
  ["không mã lệnh", false, "2"],
])(
  "%s: chia xã, chọn nơi về của từng thôn; lỗi khác hiện ra sau đó không làm mất lựa chọn",
  async (_, javaScriptEnabled, number) => {
    await withPage(browser, { storageState: administrator, javaScriptEnabled }, async (page) => {
      const place = (village: string) => page.getByLabel(`Thôn ${village} ${number} (SX.A${number}.`);
      await page.goto(`/units/SX.A${number}/arrange`);
      await page.getByLabel("Chia tách").check();
      await page.getByLabel("Đơn vị sau sắp xếp").fill(`SX.B${number}\nSX.C${number}`);
      await page.getByLabel("Ngày có hiệu lực").fill("01/03/2026");
      await submit(page);
      await refused(page);
      await page.getByRole("link", { name: new RegExp(`Thôn Hai ${number}`) }).click();
      expect(await page.evaluate(() => document.querySelector(":target")?.tagName)).toBe("SELECT");
      await place("Một").selectOption({ label: `Xã Tây ${number}` });
      await place("Hai").selectOption({ label: "Kết thúc hoạt động cùng ngày" });
      await page.getByLabel("Ngày có hiệu lực").fill("31/02/2026");
      await submit(page);
      await refused(page);
      await errorSummary(page).getByText("Ngày có hiệu lực").waitFor();
      await expect.poll(() => place("Một").inputValue()).toBe(`SX.C${number}`);
      await expect.poll(() => place("Hai").inputValue()).toBe("-");
      await page.getByLabel("Ngày có hiệu lực").fill("01/03/2026");
      await submit(page);
      // Whom and what it concerns is shown before anything is written.
      const concerned = page.getByRole("row").filter({ hasText: `Xã Cũ ${number} (SX.A${number})` });
      await concerned.getByText("0 chức vụ, 0 người").waitFor();
      await expect.poll(() => place("Một").inputValue()).toBe(`SX.C${number}`);
      await record(page);
      // Without its script the address keeps the field it was at.
      await page.waitForURL(({ pathname }) => pathname === `/units/SX.A${number}`);
    });
    const { rows } = await sql<{ parent: string }>`
    select above.code as parent from unit u join unit_parent p on p.unit_id = u.id
    join unit above on above.id = p.parent_id
    where u.code = ${`SX.A${number}.T1`} and p.until_on = 'infinity'`.execute(office.db);
    expect(rows).toEqual([{ parent: `SX.C${number}` }]);
  },
);
