import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";

const units = [
  { code: "KLT", name: "Tỉnh Kết Luận", kind: "province" },
  { code: "KLT-X", name: "Xã Kết Luận", kind: "commune", parent: "KLT" },
  { code: "KLT-X-KT", name: "Phòng Kinh tế xã Kết Luận", kind: "agency", parent: "KLT-X" },
  { code: "KLT-X-VH", name: "Phòng Văn hóa - Xã hội xã Kết Luận", kind: "agency", parent: "KLT-X" },
  { code: "KLT-X-1", name: "Thôn Thượng", kind: "village", parent: "KLT-X" },
];
const texts = [
  "Nâng cấp đường từ thôn Thượng ra chợ, đoạn qua cổng trường bị lún.",
  "Sớm cấp giấy chứng nhận quyền sử dụng đất cho 12 hộ dân khu tái định cư.",
  "Bổ sung đèn chiếu sáng ở ngõ 3; bà Phạm Thị Lý đã gọi 0912345678 nhiều lần.",
];
const days = (count: number) => Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").add({ days: count }).toString();
const asTyped = (day: string) => day.split("-").reverse().join("/");

let browser: Browser;
let office: Office;
const people: Record<"secretary" | "chair" | "agency" | "village", SignedIn> = {} as never;
let conference: string;
const codes: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  conference = await held(texts);
  people.secretary = await office.person(browser, "office_secretary", "KLT-X", "thu.ky.ket.luan");
  people.chair = await office.person(browser, "chairperson", "KLT-X", "chu.tich.ket.luan");
  people.agency = await office.person(browser, "agency_head", "KLT-X-KT", "kinh.te.ket.luan");
  people.village = await office.person(browser, "village_head", "KLT-X-1", "truong.thon.ket.luan");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

async function held(said: readonly string[]): Promise<string> {
  const held_on = days(-3);
  const chairs = [{ name: "Ông Đỗ Văn Chủ", capacity: "chairperson" }];
  const place = "Nhà văn hóa xã";
  const { id } = await office.act("conference.record", {
    unit: "KLT-X",
    form: "periodic",
    held_on,
    chairs,
    place,
  });
  for (const text of said) {
    const input = { unit: "KLT-X", village: "KLT-X-1", field: "giao_thong", received_on: held_on, text };
    const { code } = await office.act("recommendation.receive", { ...input, conference: id });
    await office.act("recommendation.rule", { recommendation: code, ruling: "written_answer", on: held_on });
    codes.push(code);
  }
  return id;
}

const view = (storageState: SignedIn, more: object = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});
const phone = { javaScriptEnabled: false, viewport: { width: widths.phone, height: 800 } };
const here = () => `/conferences/${conference}/conclusion`;

describe("thông báo kết luận", () => {
  test("thư ký soạn trên điện thoại, không cần JavaScript: từng dòng một, thiếu đâu báo đó", async () => {
    await withPage(browser, view(people.secretary, phone), async (page) => {
      await page.goto(here());
      await page.getByRole("button", { name: "Soạn thông báo kết luận" }).click();
      await page.getByText("3 dòng còn thiếu cơ quan chủ trì hoặc thời hạn").waitFor();
      await expect
        .poll(() => page.getByRole("textbox", { name: /^Lời mở đầu/ }).inputValue())
        .toContain("tại Nhà văn hóa xã, xã Kết Luận tổ chức");

      await page.getByRole("link", { name: /^Sửa .*-0001: / }).click();
      await page
        .getByRole("combobox", { name: /^Cơ quan chủ trì/ })
        .selectOption({ label: "Phòng Kinh tế xã Kết Luận" });
      await page.getByRole("textbox", { name: /^Thời hạn/ }).fill("31/2/2026");
      await page.getByLabel("Nội dung công việc").fill("Nâng cấp đường thôn Thượng, bố trí rãnh thoát nước");
      await page.getByRole("button", { name: "Lưu và sang dòng sau" }).click();
      await errorSummary(page).waitFor();
      await expect
        .poll(() => page.getByLabel("Nội dung công việc").inputValue())
        .toContain("rãnh thoát nước");
      await page.getByRole("textbox", { name: /^Thời hạn/ }).fill(asTyped(days(20)));
      await page.getByRole("button", { name: "Lưu và sang dòng sau" }).click();
      await page.waitForURL("**/lines/2");
      await page
        .getByRole("combobox", { name: /^Cơ quan chủ trì/ })
        .selectOption({ label: "Phòng Kinh tế xã Kết Luận" });
      await page.getByRole("textbox", { name: /^Thời hạn/ }).fill(asTyped(days(25)));
      await page.getByRole("checkbox", { name: "Phòng Văn hóa - Xã hội xã Kết Luận" }).check();
      await page.getByRole("button", { name: "Lưu dòng này" }).click();
      await page.waitForURL("**/conclusion?line=2#line-2");
      await page.getByText("1 dòng còn thiếu").waitFor();

      await page.getByRole("link", { name: "Xem lại và ban hành" }).click();
      await page.getByText("Chưa ban hành được").first().waitFor();
      const issue = page.getByRole("button", { name: "Ban hành thông báo kết luận" });
      await expect.poll(() => issue.count()).toBe(0);
      await page.getByRole("link", { name: /Dòng 3 .*Chưa có cơ quan chủ trì/ }).click();
      await page
        .getByRole("combobox", { name: /^Cơ quan chủ trì/ })
        .selectOption({ label: "Phòng Văn hóa - Xã hội xã Kết Luận" });
      await page.getByRole("textbox", { name: /^Thời hạn/ }).fill(asTyped(days(15)));
      await page.getByRole("button", { name: "Lưu dòng này" }).click();
      await page.goto(`${here()}/preview`);
      const paper = page.getByRole("article");
      await paper.getByText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").waitFor();
      await paper.getByText("Nâng cấp đường thôn Thượng").waitFor();
      await page.getByRole("link", { name: "Đảng (cấp ủy)" }).click();
      await page.getByText("ĐẢNG CỘNG SẢN VIỆT NAM").waitFor();
    });
  });

  test("hai người cùng sửa: người sau được báo, chữ đã gõ còn nguyên", async () => {
    await withPage(browser, view(people.secretary), async (page) => {
      await page.goto(`${here()}/lines/1`);
      await page.getByLabel("Nội dung công việc").fill("Chữ của người thứ hai");
      await withPage(browser, view(people.secretary), async (other) => {
        await other.goto(here());
        await other
          .getByRole("textbox", { name: /^Lời kết/ })
          .fill("Báo cáo kết quả trước ngày 25 hằng tháng.");
        const saved = other.waitForResponse((answer) => answer.request().method() === "POST");
        await other.getByRole("button", { name: "Lưu lời văn" }).click();
        expect((await saved).status()).toBeLessThan(400);
      });
      await page.getByRole("button", { name: "Lưu dòng này" }).click();
      await errorSummary(page).getByText("đã được người khác sửa").waitFor();
      await expect
        .poll(() => page.getByLabel("Nội dung công việc").inputValue())
        .toBe("Chữ của người thứ hai");
    });
  });

  test("các trang vừa khổ, đọc được bằng trình đọc màn hình", async () => {
    await withPage(browser, view(people.secretary), async (page) => {
      const pages = { "": "draft", "/lines/1": "line", "/issue": "issue", "/preview": "preview" };
      for (const [path, name] of Object.entries(pages)) {
        await expectValidAt(page, here() + path);
        await page.goto(here() + path);
        await judge(page, `conclusion-${name}`);
      }
    });
  });

  test("chủ tịch ban hành: thấy trước điều sẽ xảy ra; bấm Quay lại cũng không ban hành lần hai", async () => {
    await withPage(browser, view(people.chair, { javaScriptEnabled: false }), async (page) => {
      await page.goto(`${here()}/issue`);
      await page.getByText("3 việc được giao").first().waitFor();
      await page.getByText("Phòng Kinh tế xã Kết Luận: 1 người được báo").waitFor();
      await page.getByText("Phòng Văn hóa - Xã hội xã Kết Luận: chưa có ai nhận tin").waitFor();
      await page.getByRole("button", { name: "Ban hành thông báo kết luận" }).click();
      await page.waitForURL("**/conclusion/1**");
      await page.getByText(/^Đã ban hành thông báo kết luận số .* và giao \d+ việc/).waitFor();
      await page.getByRole("article").getByText("Số: 01/TB-UBND").waitFor();
      await page.goBack();
      const again = page.getByRole("button", { name: "Ban hành thông báo kết luận" });
      if ((await again.count()) > 0) await again.click();
      await page.waitForURL("**/conclusion/1**");
      const numbered = await office.db
        .selectFrom("issued_document")
        .select("symbol")
        .where("abstract", "like", "Kết luận tại%")
        .where("unit_id", "=", (eb) => eb.selectFrom("unit").select("id").where("code", "=", "KLT-X"))
        .execute();
      expect(numbered).toEqual([{ symbol: "01/TB-UBND" }]);
      await expectValidAt(page, `${here()}/1`);
      const pdf = await page.request.get(`${here()}/1/government/document.pdf`);
      expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
      const docx = await page.request.get(`${here()}/1/government/document.docx`);
      expect([docx.status(), (await docx.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
    });
  });

  test("cơ quan thấy việc mới, trong thông báo và trong danh sách việc của mình", async () => {
    await withPage(browser, view(people.agency), async (page) => {
      await page.goto("/desk");
      await page.getByText(texts[0]!.slice(0, 30)).first().waitFor();
      await page.goto(`${here()}/1`);
      await page.getByText("Thông báo giao cơ quan ông/bà 2 việc").waitFor();
      await expect.poll(() => page.getByText("Việc của cơ quan mình").count()).toBe(2);
      await judge(page, "conclusion-issued");
      await page.getByRole("link", { name: `Kiến nghị ${codes[0]}` }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect((await page.goto(`${here()}/issue`))!.url()).toContain("/conclusion/1");
    });
  });

  test("thư ký sửa đổi một dòng: thấy thay đổi, chỉ dòng ấy được giao lại", async () => {
    await withPage(browser, view(people.secretary, { javaScriptEnabled: false }), async (page) => {
      await page.goto(here());
      await page.getByRole("button", { name: "Soạn thông báo sửa đổi, bổ sung" }).click();
      await page.goto(`${here()}/lines/3`);
      await page.getByRole("textbox", { name: /^Thời hạn/ }).fill(asTyped(days(8)));
      await page.getByRole("button", { name: "Lưu dòng này" }).click();
      await page.getByText("Thay đổi: thời hạn").waitFor();
      await page.goto(`${here()}/issue`);
      await page.getByText("1 việc được giao").first().waitFor();
      await page.getByText("2 dòng giữ nguyên").waitFor();
      await page.getByRole("button", { name: "Ban hành thông báo kết luận" }).click();
      await page.waitForURL("**/conclusion/2**");
      await page.getByRole("article").getByText("Sửa đổi, bổ sung Thông báo số 01/TB-UBND").first().waitFor();
      await page.goto(`${here()}/1`);
      await page.getByRole("link", { name: /Thông báo sửa đổi, bổ sung lần 1/ }).waitFor();
    });
  });

  test("bản công khai chỉ có khi một người đã duyệt; chưa duyệt thì chưa ghi công khai được", async () => {
    await withPage(browser, view(people.secretary, { javaScriptEnabled: false }), async (page) => {
      await page.goto(`${here()}/publication`);
      await expect.poll(() => page.getByText("Chờ duyệt bản công khai").count()).toBeGreaterThan(2);
      await page.getByText("Duyệt xong mới ghi đã công khai được").waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Ghi đã công khai" }).count()).toBe(0);
      await page.getByRole("link", { name: "Duyệt bản công khai" }).click();
      // The notice never had the telephone; the name is for whoever reads the words to take out.
      await page.getByText("bà Phạm Thị Lý đã gọi [số điện thoại]").first().waitFor();
      const masked = page.getByRole("textbox", { name: "Bản công khai" }).first();
      await expect.poll(() => masked.inputValue()).not.toMatch(/0912345678|Phạm Thị Lý/);
      await page.getByRole("checkbox", { name: /^Tất cả .* nội dung đang chờ/ }).check();
      await page.getByRole("button", { name: "Duyệt các nội dung đã đánh dấu" }).click();
      await page.waitForURL("**/publication");
      await expect.poll(() => page.getByText("Chờ duyệt bản công khai").count()).toBe(0);
    });
    await withPage(browser, view(people.secretary), async (page) => {
      await page.goto(`${here()}/publication/approve`);
      await page
        .getByText(/duyệt ngày/)
        .first()
        .waitFor();
      await judge(page, "conclusion-approve");
      await expectValidAt(page, `${here()}/publication/approve`);
    });
    await withPage(browser, view(people.village), async (page) => {
      expect((await page.goto(`${here()}/publication/approve`))!.status()).toBe(403);
    });
  });

  test("công khai kết quả: không lộ tên và số điện thoại; trưởng thôn đọc được", async () => {
    await withPage(browser, view(people.secretary), async (page) => {
      await page.goto(`${here()}/publication`);
      await page.getByText("3 nội dung đang giải quyết").waitFor();
      await expect.poll(() => page.getByRole("table").textContent()).not.toContain("0912345678");
      await judge(page, "conclusion-publication");
      await page.getByLabel("Hình thức công khai").fill("Niêm yết tại trụ sở");
      await page.getByRole("button", { name: "Ghi đã công khai" }).click();
      await page.getByText(`Đã công khai ngày ${asTyped(days(0))}`).waitFor();
    });
    await withPage(browser, view(people.secretary, { javaScriptEnabled: false }), async (page) => {
      // Nothing waits any more, so there is nothing to approve here.
      await page.goto(`${here()}/publication`);
      await expect.poll(() => page.getByText("Người dân hiện đọc được gì").count()).toBe(0);
      await expect.poll(() => page.getByRole("checkbox").count()).toBe(0);
    });
    await withPage(browser, view(people.village), async (page) => {
      await page.goto(`${here()}/publication`);
      await page.getByRole("table").getByText("Đang giải quyết, hạn").first().waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Ghi đã công khai" }).count()).toBe(0);
      await expectValidAt(page, `${here()}/publication`);
    });
  });
});
