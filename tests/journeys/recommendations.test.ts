import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, partBelow, visit, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "KNT", name: "Tỉnh Kiến Nghị", kind: "province" },
  { code: "KNT-X", name: "Xã Kiến Nghị", kind: "commune", parent: "KNT" },
  { code: "KNT-X-KT", name: "Phòng Kinh tế xã Kiến Nghị", kind: "agency", parent: "KNT-X" },
  { code: "KNT-X-VH", name: "Phòng Văn hóa xã Kiến Nghị", kind: "agency", parent: "KNT-X" },
  { code: "KNT-X-1", name: "Thôn Thượng", kind: "village", parent: "KNT-X" },
];

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let leader: SignedIn;
let reviewer: SignedIn;
/** Of a commune with more villages than are sent as choices. */
let many: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  // One clerk does everything here.
  await office.act("recommendation.allow_own_approval", { unit: "KNT-X", allowed: true });
  secretary = await office.person(browser, "office_secretary", "KNT-X", "thu.ky.kien.nghi");
  leader = await office.person(browser, "chairperson", "KNT-X", "chu.tich.kien.nghi");
  await office.act("organization.create_unit", {
    code: "KNT-Y",
    name: "Xã Nhiều Thôn",
    kind: "commune",
    parent: "KNT",
  });
  for (let n = 1; n <= 16; n++)
    await office.act("organization.create_unit", {
      code: `KNT-Y-${n}`,
      name: `Thôn Nhiều ${n}`,
      kind: "village",
      parent: "KNT-Y",
    });
  many = await office.person(browser, "office_secretary", "KNT-Y", "thu.ky.nhieu.thon");
  reviewer = await office.person(browser, "complaint_reviewer", "KNT-X", "xem.xet.kien.nghi");
}, 180_000);
afterAll(async () => {
  await office.close();
  await browser.close();
});

const at = (storageState: SignedIn, more: BrowserContextOptions = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});
const button = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true });

async function received(text: string, more: Record<string, unknown> = {}): Promise<string> {
  const said = { unit: "KNT-X", village: "KNT-X-1", field: "giao_thong", received_on: "2026-02-02" };
  return (await office.act("recommendation.receive", { ...said, text, ...more })).code;
}

/** From a matter's page to the form of a move, by the link or button that offers it. */
async function open(page: Page, move: string) {
  const other = page.getByText("Việc khác");
  if (await other.isVisible()) await other.click();
  await page.getByRole("main").getByRole("link", { name: move, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: move }).waitFor();
}

/** The page as the server sent it; a browser without scripts adds nothing to it but a capital letter. */
async function expectValid(page: Page) {
  const html = (await page.content()).replace(/^<!DOCTYPE/, "<!doctype");
  expect(await faultsOfHtml(html), page.url()).toEqual([]);
}

test("thư ký đưa một kiến nghị từ lúc nhận đến lúc kết thúc, không cần JavaScript", async () => {
  await received("Đường liên thôn Thượng lầy lội, đề nghị đổ bê tông");
  await withPage(browser, at(secretary, { javaScriptEnabled: false }), async (page) => {
    await page.goto("/recommendations");
    await page.getByRole("link", { name: "Ghi kiến nghị mới" }).click();
    await button(page, "Tiếp nhận").click();
    await expect.poll(() => errorSummary(page).getByRole("link").count()).toBe(2);
    await expectValid(page);

    await page.getByLabel("Nội dung kiến nghị").fill("Đường liên thôn lầy lội quá, đề nghị đổ bê tông");
    await button(page, "Xem đã có ai nêu chưa").click();
    await page.getByRole("heading", { name: "Kiến nghị tương tự đã có" }).waitFor();
    await expect.poll(() => page.getByText("Đường liên thôn Thượng lầy lội").count()).toBe(1);
    await expectValid(page);

    await page.getByLabel("Tên người kiến nghị").fill("Bà Nguyễn Thị Thử");
    await page.getByLabel("Thôn, khu").selectOption({ label: "Thôn Thượng" });
    await page.getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
    await button(page, "Tiếp nhận").click();
    await page.getByText("Đã tiếp nhận kiến nghị.").waitFor();
    const code = new URL(page.url()).pathname.split("/").at(-1)!;
    expect(code).toMatch(/^KNT-X-\d{4}-\d{4}$/);

    await open(page, "Kết luận");
    await page.getByRole("radio", { name: "Trả lời bằng văn bản" }).check();
    await button(page, "Kết luận").click();
    await open(page, "Giao việc");
    await page.getByLabel("Cơ quan chủ trì").selectOption({ label: "Phòng Kinh tế xã Kiến Nghị" });
    await page.getByLabel("Hạn trả lời").fill("2030-03-10");
    await page.getByRole("checkbox", { name: "Phòng Văn hóa xã Kiến Nghị" }).check();
    await page.getByLabel("Nhiệm vụ").locator("visible=true").fill("Báo cho thôn biết");
    await expectValid(page);
    await button(page, "Giao việc").click();
    await page.getByText(/^Đã giao kiến nghị .* cho .*, hạn /).waitFor();
    await expect.poll(() => page.getByText("Phòng Văn hóa xã Kiến Nghị: Báo cho thôn biết").count()).toBe(1);

    await open(page, "Dự thảo trả lời");
    await page.getByLabel("Đã làm xong").check();
    await page.getByLabel("Nội dung trả lời").fill("Đã đổ bê tông 300 m.\nNghiệm thu cùng thôn.");
    await button(page, "Gửi dự thảo để duyệt").click();
    await open(page, "Duyệt dự thảo trả lời");
    await expect.poll(() => page.getByText("Đã đổ bê tông 300 m.").count()).toBe(1);
    await button(page, "Duyệt dự thảo trả lời").click();
    await open(page, "Ban hành trả lời");
    await page.getByLabel("Số, ký hiệu văn bản").fill("45/UBND-KT");
    await button(page, "Ban hành trả lời").click();
    await page.getByText("Đơn vị phối hợp chưa báo xong: Phòng Văn hóa xã Kiến Nghị").first().waitFor();
    await expectValid(page);
    await page.getByLabel("Lý do trả lời khi đơn vị phối hợp chưa xong").fill("Đã báo thôn qua điện thoại");
    await button(page, "Ban hành trả lời").click();
    await open(page, "Xác nhận kết quả");
    await page.getByLabel("Người kiến nghị").check();
    await page.getByLabel("Đã giải quyết, hài lòng").check();
    await button(page, "Xác nhận kết quả").click();
    await open(page, "Kết thúc theo dõi");
    await button(page, "Kết thúc theo dõi").click();
    await page.getByText(/^Đã kết thúc theo dõi kiến nghị /).waitFor();
    await expect.poll(() => page.getByText("Đã kết thúc").first().isVisible()).toBe(true);
    const history = partBelow(page, "Quá trình giải quyết").getByRole("heading", { level: 3 });
    await expect
      .poll(() => history.allTextContents())
      .toEqual([
        "Kết thúc theo dõi",
        "Xác nhận kết quả",
        "Ban hành trả lời",
        "Duyệt dự thảo trả lời",
        "Dự thảo trả lời",
        "Giao việc",
        "Kết luận",
        "Tiếp nhận",
      ]);
    await expectValid(page);
  });
});

describe("từng trang, trên điện thoại, máy bảng và máy bàn, nền sáng và nền tối", () => {
  let code: string;
  beforeAll(async () => {
    code = await received("Đèn đường thôn Thượng hỏng\nđã ba tháng nay", { raised_by: "Ông Trần Văn Thử" });
    const due = "2030-03-10";
    await office.act("recommendation.assign", {
      recommendation: code,
      on: "2026-02-04",
      lead: "KNT-X-KT",
      due,
    });
  });

  test.each(["", "?view=overdue", "?text=den+duong&class=in_hand", "/new", "/new?unit=KNT-X"])(
    "/recommendations%s",
    async (rest) => {
      await withPage(browser, at(secretary), async (page) => {
        await visit(page, `/recommendations${rest}`);
        await judge(page, `recommendations${rest.replaceAll(/\W+/g, "-")}`);
      });
    },
  );

  test.each([
    "",
    "/assign",
    "/draft_answer",
    "/ask_extension",
    "/schedule",
    "/block",
    "/return",
    "/forward_up",
    "/merge",
    "/reject",
    "/hold",
    "/close",
  ])("/recommendations/[mã]%s", async (rest) => {
    await withPage(browser, at(secretary), async (page) => {
      await visit(page, `/recommendations/${code}${rest}`);
      await judge(page, `recommendation${rest.replaceAll("/", "-")}`);
    });
    await withPage(browser, at(secretary, { javaScriptEnabled: false }), async (page) => {
      await page.goto(`/recommendations/${code}${rest}`);
      await expectValid(page);
    });
  });
});

test("hai người cùng làm: người sau thấy thay đổi, chữ đã gõ còn nguyên, gửi lại thì được", async () => {
  const code = await received("Cống thoát nước thôn Thượng bị tắc");
  const assignTo = async (page: Page, agency: string, number: string) => {
    await page.getByLabel("Cơ quan chủ trì").selectOption({ label: agency });
    await page.getByLabel("Hạn trả lời").fill("2030-03-10");
    await page.getByLabel("Số, ký hiệu văn bản").fill(number);
  };
  await withPage(browser, at(secretary), async (slow) => {
    await visit(slow, `/recommendations/${code}/assign`);
    await assignTo(slow, "Phòng Kinh tế xã Kiến Nghị", "9/TB-UBND");
    await withPage(browser, at(leader), async (quick) => {
      await visit(quick, `/recommendations/${code}/assign`);
      await assignTo(quick, "Phòng Văn hóa xã Kiến Nghị", "8/TB-UBND");
      await button(quick, "Giao việc").click();
      await quick.getByText(/^Đã giao kiến nghị .* cho .*, hạn /).waitFor();
    });
    await button(slow, "Giao việc").click();
    await slow.getByText("Kiến nghị vừa có thay đổi trong lúc ông/bà đang nhập").waitFor();
    await expect
      .poll(() =>
        slow
          .getByRole("listitem")
          .filter({ hasText: /^Giao việc, / })
          .count(),
      )
      .toBe(1);
    await expect.poll(() => slow.getByLabel("Số, ký hiệu văn bản").inputValue()).toBe("9/TB-UBND");
    await expect.poll(() => slow.getByLabel("Hạn trả lời").inputValue()).toBe("10/03/2030");
    await judge(slow, "recommendation-changed-meanwhile");
    await button(slow, "Giao việc").click();
    await slow.getByText(/^Đã giao kiến nghị .* cho .*, hạn /).waitFor();
    await expect.poll(() => slow.getByText("Văn bản số 9/TB-UBND").count()).toBe(1);
    await expect.poll(() => slow.getByText("Văn bản số 8/TB-UBND").count()).toBe(1);
  });
});

test("bấm đúp nút tiếp nhận chỉ ghi một kiến nghị", async () => {
  const text = "Chợ quê thiếu chỗ để xe bấm đúp";
  await withPage(browser, at(secretary), async (page) => {
    await visit(page, "/recommendations/new");
    await page.getByLabel("Nội dung kiến nghị").fill(text);
    await page.getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
    await button(page, "Tiếp nhận").dblclick();
    await page.getByText("Đã tiếp nhận kiến nghị.").waitFor();
    await visit(page, `/recommendations?text=${encodeURIComponent("bam dup")}`);
    await page.getByText("1 kiến nghị", { exact: true }).waitFor();
  });
});

describe("chữ người dân gửi tới", () => {
  test("gõ tổ hợp (NFD) và có hình cảm xúc: giữ nguyên lời, tìm không dấu vẫn thấy", async () => {
    const text = "Đề nghị sửa đập tràn suối Vằn 🌊👨‍👩‍👧 trước mùa mưa";
    await withPage(browser, at(secretary, { javaScriptEnabled: false }), async (page) => {
      await page.goto("/recommendations/new");
      await page.getByLabel("Nội dung kiến nghị").fill(text.normalize("NFD"));
      await page.getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
      await button(page, "Tiếp nhận").click();
      await page.getByText("Đã tiếp nhận kiến nghị.").waitFor();
      await expect.poll(() => page.getByText("Đề nghị sửa đập tràn suối Vằn 🌊").count()).toBe(1);
      await page.goto("/recommendations");
      await page.getByLabel("Tìm trong nội dung hoặc mã").fill("suoi van dap tran");
      await button(page, "Lọc").click();
      await expect.poll(() => page.getByRole("row").filter({ hasText: "suối Vằn" }).count()).toBe(1);
      await expectValid(page);
    });
  });

  test.each([
    ["không có script", false],
    ["có script", true],
  ])("gõ bằng bảng mã cũ (TCVN3), %s: được hỏi, chuyển sang Unicode bằng một nút", async (_, script) => {
    await withPage(browser, at(secretary, { javaScriptEnabled: script }), async (page) => {
      await page.goto("/recommendations/new");
      await page.getByLabel("Nội dung kiến nghị").fill("§Ò nghÞ ñy ban söa ®o¹n ®\u00adêng liªn th«n");
      await page.getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
      await button(page, "Tiếp nhận").click();
      await page.getByText("gõ bằng bảng mã cũ").first().waitFor();
      if (script) await judge(page, "recommendation-legacy");
      else await expectValid(page);
      await button(page, "Chuyển sang Unicode").click();
      await page.getByText("Đã tiếp nhận kiến nghị.").waitFor();
      const main = page.getByRole("main");
      await expect.poll(() => main.getByText("Đề nghị ủy ban sửa đoạn đường liên thôn").count()).toBe(1);
    });
  });

  test("mười nghìn ký tự: nhận đủ, trang vẫn đọc được trên điện thoại", async () => {
    const text = "Người dân kể lại đầu đuôi sự việc. ".repeat(400).slice(0, 9_990) + " hết lời.";
    expect(text.length).toBeGreaterThan(9_990);
    await withPage(browser, at(secretary), async (page) => {
      await visit(page, "/recommendations/new");
      await page.getByLabel("Nội dung kiến nghị").fill(text);
      await page.getByLabel("Lĩnh vực").selectOption({ label: "Giao thông" });
      await button(page, "Tiếp nhận").click();
      await page.getByText("Đã tiếp nhận kiến nghị.").waitFor();
      await expect.poll(() => page.getByText("hết lời.").count()).toBe(1);
      await judge(page, "recommendation-long");
    });
  });
});

test("tố cáo không hiển thị từ lúc nhận; chỉ người xem xét đọc được", async () => {
  const code = await received("Tố cáo cán bộ giả nhận quà", { kind: "denunciation", raised_by: "Người Kín" });
  await withPage(browser, at(secretary), async (page) => {
    await visit(page, `/recommendations/${code}`);
    await page.getByText("Nội dung đang được xem xét.").waitFor();
    expect(await page.content()).not.toContain("nhận quà");
    await judge(page, "recommendation-held");
    await visit(page, "/recommendations");
    await expect.poll(() => page.getByRole("row").filter({ hasText: code }).count()).toBe(1);
    expect(await page.content()).not.toContain("nhận quà");
  });
  await withPage(browser, at(reviewer), async (page) => {
    await visit(page, `/recommendations/${code}`);
    await expect.poll(() => page.getByText("Tố cáo cán bộ giả nhận quà").count()).toBe(1);
    await open(page, "Cho hiển thị lại");
    await judge(page, "recommendation-release");
  });
});

test.each([true, false])(
  "đơn vị gõ không ra: nói ngay ở ô đang gõ, ô ấy mở (có script: %s)",
  async (javaScriptEnabled) => {
    await withPage(browser, at(many, { javaScriptEnabled }), async (page) => {
      await page.goto("/recommendations");
      await page.getByText("Lọc theo đơn vị, lĩnh vực, tình trạng…").click();
      const village = page.getByLabel("Thôn, khu");
      await village.fill("không có ở đâu");
      await village.press("Enter");
      await expect
        .poll(() =>
          village.evaluate((field) =>
            field.ariaDescribedByElements?.map((each) => each.textContent).join(" "),
          ),
        )
        .toContain("Không tìm thấy đơn vị có tên hoặc mã “không có ở đâu”");
      await expect.poll(() => village.inputValue()).toBe("không có ở đâu");
      if (javaScriptEnabled) await judge(page, "recommendations-unclear");
      else await expectValid(page);
      // What was typed can be taken back as well as put right.
      const clear = page.getByRole("link", { name: "Bỏ lọc", exact: true });
      await expect.poll(() => clear.getAttribute("href")).toBe("/recommendations?view=all");
      await village.fill("thôn nhiều 7");
      await village.press("Enter");
      await page.waitForURL("**village=KNT-Y-7**");
    });
  },
);

test("danh sách tải về là bảng tính không chạy công thức, theo đúng điều kiện lọc", async () => {
  await received('=HYPERLINK("http://la.example","bấm vào đây")');
  await withPage(browser, at(secretary), async (page) => {
    const sheet = await page.request.get("/recommendations/export.csv?text=hyperlink");
    expect(sheet.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    const [head, line, ...rest] = (await sheet.body()).toString("utf8").split("\r\n");
    expect(head).toMatch(/^\ufeffMã,Ngày nhận,/);
    expect(line).toContain(`"'=HYPERLINK(""http://la.example"",""bấm vào đây"")"`);
    expect(rest).toEqual([""]);

    const book = await page.request.get("/recommendations/export.xlsx?text=hyperlink");
    expect(book.headers()["content-disposition"]).toMatch(/filename="kien-nghi-[\d-]+\.xlsx"/);
    const [heads, row, ...others] = await readSheet(await book.body());
    expect(heads!.slice(0, 2)).toEqual(["Mã", "Ngày nhận"]);
    expect(row![4]).toBe('=HYPERLINK("http://la.example","bấm vào đây")');
    expect(others).toEqual([]);
  });
});
