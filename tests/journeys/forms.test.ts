import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, open, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";

const units = [
  { code: "BMU", name: "Tỉnh Biểu Mẫu", kind: "province" },
  { code: "BMU-X", name: "Xã Biểu Mẫu", kind: "commune", parent: "BMU" },
  { code: "BMU-X-1", name: "Thôn Thượng", kind: "village", parent: "BMU-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "BMU-X", "thu.ky.bieu.mau");
  administrator = await office.person(browser, "administrator", "BMU-X", "quan.tri.bieu.mau");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const view = (storageState: SignedIn, javaScriptEnabled = true) => ({
  storageState,
  javaScriptEnabled,
  viewport: { width: widths.desk, height: 900 },
});

/** Every line of the summary that leads to a field begins with what the field is called there. */
async function linesNameTheirFields(page: Page) {
  const lines = errorSummary(page).getByRole("link");
  for (const line of await lines.all()) {
    const target = page.locator(`[id="${(await line.getAttribute("href"))!.slice(1)}"]`);
    const label = await target.evaluate((control: HTMLInputElement) =>
      (control.closest("fieldset:not(.panel)")?.querySelector("legend") ??
        control.labels![0])!.firstChild!.textContent!.trim(),
    );
    await expect.poll(() => line.innerText()).toContain(`${label}: `);
  }
  await expect.poll(() => lines.count()).toBeGreaterThan(0);
}

/** Sends the form and waits until it has come back with the sentence. */
async function refused(page: Page, button: string, sentence: string | RegExp) {
  await page.getByRole("button", { name: button, exact: true }).last().click();
  await errorSummary(page).getByText(sentence).first().waitFor();
  await linesNameTheirFields(page);
}

const ways = [
  ["có JavaScript", true],
  ["không JavaScript", false],
] as const;

test.each(ways)(
  "hai lần bị trả lại – hội nghị: danh sách chọn và chữ đã gõ là đúng điều được ghi, %s",
  async (_, script) => {
    await withPage(browser, view(secretary, script), async (page) => {
      await open(page, "/conferences/new", script);
      const second = page.getByRole("group", { name: "Người chủ trì thứ 2" });
      await page.getByLabel("Hình thức").selectOption("thematic");
      await page.getByRole("group", { name: "Người chủ trì thứ 1" }).getByLabel("Họ và tên").fill("Bà Chính");
      await second.getByLabel("Họ và tên").fill("Ông Thay Mặt");
      await second.getByLabel("Chủ trì với tư cách").selectOption("deputy");
      await second.getByLabel("Vai trò").selectOption("false");
      await page
        .getByLabel(/^Căn cứ/)
        .last()
        .fill("Điều 43\nKế hoạch 12");

      const chosen = async () => [
        await page.getByLabel("Hình thức").inputValue(),
        await second.getByLabel("Chủ trì với tư cách").inputValue(),
        await second.getByLabel("Vai trò").inputValue(),
        await page
          .getByLabel(/^Căn cứ/)
          .last()
          .inputValue(),
      ];
      await refused(page, "Lưu hội nghị", "Ngày tổ chức: Cần điền mục này.");
      await page
        .getByRole("link", { name: "Người chủ trì thứ 1, Chủ trì với tư cách: Cần chọn một trong các mục" })
        .waitFor();
      expect(await chosen()).toEqual(["thematic", "deputy", "false", "Điều 43\nKế hoạch 12"]);
      await page.getByLabel("Ngày tổ chức").fill(script ? "4/3/2026" : "05032026");
      await page
        .getByRole("group", { name: "Người chủ trì thứ 1" })
        .getByLabel("Chủ trì với tư cách")
        .selectOption("chairperson");
      await refused(page, "Lưu hội nghị", /lý do người đứng đầu vắng mặt/);
      expect(await chosen()).toEqual(["thematic", "deputy", "false", "Điều 43\nKế hoạch 12"]);

      await second.getByLabel("Lý do chủ trì thay").fill("Chủ tịch đi công tác");
      await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
      await page.waitForURL(/\/conferences\/[0-9a-f-]{36}$/);
      const id = new URL(page.url()).pathname.split("/").at(-1)!;
      const { form } = await office.db
        .selectFrom("conference")
        .select("form")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(form).toBe("thematic");
      await expect.poll(() => page.getByText("Đồng chủ trì").count()).toBe(0);
      const chairs = await page.getByRole("listitem").filter({ hasText: "Ông Thay Mặt" }).innerText();
      expect(chairs).toContain("Chủ trì thay người đứng đầu: Chủ tịch đi công tác");
    });
  },
);

test.each(ways)(
  "hai lần bị trả lại – giao chức vụ rồi bàn giao: ô đánh dấu, lựa chọn đổi giữa hai lần gửi là đúng điều được ghi, %s",
  async (_, script) => {
    const kind = script ? "có mã" : "không mã";
    const add = (name: string) =>
      office.act("organization.add_person", { unit: "BMU-X", full_name: `${name} ${kind}` });
    const [giver, , taker] = [await add("Bà Giao"), await add("Ông Suýt Nhận"), await add("Bà Nhận")];
    await withPage(browser, view(administrator, script), async (page) => {
      const acting = page.getByLabel("Phụ trách, quyền hoặc tạm thay");
      const capacity = page.getByLabel("Chức vụ", { exact: true });
      await open(page, `/administration/people/${giver.id}/appoint`, script);
      await capacity.selectOption("chairperson");
      await acting.check();
      await page.getByLabel("Mã đơn vị").fill("BMU-X");
      await page.getByLabel("Từ ngày").fill("");
      await refused(page, "Giao chức vụ", "Từ ngày: Cần điền mục này.");
      expect([await capacity.inputValue(), await acting.isChecked()]).toEqual(["chairperson", true]);
      await capacity.selectOption("front_chair");
      await acting.uncheck();
      await page.getByLabel("Từ ngày").fill("31/2/2026");
      await refused(page, "Giao chức vụ", /^Từ ngày: Không có ngày này trong lịch/);
      await expect.poll(() => page.getByLabel("Từ ngày").inputValue()).toBe("31/2/2026");
      expect([await capacity.inputValue(), await acting.isChecked()]).toEqual(["front_chair", false]);
      await page.getByLabel("Từ ngày").fill("1.2.2026");
      await page.getByRole("button", { name: "Giao chức vụ" }).click();
      await page.waitForURL(`**/people/${giver.id}`);
      await page.getByRole("link", { name: "Bàn giao" }).waitFor();

      await page.getByRole("link", { name: "Bàn giao" }).click();
      await page.waitForURL(/hand-over/);
      await page.getByRole("radio", { name: `Ông Suýt Nhận ${kind}` }).check();
      await page.getByLabel("Ngày bàn giao").fill("");
      await refused(page, "Bàn giao", "Ngày bàn giao: Cần điền mục này.");
      await expect
        .poll(() => page.getByRole("radio", { name: `Ông Suýt Nhận ${kind}` }).isChecked())
        .toBe(true);
      await page.getByRole("radio", { name: `Bà Nhận ${kind}` }).check();
      await refused(page, "Bàn giao", "Ngày bàn giao: Cần điền mục này.");
      await expect.poll(() => page.getByRole("radio", { name: `Bà Nhận ${kind}` }).isChecked()).toBe(true);
      await page.getByLabel("Ngày bàn giao").fill("2026-03-01");
      await page.getByRole("button", { name: "Bàn giao" }).click();
      await page.waitForURL(`**/people/${taker.id}`);
    });
  },
);

test("nhiều người đứng đầu cùng chủ trì được ghi là đồng chủ trì", async () => {
  await withPage(browser, view(secretary), async (page) => {
    await page.goto("/conferences/new");
    await page.getByText("Nhiều người đứng đầu cùng ngồi chủ trì là đồng chủ trì").waitFor();
    await page.getByLabel("Hình thức").selectOption("periodic");
    await page.getByLabel("Ngày tổ chức").fill("6/3/2026");
    for (const [row, name, capacity] of [
      [1, "Bà Bí Thư", "party_secretary"],
      [2, "Ông Chủ Tịch", "chairperson"],
    ] as const) {
      const chair = page.getByRole("group", { name: `Người chủ trì thứ ${row}` });
      await chair.getByLabel("Họ và tên").fill(name);
      await chair.getByLabel("Chủ trì với tư cách").selectOption(capacity);
    }
    await page.getByRole("button", { name: "Lưu hội nghị" }).last().click();
    await page.waitForURL(/\/conferences\/[0-9a-f-]{36}$/);
    const together = page.getByRole("listitem").filter({ hasText: "Đồng chủ trì" });
    await expect.poll(() => together.count()).toBe(2);
    await judge(page, "conference-together");
  });
});

test("danh sách dài lọc được, dòng bị ẩn vẫn giữ dấu đã chọn; không mã lệnh thì thấy cả danh sách", async () => {
  for (const number of Array.from({ length: 14 }, (_, index) => index + 1))
    await office.act("organization.add_person", { unit: "BMU-X", full_name: `Ông Đường Số ${number}` });
  const { id } = await office.act("organization.add_person", { unit: "BMU-X", full_name: "Bà Còn Giữ" });
  const { id: post } = await office.act("organization.appoint", {
    person: id,
    unit: "BMU-X",
    capacity: "statistician",
    from: "2026-01-01",
  });
  const path = `/administration/posts/${post}/hand-over`;
  await withPage(browser, view(administrator), async (page) => {
    await open(page, path);
    const chosen = page.getByRole("radio", { name: "Ông Đường Số 3", exact: true });
    await chosen.check();
    await page.getByLabel("Lọc danh sách").fill("duong so 1");
    await page.getByText(/^6 trên \d+ dòng/).waitFor();
    await expect.poll(() => chosen.isVisible()).toBe(false);
    await expect.poll(() => page.locator("input[type=radio]:checked").count()).toBe(1);
    await judge(page, "hand-over-long");
    await page.getByLabel("Lọc danh sách").fill("");
    await expect.poll(() => chosen.isChecked()).toBe(true);
  });
  await withPage(browser, view(administrator, false), async (page) => {
    await page.goto(path);
    await expect.poll(() => page.getByLabel("Lọc danh sách").count()).toBe(0);
    await page.getByRole("radio", { name: "Ông Đường Số 14" }).check();
  });
});

test("chọn đơn vị theo tên; mã ghi tay khác với đơn vị đã chọn thì hỏi lại", async () => {
  const { id } = await office.act("organization.add_person", { unit: "BMU-X", full_name: "Ông Chọn Tên" });
  await withPage(browser, view(administrator), async (page) => {
    await page.goto(`/administration/people/${id}/appoint`);
    await page.getByLabel("Chức vụ", { exact: true }).selectOption("village_head");
    await page.getByLabel("Đơn vị", { exact: true }).selectOption("BMU-X-1");
    await page.getByLabel("Mã đơn vị").fill("BMU-X");
    await refused(page, "Giao chức vụ", /khác nhau; hãy để lại một trong hai/);
    await judge(page, "appoint");
    await page.getByLabel("Mã đơn vị").fill("");
    await page.getByRole("button", { name: "Giao chức vụ" }).click();
    await page.waitForURL(`**/people/${id}`);
    await page.getByRole("link", { name: "Thôn Thượng, Xã Biểu Mẫu", exact: true }).waitFor();
  });
});

test("sai mật khẩu: trang nói chưa đăng nhập được", async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto("/sign-in");
    const main = page.getByRole("main");
    await main.getByLabel("Tên đăng nhập").fill("khong.co.ai");
    await main.getByLabel("Mật khẩu").fill("sai mật khẩu rồi");
    await main.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("heading", { name: "Chưa đăng nhập được" }).waitFor();
    await expect.poll(() => page.getByText("Còn chỗ cần sửa").count()).toBe(0);
    await judge(page, "sign-in-refused");
  });
});
