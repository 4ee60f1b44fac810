import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";

const year = new Date().getFullYear();
const communes = ["Đông", "Tây", "Nam", "Bắc"].map((name, i) => ({
  code: `KHT-${i + 1}`,
  name: `Xã Thử ${name}`,
  kind: "commune",
  parent: "KHT",
}));

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let lastYear: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  const province = { code: "KHT", name: "Tỉnh Kế Hoạch", kind: "province" };
  for (const unit of [province, ...communes]) await office.act("organization.create_unit", unit);
  lastYear = await planOfLastYear();
  secretary = await office.person(browser, "office_secretary", "KHT", "thu.ky.ke.hoach");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

async function planOfLastYear(): Promise<string> {
  const { id: plan } = await office.act("planning.draft_plan", { unit: "KHT", year: year - 1 });
  const requirements = communes.map(({ code }) => ({ unit: code, required: 2 }));
  const planned = [
    { unit: "KHT", quarter: 1, form: "periodic", topic: "Đất đai, quy hoạch" },
    { unit: "KHT-1", quarter: 3, form: "thematic", topic: "Thanh niên lập nghiệp" },
  ];
  await office.act("planning.change_draft", { plan, requirements, planned });
  await office.act("planning.issue_plan", { plan, issued_on: `${year - 1}-01-15`, symbol: "05-KH/TU" });
  const chairs = [{ name: "Ông Chủ trì", capacity: "party_secretary" }];
  const held = (unit: string, day: string, more = {}) =>
    office.act("conference.record", {
      unit,
      form: "periodic",
      held_on: `${year - 1}-${day}`,
      chairs,
      ...more,
    });
  for (const day of ["02-10", "05-12", "08-20"]) await held("KHT-1", day);
  await held("KHT-2", "06-15");
  await held("KHT-2", "09-09", { form: "ad_hoc", ad_hoc_reason: "Bà con bức xúc về bãi rác" });
  await held("KHT-3", "11-03");
  return plan;
}

const view = (storageState: SignedIn, more: object = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});

describe("thư ký lập kế hoạch năm", () => {
  test("trên điện thoại, không cần JavaScript: chép năm trước, điền một số cho mọi xã, thêm hội nghị, ban hành, đối chiếu", async () => {
    const phone = { javaScriptEnabled: false, viewport: { width: widths.phone, height: 800 } };
    await withPage(browser, view(secretary, phone), async (page) => {
      await page.goto("/plans/new");
      await page.getByLabel("Năm", { exact: true }).fill(String(year));
      await page.getByLabel("Chép chỉ tiêu").check();
      await page.getByRole("button", { name: "Lập dự thảo" }).click();
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}\/edit/);
      await expect.poll(() => page.getByLabel("Xã Thử Đông", { exact: true }).inputValue()).toBe("2");

      await page.getByLabel("Giao cùng một số").fill("3");
      await page.getByRole("button", { name: "Điền cho tất cả" }).click();
      for (const { name } of communes)
        await expect.poll(() => page.getByLabel(name, { exact: true }).inputValue()).toBe("3");
      await expect.poll(() => page.getByLabel("Tỉnh Kế Hoạch", { exact: true }).inputValue()).toBe("");

      await page.getByRole("button", { name: "Thêm hội nghị" }).click();
      const third = page.getByRole("group", { name: "Hội nghị dự kiến thứ 3" });
      await third.getByLabel("Quý").selectOption("4");
      await third.getByLabel("Ngày dự kiến").fill(`1/7/${year}`);
      await third.getByLabel("Nội dung").fill("Môi trường");
      await page.getByRole("button", { name: "Lưu dự thảo" }).last().click();
      await errorSummary(page).getByText("Hội nghị dự kiến thứ 3, Ngày dự kiến:").waitFor();
      await errorSummary(page).getByText("không thuộc quý 4").waitFor();
      await expect.poll(() => third.getByLabel("Nội dung").inputValue()).toBe("Môi trường");
      await third.getByLabel("Ngày dự kiến").fill(`31/12/${year}`);
      await page.getByRole("group", { name: "Hội nghị dự kiến thứ 2" }).getByRole("button").click();
      const second = page.getByRole("group", { name: "Hội nghị dự kiến thứ 2" });
      await expect.poll(() => second.getByLabel("Nội dung").inputValue()).toBe("Môi trường");
      await expect.poll(() => page.getByRole("group", { name: /^Hội nghị dự kiến/ }).count()).toBe(2);
      await page.getByRole("button", { name: "Lưu dự thảo" }).last().click();
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);

      await page.getByLabel("Ngày ban hành").fill(`2/1/${year}`);
      await page.getByLabel("Số, ký hiệu").fill("07-KH/TU");
      await page.getByRole("button", { name: "Ban hành kế hoạch" }).click();
      await page.getByText("Đang có hiệu lực").waitFor();
      await page.getByText("07-KH/TU", { exact: true }).waitFor();
      await expect
        .poll(() =>
          page
            .getByRole("link", { name: /Tạo hội nghị từ kế hoạch/ })
            .first()
            .getAttribute("href"),
        )
        .toMatch(/^\/conferences\/prepare\?planned=[0-9a-f-]{36}$/);

      await page.getByRole("link", { name: "Kế hoạch và thực tế" }).first().click();
      const table = page.getByRole("table", { name: "Theo đơn vị" });
      await table
        .getByRole("row", { name: /Xã Thử Bắc/ })
        .getByText("Thiếu 3")
        .waitFor();
      await table.getByRole("row", { name: /^Cộng/ }).getByText("Thiếu 12").waitFor();
    });
  });

  test("từ kế hoạch mở được trang chuẩn bị hội nghị", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto(`/plans/against?unit=KHT&year=${year}&show=planned`);
      await page
        .getByRole("link", { name: /Tạo hội nghị từ kế hoạch/ })
        .first()
        .click();
      await page.waitForURL(/\/conferences\/prepare\?planned=/);
      await page.getByRole("heading", { level: 1, name: "Chuẩn bị hội nghị" }).waitFor();
      await expect.poll(() => page.getByLabel("Chủ đề").inputValue()).toBe("Đất đai, quy hoạch");
    });
  });

  test("dán các dòng chép từ Excel, không cần JavaScript: ô nào sai nói ở ô đó, sai một ô thì chưa dòng nào vào", async () => {
    const { id } = await office.act("planning.draft_plan", { unit: "KHT", year: year + 2 });
    const phone = { javaScriptEnabled: false, viewport: { width: widths.phone, height: 800 } };
    await withPage(browser, view(secretary, phone), async (page) => {
      await page.goto(`/plans/${id}/edit`);
      await page.getByText("Dán từ bảng tính (Excel)").first().click();
      const box = page.getByLabel("Các dòng chép từ bảng tính");
      await box.first().fill("Xã Thử Đông\t4\tĐịnh kỳ\nXã Thử Xa\t4\nxa thu tay\tbốn");
      const put = page.getByRole("button", { name: "Đưa vào biểu" });
      await put.first().click();
      await page.getByRole("alert").getByText("Có 2 ô cần sửa; chưa dòng nào được đưa vào biểu.").waitFor();
      await page.getByText("Trong kế hoạch này không có đơn vị nào là “Xã Thử Xa”.").waitFor();
      await expect.poll(() => page.getByLabel("Xã Thử Đông", { exact: true }).inputValue()).toBe("");
      await expect.poll(() => box.first().inputValue()).toContain("xa thu tay\tbốn");
      await box.first().fill("Xã Thử Đông\t4\tĐịnh kỳ\nxa thu tay\t3");
      await put.first().click();
      await page.getByText("Đã đưa 2 dòng vào biểu").waitFor();
      await expect.poll(() => page.getByLabel("Xã Thử Đông", { exact: true }).inputValue()).toBe("4");
      await page.getByText("Dán từ bảng tính (Excel)").last().click();
      await box.last().fill(`Đơn vị tổ chức\tQuý\tNội dung\nXã Thử Nam\tIII\t"Đất đai,\nđường sá"`);
      await put.last().click();
      await page.getByText("Đã đưa 1 dòng vào biểu").waitFor();
      await page.getByRole("button", { name: "Lưu dự thảo" }).last().click();
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
      await page.getByText("Đất đai, đường sá").first().waitFor();
    });
    await withPage(browser, view(secretary), async (page) => {
      await page.goto(`/plans/${id}/edit`);
      await page.getByText("Dán từ bảng tính (Excel)").first().click();
      await page.getByLabel("Các dòng chép từ bảng tính").first().fill("Xã Thử Xa\tbốn");
      await page.getByRole("button", { name: "Đưa vào biểu" }).first().click();
      await page.getByRole("alert").getByText("ô cần sửa").waitFor();
      await judge(page, "plan-pasted");
      await expectValidAt(page, `/plans/${id}/edit`);
    });
  });

  test("hai người cùng sửa một dự thảo: người sau được báo, điều đã gõ còn nguyên", async () => {
    const { id } = await office.act("planning.draft_plan", { unit: "KHT", year: year + 1 });
    await withPage(browser, view(secretary), async (page) => {
      await page.goto(`/plans/${id}/edit`);
      await office.act("planning.change_draft", {
        plan: id,
        requirements: [
          { unit: "KHT-2", required: 9 },
          { unit: "KHT-4", required: 7 },
        ],
      });
      await page.getByLabel("Xã Thử Đông", { exact: true }).fill("5");
      await page.getByLabel("Xã Thử Bắc", { exact: true }).fill("4");
      await page.getByRole("button", { name: "Lưu dự thảo" }).last().click();
      await errorSummary(page).getByText("đã được người khác sửa").waitFor();
      const told = page.getByRole("listitem").filter({ hasText: "→" });
      await told.first().waitFor();
      await expect
        .poll(() => told.allInnerTexts())
        .toEqual([
          "Xã Thử Bắc: (để trống) → 7. Biểu dưới đây vẫn giữ điều ông/bà nhập: 4.",
          "Xã Thử Tây: (để trống) → 9. Biểu dưới đây đã lấy theo.",
        ]);
      await expect.poll(() => page.getByLabel("Xã Thử Tây", { exact: true }).inputValue()).toBe("9");
      await expect.poll(() => page.getByLabel("Xã Thử Đông", { exact: true }).inputValue()).toBe("5");
      await judge(page, "plan-conflict");
      await page.getByRole("button", { name: "Lưu dự thảo" }).last().click();
      await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
      await page.getByRole("button", { name: "Bỏ dự thảo" }).click();
      await page.waitForURL("**/plans");
    });
  });
});

describe("kế hoạch và thực tế", () => {
  const path = () => `/plans/against?unit=KHT&year=${year - 1}`;

  test("thiếu ở xã nào thấy ở xã đó, không bù cho nhau; mỗi con số mở đúng từng ấy hội nghị", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await page.goto(path());
      const table = page.getByRole("table", { name: "Theo đơn vị" });
      const row = (name: string) => table.getByRole("row", { name: new RegExp(name) });
      await row("Xã Thử Đông").getByText("Đủ").waitFor();
      await row("Xã Thử Nam").getByText("Thiếu 1").waitFor();
      await row("Xã Thử Bắc").getByText("Thiếu 2").waitFor();
      await row("^Cộng").getByText("Thiếu 3").waitFor();
      await page.getByText("Bà con bức xúc về bãi rác").first().waitFor();

      const held = row("Xã Thử Đông").getByRole("link", { name: /^3, / });
      await held.click();
      const list = page.getByRole("table", { name: "Xã Thử Đông, Đã tổ chức (3)" });
      await list.waitFor();
      await expect.poll(() => list.getByRole("row").count()).toBe(1 + 3);
      await page.getByRole("link", { name: "Bỏ lọc danh sách" }).click();
      const overdue = page.getByRole("table", { name: "Theo quý" }).getByRole("row", { name: /Quý III/ });
      await overdue.getByRole("link").last().click();
      await page.getByText("Thanh niên lập nghiệp").waitFor();
    });
  });

  test("tải về bảng có cùng số liệu", async () => {
    await withPage(browser, view(secretary), async (page) => {
      const query = `unit=KHT&year=${year - 1}`;
      const csv = await (await page.request.get(`/plans/against/export.csv?${query}`)).text();
      expect(csv.split("\r\n")).toContain("KHT-3,Xã Thử Nam,2,0,1,1");
      expect(csv).toContain(",Cộng,8,2,6,3");
      const xlsx = await page.request.get(`/plans/against/export.xlsx?${query}`);
      expect(xlsx.headers()["content-type"]).toContain("spreadsheetml");
      expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");
    });
  });

  test("xã thấy kế hoạch của tỉnh giao cho mình nhưng không sửa được; đơn vị ngoài không thấy", async () => {
    const commune = await office.person(browser, "chairperson", "KHT-1", "chu.tich.xa.dong");
    await withPage(browser, view(commune), async (page) => {
      await page.goto("/plans");
      await page.getByRole("link", { name: new RegExp(`Kế hoạch năm ${year - 1}.*Tỉnh Kế Hoạch`) }).click();
      await page.getByText("05-KH/TU").waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Lập kế hoạch sửa đổi" }).count()).toBe(0);
      expect((await page.goto(`/plans/${lastYear}/edit`))?.status()).toBe(403);
      await page.goto(path());
      await errorSummary(page).waitFor();
      await expect.poll(() => page.getByRole("table").count()).toBe(0);
    });
    await office.act("organization.create_unit", { code: "KHN", name: "Tỉnh Ngoài", kind: "province" });
    const stranger = await office.person(browser, "chairperson", "KHN", "chu.tich.ngoai");
    await withPage(browser, view(stranger), async (page) => {
      await page.goto("/plans");
      await page.getByText("Chưa có kế hoạch nào").waitFor();
      expect((await page.goto(`/plans/${lastYear}`))?.status()).toBe(404);
      expect((await page.request.get(`/plans/against/export.csv?unit=KHT&year=${year}`)).status()).toBe(404);
    });
  });

  const pages: [string, () => string][] = [
    ["plans", () => `/plans?year=${year - 1}`],
    ["plan-new", () => "/plans/new"],
    ["plan", () => `/plans/${lastYear}`],
    ["plan-draft", () => `/plans/${amended}`],
    ["plan-edit", () => `/plans/${amended}/edit?left_out=KHT-1+KHT-2`],
    ["plan-against", path],
    ["plan-against-list", () => `${path()}&host=KHT-2`],
    ["plan-against-wrong", () => "/plans/against?unit=KHT&as_of=30/2/2026"],
  ];
  let amended: string;

  test.each(pages)(
    "trang %s đúng chuẩn, đọc được ở mọi bề ngang, in được trên giấy A4",
    async (name, address) => {
      amended ??= (await office.act("planning.amend_plan", { plan: lastYear })).id;
      await withPage(browser, view(secretary), async (page) => {
        await page.goto(address());
        await judge(page, name);
        await expectValidAt(page, address());
        const paper = await page.pdf({ format: "A4" });
        expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
      });
    },
  );
});

test("cán bộ cơ quan đọc được kế hoạch, không được mời vào trang đối chiếu vốn không mở cho họ", async () => {
  await office.act("organization.create_unit", {
    ...{ code: "KHT-SO", name: "Sở Kế Hoạch", kind: "agency", parent: "KHT" },
  });
  const officer = await office.person(browser, "agency_officer", "KHT-SO", "can.bo.ke.hoach");
  await withPage(browser, view(officer), async (page) => {
    await page.goto("/plans");
    const plan = page.getByRole("link", { name: new RegExp(`^Kế hoạch năm ${year - 1}`) }).first();
    await expect.poll(() => page.getByRole("link", { name: "Kế hoạch và thực tế" }).count()).toBe(0);
    await plan.click();
    await page.getByText("05-KH/TU").first().waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Kế hoạch và thực tế" }).count()).toBe(0);
  });
});
