import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSummary, launchBrowser, partBelow, widths, withPage } from "../support/browser.ts";
import { openOffice, type Office, type SignedIn } from "../support/office.ts";
import { rulingForm } from "../support/room-page.ts";

// One dialogue from its plan to the first item of the next, by hand and without JavaScript. Everybody starts at their
// desk and follows what the pages offer: no address is typed, so a page that nothing leads to fails here.

const units = [
  { code: "MVD", name: "Tỉnh Một Vòng", kind: "province" },
  { code: "MVD-X", name: "Xã Một Vòng", kind: "commune", parent: "MVD" },
  { code: "MVD-X-1", name: "Thôn Đầu", kind: "village", parent: "MVD-X" },
  { code: "MVD-XD", name: "Sở Xây dựng", kind: "agency", parent: "MVD" },
];
const cast = {
  secretary: ["office_secretary", "MVD"],
  chair: ["chairperson", "MVD"],
  front: ["front_chair", "MVD"],
  agency: ["agency_head", "MVD-XD"],
  village: ["village_head", "MVD-X-1"],
} as const;
type Role = keyof typeof cast;

const today = dayInVietnam(systemClock());
const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
const asTyped = (day: string) => day.split("-").reverse().join("/");
const quarter = String(Math.ceil(Number(today.slice(5, 7)) / 3));

const asked = "Cống đầu thôn tắc, mưa là ngập; đề nghị nạo vét trước mùa mưa.";
const answer = "Đã nạo vét xong 120 m cống, nước thoát tốt.";
const topic = "Vệ sinh môi trường";

let browser: Browser;
let office: Office;
const people = {} as Record<Role, SignedIn>;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  for (const [role, [capacity, unit]] of Object.entries(cast))
    people[role as Role] = await office.person(browser, capacity, unit, `mot.vong.${role}`);
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

/** Begins at the person's desk, at the width of what they work with, without JavaScript. */
async function at(role: Role, steps: (page: Page) => Promise<void>): Promise<void> {
  const width = role === "village" || role === "agency" ? widths.phone : widths.desk;
  const view = { storageState: people[role], javaScriptEnabled: false, viewport: { width, height: 800 } };
  await withPage(browser, view, async (page) => {
    page.setDefaultTimeout(12_000);
    await page.goto("/desk");
    await steps(page);
  });
}

const main = (page: Page) => page.getByRole("main");
const follow = (page: Page, name: string | RegExp) => main(page).getByRole("link", { name }).first().click();
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).last().click();
// Forms bear names too; a label is sought among what can be filled in.
const field = (scope: Page | Locator, name: string | RegExp) =>
  scope.locator("input, textarea, select").and(scope.getByLabel(name)).first();
const section = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Các phần của hội nghị" }).getByRole("link", { name }).click();
const menu = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Điều hướng chính" }).getByRole("link", { name }).click();
const refused = (page: Page, text: string) => errorSummary(page).getByText(text).first().waitFor();

async function planAndPrepare(page: Page): Promise<void> {
  await menu(page, "Kế hoạch");
  await follow(page, "Lập kế hoạch năm");
  await press(page, "Lập dự thảo");
  await field(page, "Tỉnh Một Vòng").fill("nhiều");
  await field(page, "Quý").selectOption(quarter);
  await field(page, "Ngày dự kiến").fill(asTyped(today));
  await field(page, "Nội dung").fill(topic);
  await field(page, "Địa điểm").fill("Hội trường tỉnh");
  await press(page, "Lưu dự thảo");
  await refused(page, "Tỉnh Một Vòng: Ghi một số nguyên");
  await expect.poll(() => field(page, "Nội dung").inputValue()).toBe(topic);
  await field(page, "Tỉnh Một Vòng").fill("2");
  await press(page, "Lưu dự thảo");
  await field(page, "Số, ký hiệu").fill("01/KH-UBND");
  await press(page, "Ban hành kế hoạch");
  await follow(page, /Tạo hội nghị từ kế hoạch/);
  await expect.poll(() => field(page, "Chủ đề").inputValue()).toBe(topic);
  await field(page, "Chủ trì với tư cách").selectOption({ label: "Chủ tịch UBND" });
  await field(page, "Họ và tên").fill("Ông Chủ trì");
  await field(page, "Luật Tổ chức chính quyền địa phương").check();
  await press(page, "Lưu, bắt đầu chuẩn bị");
  await press(page, /^Đã làm Thông báo thời gian/);
}

async function inviteAndSetAgenda(page: Page): Promise<void> {
  await section(page, "Khách mời");
  await field(page, "Thôn Đầu, Xã Một Vòng").fill("2");
  await press(page, "Lập giấy mời");
  await page.getByText("Chưa trả lời", { exact: true }).waitFor();
  await section(page, "Chương trình");
  await field(page, /^Nội dung thứ 2/).fill("Ý kiến của Nhân dân");
  await press(page, "Lưu chương trình");
  await main(page).getByRole("listitem").getByText("Ý kiến của Nhân dân").waitFor();
}

async function villageAnswersAndCollects(page: Page): Promise<void> {
  await follow(page, "Ghi kiến nghị cho hội nghị tới");
  await press(page, "Ghi kiến nghị");
  await refused(page, "Nội dung kiến nghị");
  await field(page, "Nội dung kiến nghị").fill(asked);
  await field(page, "Lĩnh vực").selectOption("giao_thong");
  await field(page, "Người kiến nghị").fill("Bà Người Hỏi");
  await expect
    .poll(() => field(page, "Thôn, khu").locator("option").allInnerTexts())
    .toEqual(["Không ghi", "Thôn Đầu, Xã Một Vòng"]);
  await press(page, "Ghi kiến nghị");
  await page.getByText("1 kiến nghị, từ 1 thôn").waitFor();
  await section(page, "Khách mời");
  await follow(page, /^Trả lời Thôn Đầu/);
  await field(page, "Nhận lời dự").check();
  await field(page, "Đại biểu").fill("Bà Trưởng, Trưởng thôn\nÔng Bí, Bí thư chi bộ\nÔng Thừa");
  await press(page, "Gửi trả lời");
  await refused(page, "Giấy mời dành cho 2 đại biểu, đã ghi 3 người.");
  await field(page, "Đại biểu").fill("Bà Trưởng, Trưởng thôn\nÔng Bí, Bí thư chi bộ");
  await press(page, "Gửi trả lời");
  await page.getByText("Nhận lời ngày").first().waitFor();
}

async function askForDraft(page: Page): Promise<void> {
  await follow(page, "Kiến nghị đã thu thập");
  await follow(page, /^Đề nghị dự thảo trả lời/);
  await field(page, "Cơ quan").selectOption({ label: "Sở Xây dựng" });
  await field(page, "Gửi dự thảo trước ngày").fill(asTyped(today));
  await press(page, "Đề nghị dự thảo trả lời");
}

async function agencyDrafts(page: Page): Promise<void> {
  await partBelow(page, "Dự thảo trả lời cần gửi trước hội nghị").getByRole("link").first().click();
  await field(page, "Kết luận, nội dung trả lời").fill("Sẽ nạo vét trong tháng này.");
  await press(page, "Gửi dự thảo");
  await page.getByText("Sẽ nạo vét trong tháng này.").first().waitFor();
}

async function recordInTheRoom(page: Page): Promise<void> {
  await follow(page, "Bắt đầu hội nghị");
  await press(page, "Bắt đầu hội nghị");
  const turn = page.getByRole("form", { name: "Lượt tiếp theo" });
  await turn.getByRole("button", { name: "Ghi lượt ý kiến" }).click();
  await refused(page, "Ghi tên người phát biểu");
  await turn.getByLabel("Người phát biểu").fill("Ông Giơ Tay");
  await turn.getByLabel("Thôn, khu").fill("thon dau");
  await turn.getByRole("button", { name: "Ghi lượt ý kiến" }).click();
  const matter = page.getByRole("form", { name: /^Kiến nghị của/ });
  await matter.getByLabel("Nội dung kiến nghị").fill("Lắp đèn đường vào thôn.");
  await matter.getByLabel("Lĩnh vực").fill("chieu sang");
  await matter.getByRole("button", { name: "Ghi kiến nghị" }).click();
  const rulings = rulingForm(page);
  for (const left of [2, 1]) {
    await expect.poll(() => rulings.count()).toBe(left);
    await rulings.first().getByRole("button", { name: "Trả lời bằng văn bản" }).click();
  }
  await field(main(page), "Người dự").fill("120");
  await press(page, "Ghi số người dự");
  await follow(page, "Về trang hội nghị");
  await main(page)
    .getByRole("link", { name: /^Chờ kết luận 0/ })
    .waitFor();
}

async function countBallots(page: Page): Promise<void> {
  await follow(page, /^Nhập kết quả phiếu/);
  const counted = {
    "Phát ra": 100,
    "Thu về": 90,
    "Không thu về": 10,
    "Hợp lệ": 88,
    "Không hợp lệ": 3,
    "Rất hài lòng": 40,
    "Hài lòng": 40,
    "Bình thường": 8,
    "Không hài lòng": 0,
    "Rất không hài lòng": 0,
  };
  for (const [name, number] of Object.entries(counted))
    await main(page).getByLabel(name, { exact: true }).fill(String(number));
  await press(page, "Ghi kết quả kiểm phiếu");
  await errorSummary(page).waitFor();
  await expect.poll(() => main(page).getByLabel("Bình thường", { exact: true }).inputValue()).toBe("8");
  await main(page).getByLabel("Không hợp lệ", { exact: true }).fill("2");
  await press(page, "Ghi kết quả kiểm phiếu");
  await page.getByText("90,9 %").first().waitFor();
}

async function conclude(page: Page): Promise<void> {
  await menu(page, "Hội nghị");
  await follow(page, new RegExp(`^${asTyped(today)}`));
  await section(page, "Giấy tờ");
  await follow(page, "Biên bản");
  await page.getByRole("article").getByText("Lắp đèn đường vào thôn").first().waitFor();
  await section(page, "Thông báo kết luận");
  await press(page, "Soạn thông báo kết luận");
  await follow(page, "Xem lại và ban hành");
  await page.getByText("Chưa ban hành được").first().waitFor();
  await follow(page, /^Dòng 1 /);
  for (const save of ["Lưu và sang dòng sau", "Lưu dòng này"]) {
    await field(page, /^Cơ quan chủ trì/).selectOption({ label: "Sở Xây dựng" });
    await field(page, /^Thời hạn/).fill(asTyped(inDays(10)));
    await press(page, save);
  }
  await follow(page, "Xem lại và ban hành");
  await press(page, "Ban hành thông báo kết luận");
  await page.getByRole("article").getByText("Lắp đèn đường vào thôn").first().waitFor();
  await page.goBack();
  await expect
    .poll(
      () =>
        main(page)
          .getByRole("button", { name: /^Ban hành/ })
          .count(),
      { message: "issued once" },
    )
    .toBe(0);
  await follow(page, "Thông báo kết luận");
}

async function amendAndPublish(page: Page): Promise<void> {
  await press(page, "Soạn thông báo sửa đổi, bổ sung");
  await main(page).getByRole("link", { name: /^Sửa/ }).nth(1).click();
  await field(page, /^Thời hạn/).fill(asTyped(inDays(8)));
  await press(page, "Lưu dòng này");
  await follow(page, "Xem lại và ban hành");
  await page.getByText("1 việc được giao").first().waitFor();
  await press(page, "Ban hành thông báo kết luận");
  await follow(page, "Thông báo kết luận");
  await follow(page, "Công khai kết quả hội nghị");
  await follow(page, "Duyệt bản công khai");
  for (const box of await main(page)
    .getByRole("checkbox", { name: /^Duyệt/ })
    .all())
    await box.check();
  await press(page, "Duyệt các nội dung đã đánh dấu");
  await page
    .getByRole("cell", { name: /Đang giải quyết, hạn/ })
    .first()
    .waitFor();
  await field(page, /^Hình thức công khai/).fill("Niêm yết tại trụ sở");
  await press(page, "Ghi đã công khai");
  await page.getByText("Đã công khai ngày").first().waitFor();
}

const openAsked = async (page: Page) => {
  const line = main(page).getByRole("listitem").filter({ hasText: "Cống đầu thôn tắc" });
  await line.getByRole("link").first().click();
};

async function askForMoreTime(page: Page): Promise<void> {
  await openAsked(page);
  await follow(page, "Đề nghị gia hạn");
  await field(page, "Hạn mới").fill(asTyped(inDays(1)));
  await field(page, "Lý do").fill("Chờ thiết bị thuê ngoài");
  await press(page, "Đề nghị gia hạn");
  await refused(page, "phải sau hạn hiện nay");
  await expect.poll(() => field(page, "Lý do").inputValue()).toBe("Chờ thiết bị thuê ngoài");
  await field(page, "Hạn mới").fill(asTyped(inDays(20)));
  await press(page, "Đề nghị gia hạn");
  await page.getByText("Đã gửi đề nghị gia hạn").first().waitFor();
}

async function grant(page: Page): Promise<void> {
  const requests = partBelow(page, "Đề nghị gia hạn đang chờ");
  await requests.getByText("Quyết định").click();
  await requests.getByRole("button", { name: /^Cho gia hạn/ }).click();
  await page.getByText("Đã cho gia hạn").first().waitFor();
}

async function draftAnswer(page: Page): Promise<void> {
  await openAsked(page);
  await main(page)
    .getByText(asTyped(inDays(20)))
    .first()
    .waitFor();
  await follow(page, "Dự thảo trả lời");
  await field(page, "Đã làm xong").check();
  await field(page, "Kết luận, nội dung trả lời").fill(answer);
  await press(page, "Gửi dự thảo để duyệt");
  await page.getByText("chờ duyệt").first().waitFor();
}

async function approveAndIssue(page: Page): Promise<void> {
  await openAsked(page);
  await follow(page, "Duyệt dự thảo trả lời");
  await press(page, "Duyệt dự thảo trả lời");
  await follow(page, "Ban hành trả lời");
  await press(page, "Ban hành trả lời");
  await page.getByText("Đã ban hành trả lời").first().waitFor();
}

async function readOut(page: Page): Promise<void> {
  await follow(page, "Trang đọc cho bà con");
  await page.getByText(answer).waitFor();
  await press(page, "Đồng ý: đã xong");
  await page
    .getByText(/^(Đồng ý|Chưa đồng ý): /)
    .first()
    .waitFor();
}

async function confirm(page: Page, who: string): Promise<void> {
  await main(page)
    .getByRole("link", { name: /^Đã trả lời, chưa kết thúc|^Còn mở/ })
    .last()
    .click();
  await main(page)
    .getByRole("row")
    .filter({ hasText: "Cống đầu thôn tắc" })
    .getByRole("link")
    .first()
    .click();
  await follow(page, "Xác nhận kết quả");
  await press(page, "Xác nhận kết quả");
  await refused(page, "Người dân đánh giá");
  await field(page, who).check();
  await field(page, "Đã giải quyết, hài lòng").check();
  await press(page, "Xác nhận kết quả");
  await page
    .getByText(/đã ghi kết quả kiểm tra của Mặt trận/)
    .first()
    .waitFor();
}

async function close(page: Page): Promise<void> {
  await follow(page, "Kết thúc theo dõi");
  await press(page, "Kết thúc theo dõi");
  await page.getByText("Đã kết thúc theo dõi").first().waitFor();
}

async function nextTime(page: Page): Promise<void> {
  await menu(page, "Hội nghị");
  await follow(page, "Chuẩn bị hội nghị");
  await field(page, "Hình thức").selectOption({ label: "Đối thoại định kỳ" });
  await field(page, "Ngày tổ chức").fill(asTyped(inDays(30)));
  await field(page, "Chủ trì với tư cách").selectOption({ label: "Chủ tịch UBND" });
  await press(page, "Lưu, bắt đầu chuẩn bị");
  await section(page, "Chương trình");
  const first = main(page).getByRole("listitem").filter({ hasText: "Báo cáo kết quả giải quyết" });
  await expect.poll(() => first.innerText()).toMatch(/^1\./);
  await first.getByRole("link").click();
  const reported = page.getByRole("row").filter({ hasText: "Cống đầu thôn tắc" });
  await reported.getByText(answer).waitFor();
  await reported.getByText("Thôn Đầu, Xã Một Vòng").waitFor();
}

test("từ kế hoạch năm đến nội dung đầu tiên của hội nghị sau, mỗi người từ bàn làm việc của mình, không cần JavaScript", async () => {
  await at("secretary", async (page) => {
    await planAndPrepare(page);
    await inviteAndSetAgenda(page);
  });
  await at("village", villageAnswersAndCollects);
  await at("secretary", askForDraft);
  await at("agency", agencyDrafts);
  await at("secretary", recordInTheRoom);
  await at("front", countBallots);
  await at("secretary", async (page) => {
    await conclude(page);
    await amendAndPublish(page);
  });
  await at("agency", askForMoreTime);
  await at("chair", grant);
  await at("agency", draftAnswer);
  await at("chair", approveAndIssue);
  await at("village", readOut);
  await at("front", (page) => confirm(page, "Mặt trận"));
  await at("secretary", async (page) => {
    await menu(page, "Kiến nghị");
    await main(page)
      .getByRole("row")
      .filter({ hasText: "Cống đầu thôn tắc" })
      .getByRole("link")
      .first()
      .click();
    await close(page);
    await nextTime(page);
  });
}, 240_000);
