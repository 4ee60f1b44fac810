import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import type { Browser } from "playwright-core";
import writeExcelFile from "write-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";

const units = [
  { code: "THN", name: "Tỉnh Trước Hội Nghị", kind: "province" },
  { code: "THN-X", name: "Xã Trước Hội Nghị", kind: "commune", parent: "THN" },
  { code: "THN-X-KT", name: "Phòng Kinh tế", kind: "agency", parent: "THN-X" },
  { code: "THN-X-1", name: "Thôn Thượng", kind: "village", parent: "THN-X" },
  { code: "THN-X-2", name: "Thôn Hạ", kind: "village", parent: "THN-X" },
];
const today = dayInVietnam(systemClock());
const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let head: SignedIn;
let agency: SignedIn;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  await fillStatutoryRules(office.db, systemClock());
  secretary = await office.person(browser, "office_secretary", "THN-X", "thu.ky.thn");
  head = await office.person(browser, "village_head", "THN-X-1", "truong.thon.thn");
  agency = await office.person(browser, "agency_officer", "THN-X-KT", "can.bo.thn");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** Ghi thẳng một hội nghị sắp diễn ra, để thử từng phần của nó. */
async function prepared(days: number): Promise<string> {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "THN-X", form: "periodic", held_on: inDays(days), chairs };
  return `/conferences/${(await office.act("conference.prepare", given)).id}`;
}

describe("thư ký chuẩn bị hội nghị", () => {
  test("trên điện thoại, không cần JavaScript: đặt ngày, chọn căn cứ, ghi việc đã làm", async () => {
    await withPage(browser, view(secretary, widths.phone, false), async (page) => {
      await page.goto("/conferences/prepare");
      await page.getByLabel("Hình thức").selectOption("periodic");
      await page.getByLabel("Ngày tổ chức").fill(inDays(-3));
      await page.getByLabel("Luật Tổ chức chính quyền địa phương số 72/2025/QH15").check();
      await page.getByLabel("Căn cứ khác").fill("Kế hoạch số 101-KH/ĐU");
      await page.getByRole("button", { name: "Lưu, bắt đầu chuẩn bị" }).last().click();
      await errorSummary(page).getByText("đã qua").waitFor();
      await expect.poll(() => page.getByLabel(/72\/2025\/QH15/).isChecked()).toBe(true);
      await page.getByLabel("Ngày tổ chức").fill(inDays(20));
      await page.getByLabel("Giờ bắt đầu").fill("sáng sớm");
      await page.getByRole("button", { name: "Lưu, bắt đầu chuẩn bị" }).last().click();
      await errorSummary(page).getByText("Không rõ giờ nào").waitFor();
      await page.getByLabel("Giờ bắt đầu").fill("7 giờ 30");
      await page.getByRole("button", { name: "Lưu, bắt đầu chuẩn bị" }).last().click();
      await page.getByText("Sắp diễn ra").first().waitFor();
      await page.getByText("Kế hoạch số 101-KH/ĐU").waitFor();
      await page.getByText("07:30", { exact: true }).waitFor();
      await expect.poll(() => page.getByRole("button", { name: "Ghi lượt ý kiến" }).count()).toBe(0);
      await expect.poll(() => page.getByRole("link", { name: "Ghi đã diễn ra" }).count()).toBe(0);

      await page.getByRole("button", { name: /^Đã làm.*Thông báo thời gian/ }).click();
      await page.getByRole("button", { name: /^Bỏ ghi.*Thông báo thời gian/ }).waitFor();
      await page
        .getByRole("link", { name: /^Vì sao là/ })
        .first()
        .click();
      await page
        .getByRole("heading", { name: /Thông báo/ })
        .first()
        .waitFor();
    });
  });

  test("các trang đúng chuẩn, đọc được ở mọi bề ngang", async () => {
    const path = await prepared(15);
    await withPage(browser, view(secretary), async (page) => {
      for (const side of ["", "/invitations", "/collected", "/collected/import", "/agenda", "/call-off"]) {
        await page.goto(path + side);
        await judge(page, `before${side.replaceAll("/", "-")}`);
        await expectValidAt(page, path + side);
      }
      await page.goto("/conferences/prepare");
      await judge(page, "before-prepare");
      await expectValidAt(page, "/conferences/prepare");
    });
  }, 120_000);
});

test("mời: thư ký mời mọi thôn một lần, trưởng thôn nhận lời và ghi đại biểu, thẻ có mã để đón ở cửa", async () => {
  const path = await prepared(0);
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(`${path}/invitations`);
    await page.getByLabel("Số đại biểu mỗi thôn, khu").fill("3");
    await page.getByLabel("Thôn Thượng").fill("2");
    await page.getByLabel("Tên khách mời thứ 1").fill("Cụ Nguyễn Văn Khách");
    await page.getByRole("button", { name: "Lập giấy mời" }).click();
    await page.getByText("3 giấy mời cho 6 đại biểu").waitFor();
  });
  await withPage(browser, view(head, widths.phone, false), async (page) => {
    await page.goto(`${path}/invitations`);
    await expect.poll(() => page.getByText("Thôn Hạ").count()).toBe(0);
    await page.getByRole("link", { name: /Trả lời/ }).click();
    await page.getByRole("radio", { name: "Nhận lời dự" }).check();
    await page.getByRole("textbox", { name: "Đại biểu" }).fill("Bà Một\nÔng Hai\nCô Ba");
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    await errorSummary(page).getByText("dành cho 2 đại biểu").waitFor();
    await page
      .getByRole("textbox", { name: "Đại biểu" })
      .fill("Bà Một, Trưởng ban công tác Mặt trận\nÔng Hai");
    await page.getByRole("button", { name: "Gửi trả lời" }).click();
    await page.getByText("Trưởng ban công tác Mặt trận").waitFor();
  });
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(`${path}/invitations`);
    await judge(page, "before-invited");
    await page.goto(`${path}/badges`);
    await expect.poll(() => page.getByRole("img", { name: /^Mã của/ }).count()).toBe(2);
    await judge(page, "before-badges");
    await expectValidAt(page, `${path}/badges`);
    const badge = await page.locator("li", { hasText: "Bà Một" }).locator(".figures").innerText();
    await page.goto(`${path}/door`);
    await page.getByLabel("Mã trên thẻ").fill(badge.toLowerCase());
    await page.getByRole("button", { name: "Ghi nhận có mặt" }).click();
    await page.getByRole("status").getByText("Bà Một").waitFor();
    await judge(page, "before-door");
    await page.goto(`${path}/open`);
    await expect.poll(() => page.getByLabel("Số lượt người dự").inputValue()).toBe("1");
    await page.getByRole("button", { name: "Bắt đầu hội nghị" }).click();
    await page.waitForURL(`${path}/room`);
    await page.getByRole("button", { name: "Ghi lượt ý kiến" }).waitFor();
  });
});

test("thu thập: trưởng thôn ghi từng việc, thư ký nhập bảng; cơ quan gửi dự thảo; chương trình mở đầu bằng kết quả kỳ trước", async () => {
  const path = await prepared(10);
  await withPage(browser, view(head, widths.phone), async (page) => {
    await page.goto(`${path}/collected`);
    await page.getByLabel("Nội dung kiến nghị").fill("Đề nghị sửa cầu qua suối đầu thôn Thượng.");
    await page.getByLabel("Lĩnh vực").selectOption("giao_thong");
    await page.getByRole("button", { name: "Ghi kiến nghị" }).click();
    await page.getByRole("heading", { name: "Giao thông" }).waitFor();
    await page.getByText("1 kiến nghị, từ 1 thôn").waitFor();
    await page.getByText("Đã tiếp nhận kiến nghị. Mã").waitFor();
    await expect.poll(() => page.getByLabel("Nội dung kiến nghị").inputValue()).toBe("");
  });
  const sheet = async (rows: string[][]) => ({
    name: "kien-nghi.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: (await writeExcelFile([
      ["Nội dung kiến nghị", "Lĩnh vực", "Thôn"],
      ...rows,
    ]).toBuffer()) as Buffer,
  });
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(`${path}/collected/import`);
    const upload = async (rows: string[][]) => {
      await page.locator("input[type=file]").setInputFiles(await sheet(rows));
      await page
        .getByRole("button", { name: /Xem|Kiểm|Đọc/ })
        .last()
        .click();
    };
    await upload([["Mở rộng chợ xã", "Vũ trụ", "Thôn Hạ"]]);
    await page.getByText("Không có “Vũ trụ”").waitFor();
    await judge(page, "before-import-verdict");
    await upload([
      ["• Mở rộng chợ xã", "Giao thông", "Thôn Hạ"],
      ["Cấp giấy cho 12 hộ", "Đất đai", "Thôn Hạ"],
    ]);
    await page.getByRole("button", { name: "Ghi 2 kiến nghị" }).click();
    await page.getByText("3 kiến nghị ở 2 lĩnh vực").waitFor();

    await page
      .getByRole("link", { name: /^Đề nghị dự thảo/ })
      .first()
      .click();
    await page.getByLabel("Cơ quan").selectOption("THN-X-KT");
    await page.getByLabel("Gửi dự thảo trước ngày").fill(inDays(5));
    await page.getByRole("button", { name: "Đề nghị dự thảo trả lời" }).click();
    await page.getByText("Phòng Kinh tế", { exact: true }).waitFor();
  });
  await withPage(browser, view(agency, widths.phone), async (page) => {
    await page.goto("/conferences");
    await page.getByRole("link", { name: /1 dự thảo trả lời/ }).click();
    await judge(page, "before-drafts");
    await expectValidAt(page, "/conferences/drafts");
    await page.getByRole("link", { name: /Gửi dự thảo/ }).click();
    await page.getByLabel("Kết luận, nội dung trả lời").fill("Đã có trong kế hoạch quý I.");
    await page.getByLabel("Căn cứ").fill("Nghị quyết số 5/NQ-HĐND");
    await judge(page, "before-draft");
    await expectValidAt(page, new URL(page.url()).pathname);
    await page.getByRole("button", { name: "Gửi dự thảo" }).click();
    await page.getByText("Đã gửi ngày").waitFor();
  });
  await withPage(browser, view(secretary), async (page) => {
    await page.goto(`${path}/collected`);
    await page.getByText("Đã có trong kế hoạch quý I.").waitFor();
    await page.getByText("Căn cứ: Nghị quyết số 5/NQ-HĐND").waitFor();
    await page.getByText("Người soạn: Người thử can.bo.thn").waitFor();
    await judge(page, "before-collected");
    await expectValidAt(page, `${path}/collected`);
    await page.goto(`${path}/agenda`);
    await page.getByLabel("Nội dung thứ 2", { exact: true }).fill("1. Nhân dân phát biểu ý kiến");
    await page
      .getByLabel("Dán cả danh sách")
      .fill("•\tGiải trình của các cơ quan\tUBND xã\n•\tKết luận “của chủ tọa”");
    await page.getByRole("button", { name: "Lưu chương trình" }).click();
    await page.getByRole("listitem").filter({ hasText: "2.Nhân dân phát biểu ý kiến" }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "4.Kết luận “của chủ tọa”" }).waitFor();
    await page.getByRole("link", { name: "Báo cáo kết quả giải quyết kiến nghị kỳ trước" }).click();
    await page.getByRole("heading", { name: "Kết quả giải quyết kiến nghị kỳ trước" }).waitFor();
    await judge(page, "before-last-time");
  });
}, 120_000);
