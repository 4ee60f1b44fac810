import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "SLH", name: "Tỉnh Sửa Liên Hệ", kind: "province" },
  { code: "SLH-X", name: "Xã Sửa Liên Hệ", kind: "commune", parent: "SLH" },
  { code: "SLH-X-1", name: "Thôn Đông", kind: "village", parent: "SLH-X" },
];

let browser: Browser;
let office: Office;
let administrator: SignedIn;
let head: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  administrator = await office.person(browser, "administrator", "SLH-X", "quan.tri.slh");
  head = await office.person(browser, "village_head", "SLH-X-1", "truong.thon.slh");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

test.each([true, false])(
  "quản trị sửa số điện thoại gõ nhầm: ô sai được chỉ rõ, lưu rồi còn thấy thông tin trước khi sửa (JavaScript: %s)",
  async (script) => {
    const full_name = `Trần Thị Sửa ${crypto.randomUUID().slice(0, 8)}`;
    const { id } = await office.act("organization.add_person", { unit: "SLH-X", full_name });
    await withPage(browser, view(administrator, widths.phone, script), async (page) => {
      await page.goto(`/administration/people/${id}`);
      await page.getByRole("link", { name: "Sửa họ tên, liên hệ" }).click();
      await page.getByLabel("Điện thoại").fill("0912");
      await page.getByLabel("Thư điện tử").fill("sua@vidu.vn");
      await page.getByRole("button", { name: "Lưu thông tin đã sửa" }).click();
      await errorSummary(page).getByText("Số điện thoại chưa đúng").waitFor();
      await expect.poll(() => page.getByLabel("Thư điện tử").inputValue()).toBe("sua@vidu.vn");
      if (script) await judge(page, "person-correct");
      await page.getByLabel("Điện thoại").fill("0912 345 678");
      await page.getByRole("button", { name: "Lưu thông tin đã sửa" }).click();
      await page.waitForURL(`**/administration/people/${id}`);
      await page.getByText("0912 345 678").waitFor();
      await page.getByRole("heading", { name: "Trước khi sửa" }).waitFor();
      if (script) await judge(page, "person-corrected");
    });
  },
);

test("hai quản trị cùng sửa một người: người sau thấy thông tin đang được ghi rồi mới lưu", async () => {
  const full_name = `Lê Văn Hai ${crypto.randomUUID().slice(0, 8)}`;
  const { id } = await office.act("organization.add_person", { unit: "SLH-X", full_name });
  await withPage(browser, view(administrator), async (page) => {
    await page.goto(`/administration/people/${id}/edit`);
    await office.act("identity.correct_person", { person: id, phone: "0987 654 321" });
    await page.getByLabel("Thư điện tử").fill("hai@vidu.vn");
    await page.getByRole("button", { name: "Lưu thông tin đã sửa" }).click();
    await errorSummary(page).getByText("đã được sửa").waitFor();
    await page.getByText("0987 654 321").waitFor();
    await expect.poll(() => page.getByLabel("Thư điện tử").inputValue()).toBe("hai@vidu.vn");
    await page.getByLabel("Điện thoại").fill("0987 654 321");
    await page.getByRole("button", { name: "Lưu thông tin đã sửa" }).click();
    await page.waitForURL(`**/administration/people/${id}`);
    await page.getByText("hai@vidu.vn").first().waitFor();
    const faults = await faultsOfHtml(
      await (await page.request.get(`/administration/people/${id}/edit`)).text(),
    );
    expect(faults).toEqual([]);
  });
});

test("tự sửa điện thoại, thư điện tử của mình; trang của người khác không mở được", async () => {
  const { id } = await office.act("organization.add_person", { unit: "SLH-X", full_name: "Người Khác" });
  await withPage(browser, view(head, widths.phone, false), async (page) => {
    await page.goto("/account/contact");
    await expect.poll(() => page.getByLabel("Họ và tên").count()).toBe(0);
    await page.getByLabel("Điện thoại").fill("0203 3881 234");
    await page.getByRole("button", { name: "Lưu liên hệ" }).click();
    await page.getByRole("status").getByText("Đã lưu họ tên, liên hệ của").waitFor();
    await expect.poll(() => page.getByLabel("Điện thoại").inputValue()).toBe("0203 3881 234");
    const answer = await page.request.get(`/administration/people/${id}/edit`);
    expect(answer.status()).toBe(404);
  });
  await withPage(browser, view(head, widths.phone), async (page) => {
    await page.goto("/account/contact");
    await judge(page, "account-contact");
  });
});
