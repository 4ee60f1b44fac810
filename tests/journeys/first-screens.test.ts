import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, expectValidAt, launchBrowser, widths, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";

const iso = (days: number) =>
  Temporal.Now.zonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate().add({ days }).toString();
const written = (day: string) => day.split("-").toReversed().join("/");

let browser: Browser;
let office: Office;
let conference: string;
let held: string;
const codes: Record<string, string> = {};

const received = async (text: string, more = {}) => {
  const said = { unit: "MDA", village: "MDA-1", field: "giao_thong", received_on: iso(-40), text, ...more };
  return (await office.act("recommendation.receive", said)).code;
};
const move = (name: string, code: string | undefined, more: Record<string, unknown> = {}) =>
  office.act(`recommendation.${name}`, { recommendation: code, ...more });

async function assigned(text: string, due: number): Promise<string> {
  const code = await received(text);
  await move("assign", code, { on: iso(-39), lead: "MDA-KT", due: iso(due) });
  return code;
}

async function answered(text: string): Promise<string> {
  const code = await assigned(text, 5);
  const answer = { outcome: "done", text: `Xã đã làm xong: ${text}`, action: "Thay 12 bóng đèn" };
  await move("draft_answer", code, { ...answer, done_on: iso(-12), basis: "Nghị quyết 12/NQ-HĐND" });
  await move("approve_answer", code);
  await move("answer", code, { symbol: "15/UBND-KT" });
  return code;
}

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of [
    { code: "MDT", name: "Tỉnh Màn Đầu", kind: "province" },
    { code: "MDA", name: "Xã Màn Đầu", kind: "commune", parent: "MDT" },
    { code: "MDA-KT", name: "Phòng Kinh tế xã Màn Đầu", kind: "agency", parent: "MDA" },
    { code: "MDA-VH", name: "Phòng Văn hóa xã Màn Đầu", kind: "agency", parent: "MDA" },
    { code: "MDA-1", name: "Thôn Đầu", kind: "village", parent: "MDA" },
  ])
    await office.act("organization.create_unit", unit);
  const year = Number(iso(0).slice(0, 4));
  const { id: plan } = await office.act("planning.draft_plan", { unit: "MDT", year });
  await office.act("planning.change_draft", {
    plan,
    requirements: [{ unit: "MDA", required: 3 }],
    planned: [],
  });
  await office.act("planning.issue_plan", { plan, issued_on: `${year}-01-02`, symbol: "01-KH/TU" });
  const next = { unit: "MDA", form: "periodic", topic: "Đường sá, chiếu sáng", place: "Hội trường xã" };
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  conference = (await office.act("conference.prepare", { ...next, held_on: iso(12), chairs })).id;
  held = (await office.act("conference.record", { ...next, held_on: iso(-20), chairs })).id;
  codes.unruled = await received("Đề nghị mở rộng ngõ 5");
  codes.other = await received("Đề nghị làm rãnh thoát nước");
  codes.late = await assigned("Đề nghị sửa cầu", -3);
  codes.blocked = await assigned("Đề nghị kè suối", 20);
  await move("block", codes.blocked, { reason: "Chờ tỉnh bố trí vốn", review_on: iso(90) });
  codes.answered = await answered("Đề nghị thay đèn đường");
  for (const text of ["Sửa loa", "Vá đường", "Thông cống"]) {
    const code = await answered(text);
    await move("close", code);
    codes[text] = code;
  }
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const view = (storageState: SignedIn, more: object = {}) => ({
  storageState,
  viewport: { width: widths.desk, height: 900 },
  ...more,
});
const onPaper = { javaScriptEnabled: false, viewport: { width: widths.phone, height: 800 } };
const main = (page: Page) => page.getByRole("main");

describe("bàn làm việc của mỗi người là việc của họ", () => {
  test("thư ký: việc đến hạn, hội nghị sắp tới và việc còn phải chuẩn bị; giao, nhắc nhiều việc một lần; lưu bộ lọc", async () => {
    const signedIn = await office.person(browser, "office_secretary", "MDA", "thu.ky.man.dau");
    await office.person(browser, "agency_head", "MDA-KT", "truong.phong.man.dau");
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await page.getByRole("heading", { name: "Hội nghị sắp tới" }).waitFor();
      await expect
        .poll(() =>
          main(page)
            .getByText(/còn 12 ngày/)
            .count(),
        )
        .toBe(1);
      await expect
        .poll(() =>
          main(page)
            .getByText(/Việc chuẩn bị: đã xong 0\//)
            .count(),
        )
        .toBe(1);
      await expect
        .poll(() =>
          main(page)
            .getByRole("link", { name: /Chờ kết luận/ })
            .innerText(),
        )
        .toContain("2");
      await judge(page, "desk-secretary");
      await expectValidAt(page, "/desk");
      await main(page).getByRole("link", { name: "Chuẩn bị hội nghị" }).click();
      await page.waitForURL(`**/conferences/${conference}`);
    });
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto("/recommendations?status=awaiting_ruling");
      for (const code of [codes.unruled, codes.other])
        await page.getByLabel(`Chọn kiến nghị ${code}`).check();
      await page.getByRole("button", { name: "Giao việc" }).click();
      await page.waitForURL("**/recommendations/assign?**");
      await expectValidAt(page, page.url());
      await page.getByLabel("Cơ quan chủ trì", { exact: true }).selectOption("MDA-KT");
      await page.getByLabel("Hạn trả lời", { exact: true }).fill("31/02/2030");
      await page.getByRole("button", { name: "Giao các kiến nghị đã chọn" }).click();
      await errorSummary(page).waitFor();
      await expect
        .poll(() => page.getByLabel("Cơ quan chủ trì", { exact: true }).inputValue())
        .toBe("MDA-KT");
      await page
        .getByLabel("Hạn")
        .first()
        .fill(written(iso(9)));
      await page.getByRole("button", { name: "Giao các kiến nghị đã chọn" }).click();
      await page.getByText(/^Đã giao 2 kiến nghị cho /).waitFor();

      await page.goto("/recommendations?view=overdue");
      await page.getByLabel(`Chọn kiến nghị ${codes.late}`).check();
      await page.getByRole("button", { name: "Nhắc cơ quan chủ trì" }).click();
      await page.getByRole("button", { name: "Gửi lời nhắc" }).click();
      await page.getByText("Đã gửi 1 thông báo nhắc.").waitFor();

      await page.goto("/recommendations?view=overdue&lead=MDA-KT");
      await page.getByText("Lưu bộ lọc này").click();
      await page.getByLabel("Tên bộ lọc").fill("Phòng Kinh tế quá hạn");
      await page.getByRole("button", { name: "Lưu", exact: true }).click();
      await page.waitForURL("**/recommendations?view=overdue&lead=MDA-KT");
      await page.goto("/desk");
      await expect
        .poll(() => page.getByRole("link", { name: "Phòng Kinh tế quá hạn" }).getAttribute("href"))
        .toBe("/recommendations?view=overdue&lead=MDA-KT");
      await page.getByRole("button", { name: "Bỏ Phòng Kinh tế quá hạn" }).click();
      await page.waitForURL("**/desk");
      await expect.poll(() => page.getByRole("link", { name: "Phòng Kinh tế quá hạn" }).count()).toBe(0);
    });
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/recommendations");
      await judge(page, "matters-to-choose");
    });
  });

  test("người chủ trì: quá hạn theo cơ quan, vướng, kế hoạch và thực tế", async () => {
    const signedIn = await office.person(browser, "chairperson", "MDA", "chu.tich.man.dau");
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await expect
        .poll(() =>
          main(page)
            .getByRole("link", { name: /Vướng khách quan/ })
            .innerText(),
        )
        .toContain("1");
      await main(page)
        .getByRole("link", { name: /1 quá hạn\s*, Phòng Kinh tế/ })
        .waitFor();
      await judge(page, "desk-chair");
      await expectValidAt(page, "/desk");
      await main(page)
        .getByRole("link", { name: /phải tổ chức 3 hội nghị, đã tổ chức 1/ })
        .click();
      await page.waitForURL("**/plans/against?unit=MDA**");
      await main(page).getByText("01-KH/TU").first().waitFor();
    });
  });

  test("người chủ trì: quyết định đề nghị gia hạn ngay trên bàn làm việc, không cần JavaScript", async () => {
    const signedIn = await office.person(browser, "party_secretary", "MDA", "bi.thu.man.dau");
    const [granted, refused, decided] = [
      await assigned("Đề nghị xây nhà văn hóa", 4),
      await assigned("Đề nghị lắp camera", 5),
      await assigned("Đề nghị trồng cây", 6),
    ];
    for (const code of [granted, refused, decided])
      await move("ask_extension", code, { due: iso(30), reason: "Chờ thẩm định" });
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await main(page).getByText("Quyết định").first().click();
      await judge(page, "desk-extension");
      await expectValidAt(page, "/desk");
    });
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto("/desk");
      const item = (code: string) => main(page).getByRole("listitem").filter({ hasText: code });
      const open = (code: string) => item(code).getByText("Quyết định").click();
      await open(granted);
      await expect.poll(() => item(granted).getByLabel("Hạn mới").inputValue()).toBe(written(iso(30)));
      await item(granted)
        .getByRole("button", { name: /^Cho gia hạn/ })
        .click();
      await page.getByText(`Đã cho gia hạn kiến nghị ${granted}`).waitFor();
      await open(refused);
      await item(refused)
        .getByLabel("Hạn mới")
        .fill(written(iso(40)));
      await item(refused).getByRole("button", { name: "Không cho gia hạn" }).click();
      await errorSummary(page).getByText(/Lý do/).waitFor();
      await expect.poll(() => item(refused).getByLabel("Hạn mới").inputValue()).toBe(written(iso(40)));
      await item(refused).getByLabel("Lý do").fill("Việc gấp trước mùa mưa");
      await item(refused).getByRole("button", { name: "Không cho gia hạn" }).click();
      await page.getByText(`không đồng ý gia hạn kiến nghị ${refused}`).waitFor();
      await expect.poll(() => item(refused).count()).toBe(0);
      await open(decided);
      await item(decided).getByLabel("Lý do").fill("Đã có quỹ xã hội hóa");
      await move("refuse_extension", decided, { reason: "Người khác đã trả lời" });
      await item(decided).getByRole("button", { name: "Không cho gia hạn" }).click();
      await page.getByText(`Chưa ghi quyết định về ${decided}`).waitFor();
      await page.getByText("Đã có quỹ xã hội hóa").waitFor();
    });
  });

  test("cơ quan: việc theo hạn, dự thảo được yêu cầu; trả lời đủ kết luận, việc làm, ngày, căn cứ, minh chứng", async () => {
    const signedIn = await office.person(browser, "agency_officer", "MDA-KT", "chuyen.vien.man.dau");
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await main(page).getByRole("link", { name: codes.late!, exact: true }).waitFor();
      await judge(page, "desk-agency");
    });
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto(`/recommendations/${codes.late}/draft_answer`);
      await page.getByRole("radio").first().check();
      await page.getByLabel("Kết luận, nội dung trả lời").fill("Cầu đã sửa xong, đi lại được.");
      await page.getByLabel("Việc đã làm").fill("Thay 3 dầm thép");
      await page.getByLabel("Ngày hoàn thành").fill("30/02/2020");
      await page.getByRole("textbox", { name: /^Căn cứ/ }).fill("Quyết định 45/QĐ-UBND");
      await page.getByLabel("Minh chứng").fill("Biên bản nghiệm thu");
      const send = page.getByRole("button").filter({ hasText: /dự thảo/i });
      await send.click();
      await errorSummary(page).waitFor();
      await expect.poll(() => page.getByLabel("Việc đã làm").inputValue()).toBe("Thay 3 dầm thép");
      await page.getByLabel("Ngày hoàn thành").fill(written(iso(-1)));
      await send.click();
      await page.waitForURL(`**/recommendations/${codes.late}`);
      const said = await page.locator("#draft-title ~ * dd").allInnerTexts();
      expect(said).toEqual([
        "Thay 3 dầm thép",
        written(iso(-1)),
        "Quyết định 45/QĐ-UBND",
        "Biên bản nghiệm thu",
      ]);
      await expectValidAt(page, `/recommendations/${codes.late}`);
    });
  });

  test("dự thảo bị gửi trả: người gửi trả thấy dự thảo, người viết lại thấy kết luận và điều phải sửa", async () => {
    const code = await received("Kênh mương tắc, đề nghị nạo vét");
    const ruling = { ruling: "written_answer", text: "Nạo vét trước vụ mùa" };
    await move("rule", code, { on: iso(-39), ...ruling });
    await move("assign", code, { on: iso(-38), lead: "MDA-KT", due: iso(6) });
    await move("draft_answer", code, { outcome: "done", text: "Mương đã nạo vét xong." });
    const chair = await office.person(browser, "chairperson", "MDA", "chu.tich.gui.tra");
    await withPage(browser, view(chair, onPaper), async (page) => {
      await page.goto(`/recommendations/${code}/send_back`);
      await main(page).getByText("Mương đã nạo vét xong.").waitFor();
      await main(page).getByText(ruling.text).waitFor();
    });
    await move("send_back", code, { reason: "Nói rõ nạo vét bao nhiêu mét" });
    const writer = await office.person(browser, "office_secretary", "MDA", "thu.ky.viet.lai");
    await withPage(browser, view(writer), async (page) => {
      await page.goto(`/recommendations/${code}/draft_answer`);
      await main(page).getByText("Nói rõ nạo vét bao nhiêu mét").waitFor();
      await main(page).getByText("Cần sửa gì").waitFor();
      await main(page).getByText(ruling.text).waitFor();
      await expect
        .poll(() => page.getByLabel("Kết luận, nội dung trả lời").inputValue())
        .toBe("Mương đã nạo vét xong.");
      await judge(page, "draft-sent-back");
      await expectValidAt(page, `/recommendations/${code}/draft_answer`);
    });
  });

  test("trưởng thôn: trang đọc cho bà con, ghi ý kiến thay người không có điện thoại, ghi kiến nghị cho hội nghị tới", async () => {
    const signedIn = await office.person(browser, "village_head", "MDA-1", "truong.thon.man.dau");
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await judge(page, "desk-village");
      await main(page).getByRole("link", { name: "Trang đọc cho bà con" }).click();
      await page.waitForURL("**/desk/read-out");
      await main(page).getByText("Phòng Kinh tế xã Màn Đầu trả lời").first().waitFor();
      await main(page).getByText("Thay 12 bóng đèn").first().waitFor();
      await judge(page, "read-out");
      await expectValidAt(page, "/desk/read-out");
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.getByRole("button", { name: "Chưa đồng ý" }).count()).toBe(0);
    });
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto("/desk/read-out");
      const article = page.getByRole("article").filter({ hasText: codes.answered! });
      await article.getByRole("textbox", { name: "Bà con nói gì" }).fill("Cụ Năm bảo đèn đã sáng");
      await article.getByRole("button", { name: /^Đồng ý/ }).click();
      await page
        .getByText(`Đồng ý: đã ghi ý kiến của bà con về kết quả của kiến nghị ${codes.answered}.`)
        .waitFor();
      await expect.poll(() => page.getByRole("article").filter({ hasText: codes.answered! }).count()).toBe(0);
      await main(page).getByRole("link", { name: "Ghi kiến nghị cho hội nghị tới" }).click();
      await page.waitForURL(`**/conferences/${conference}/collected`);
    });
  });

  test("Mặt trận: lấy mẫu ngẫu nhiên, mở lại đúng mẫu ấy, ghi đã giải quyết, ghi chưa giải quyết thì mở lại", async () => {
    const signedIn = await office.person(browser, "front_officer", "MDA", "mat.tran.man.dau");
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/desk");
      await judge(page, "desk-front");
      await main(page)
        .getByRole("link", { name: /^Nhập kết quả phiếu/ })
        .click();
      await page.waitForURL(`**/conferences/${held}/ballot`);
      await page.goto("/desk");
      await main(page).getByRole("link", { name: "Xem mọi hội nghị chưa nhập kết quả phiếu" }).click();
      await page.getByText("Chỉ các hội nghị đã diễn ra mà chưa nhập").waitFor();
      await expect.poll(() => page.getByRole("row").count()).toBe(2);
      await page.goto("/desk");
      await main(page).getByRole("link", { name: "Lấy mẫu kiểm tra" }).click();
      await page.waitForURL("**/desk/sample?n=10&seed=**");
      await main(page).getByText("Lấy 4 trong 4 kiến nghị đã trả lời hoặc kết thúc.").waitFor();
      await judge(page, "sample");
      await expectValidAt(page, page.url());
    });
    const drawn = (page: Page) =>
      page.getByRole("article").getByRole("heading").getByRole("link").allInnerTexts();
    const articleOf = (page: Page, code: string) => page.getByRole("article").filter({ hasText: code });
    let address = "";
    let codesDrawn: string[] = [];
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto("/desk/sample?n=2");
      address = page.url();
      codesDrawn = await drawn(page);
      const [one, other] = codesDrawn as [string, string];
      const article = (code: string) => articleOf(page, code);
      await article(one).getByRole("button", { name: "Đã giải quyết thật" }).click();
      await page.getByText(`đã ghi kết quả kiểm tra của Mặt trận đối với kiến nghị ${one}`).waitFor();
      expect(new URL(page.url()).hash).toBe(`#sampled-${other}`);
      await article(other).getByRole("button", { name: "Chưa giải quyết: mở lại" }).click();
      await errorSummary(page).waitFor();
      // Nothing was written without words: a finding cannot be taken back.
      await expect.poll(() => article(other).getByText("Chưa kiểm tra").count()).toBe(1);
    });
    await withPage(browser, view(signedIn), async (page) => {
      const [, other] = codesDrawn as [string, string];
      const article = articleOf(page, other);
      await page.goto(address);
      await article.getByRole("button", { name: "Chưa giải quyết: mở lại" }).click();
      await errorSummary(page).getByText("Ghi rõ thấy gì khi kiểm tra").waitFor();
      await article.getByRole("textbox", { name: "Thấy gì khi kiểm tra" }).fill("Đến nơi thấy chưa làm");
      await article.getByRole("button", { name: "Chưa giải quyết: mở lại" }).click();
      await page.getByText(`đã ghi kết quả kiểm tra của Mặt trận đối với kiến nghị ${other}`).waitFor();
      await page.goto(address);
      expect(await drawn(page)).toEqual(codesDrawn);
      await expect.poll(() => article.getByText("Mặt trận: chưa giải quyết").count()).toBe(1);
      await page.goto(`/recommendations/${other}`);
      await page.getByText("Đến nơi thấy chưa làm").first().waitFor();
    });
  });

  test("thư ký: giao cả một danh sách dài hơn một trang, có phối hợp; việc không giao được thì nói ở từng việc", async () => {
    const signedIn = await office.person(browser, "office_secretary", "MDA", "thu.ky.hai.man.dau");
    const long: string[] = [];
    for (let at = 0; at < 22; at++)
      long.push(await received(`Đề nghị lắp đèn ngõ ${at}`, { field: "dien_chieu_sang_vien_thong" }));
    await withPage(browser, view(signedIn), async (page) => {
      await page.goto("/recommendations/assign?all=yes&field=dien_chieu_sang_vien_thong");
      await judge(page, "assign-whole-list");
    });
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      await page.goto("/recommendations?field=dien_chieu_sang_vien_thong");
      await page.getByRole("link", { name: "Giao việc cả danh sách" }).click();
      await page
        .getByText("Danh sách có 22 kiến nghị, trong đó chọn 22 kiến nghị làm được việc này.")
        .waitFor();
      await expectValidAt(page, page.url());
      await page.getByLabel("Cơ quan chủ trì", { exact: true }).selectOption("MDA-KT");
      await page.getByLabel("Hạn trả lời", { exact: true }).fill(written(iso(9)));
      await page.getByRole("checkbox", { name: "Phòng Văn hóa xã Màn Đầu" }).check();
      await page.getByLabel("Nhiệm vụ").nth(1).fill("Vẽ sơ đồ các ngõ");
      await move("reject", long[3], { reason: "Ghi hai lần" });
      const send = page.getByRole("button", { name: "Giao các kiến nghị đã chọn" });
      await send.click();
      await errorSummary(page)
        .getByText(new RegExp(`^${long[3]}: `))
        .waitFor();
      await expect.poll(() => page.getByLabel("Nhiệm vụ").nth(1).inputValue()).toBe("Vẽ sơ đồ các ngõ");
      await send.click();
      await page.getByText(/^Đã giao 21 kiến nghị cho /).waitFor();
      await page.goto(`/recommendations/${long[7]}`);
      await page.getByText("Vẽ sơ đồ các ngõ").first().waitFor();
      await page.goto("/recommendations?field=dien_chieu_sang_vien_thong");
      await page.getByRole("link", { name: "Nhắc cả danh sách" }).click();
      await page.getByText("Danh sách có 22 kiến nghị, trong đó chọn 21").waitFor();
      await page.getByRole("button", { name: "Gửi lời nhắc" }).click();
      await page.getByText("Đã gửi 42 thông báo nhắc.").waitFor();
    });
  });

  test("người quản trị ở trung ương: thêm, đổi tên, thôi dùng một lĩnh vực; quản trị ở tỉnh chỉ xem", async () => {
    const centre = await office.person(browser, "administrator", "VN", "quan.tri.man.dau");
    await withPage(browser, view(centre, onPaper), async (page) => {
      await page.goto("/administration/fields");
      await page.getByRole("link", { name: "Thêm lĩnh vực" }).click();
      await page.getByLabel("Tên lĩnh vực").fill("Chuyển đổi số thử");
      await page.getByRole("button", { name: "Thêm lĩnh vực" }).click();
      await page.getByText("Đã thêm lĩnh vực “Chuyển đổi số thử”.").waitFor();
      await page.getByRole("link", { name: "Sửa Chuyển đổi số thử" }).click();
      await page.getByLabel("Ngày cuối cùng còn dùng").fill(written(iso(3)));
      await page.getByRole("button", { name: "Thôi dùng" }).click();
      await page.getByText(/^Lĩnh vực “Chuyển đổi số thử” dùng đến hết ngày /).waitFor();
    });
    await withPage(browser, view(centre), async (page) => {
      await page.goto("/administration/fields");
      await judge(page, "fields");
      await expectValidAt(page, "/administration/fields");
      await page.goto("/administration/fields/giao_thong");
      await judge(page, "field");
      await page.goto("/desk");
      await judge(page, "desk-administrator");
    });
    const province = await office.person(browser, "administrator", "MDT", "quan.tri.tinh.man.dau");
    await withPage(browser, view(province), async (page) => {
      await page.goto("/administration/fields");
      await expect.poll(() => page.getByRole("link", { name: "Thêm lĩnh vực" }).count()).toBe(0);
      expect((await page.request.get("/administration/fields/new")).status()).toBe(403);
    });
  });

  test("mỗi danh sách tải về được thành bảng và tệp CSV đúng như đang lọc, và lưu được bộ lọc của mình", async () => {
    const signedIn = await office.person(browser, "statistician", "MDA", "thong.ke.man.dau");
    const year = iso(0).slice(0, 4);
    const cases = `unit=MDA&from=${iso(-60)}&to=${iso(0)}&figure=received`;
    await withPage(browser, view(signedIn, onPaper), async (page) => {
      for (const [path, file] of [
        ["/recommendations?status=in_hand", "kien-nghi-"],
        ["/conferences?life=held", "hoi-nghi-"],
        [`/plans?year=${year}`, "ke-hoach-"],
        [`/plans/against?unit=MDA&year=${year}`, "ke-hoach-va-thuc-te-"],
        ["/documents?side=party", "so-van-ban-"],
        [`/reports/cases?${cases}`, "danh-sach-tiep-nhan-"],
      ] as const) {
        await page.goto(path);
        await page.getByText("Lưu bộ lọc này").click();
        await page.getByRole("button", { name: "Lưu", exact: true }).click();
        await page.getByText("Cần điền mục này.").first().waitFor();
        await page.getByLabel("Tên bộ lọc").fill(`Bộ lọc ${file}`);
        await page.getByRole("button", { name: "Lưu", exact: true }).click();
        await page.waitForURL((url) => url.pathname + url.search === path);
        await expect
          .poll(() => page.getByRole("link", { name: `Bộ lọc ${file}` }).getAttribute("href"))
          .toBe(path);
        const files = page.getByText("Tải về", { exact: true });
        if ((await files.count()) === 0) continue;
        await files.click();
        for (const [name, ending, first] of [
          ["Tải bảng Excel", "xlsx", "PK"],
          ["Tải tệp CSV", "csv", "\ufeff"],
        ] as const) {
          const href = (await page.getByRole("link", { name }).getAttribute("href"))!;
          const response = await page.request.get(href);
          expect(response.headers()["content-disposition"], href).toMatch(
            new RegExp(`"${file}.*\\.${ending}"`),
          );
          expect((await response.body()).toString("utf8").startsWith(first), href).toBe(true);
        }
      }
      const [held, all] = await Promise.all(
        ["/conferences/export.csv?life=held", "/conferences/export.csv"].map(async (path) =>
          (await (await page.request.get(path)).text()).trimEnd().split("\r\n"),
        ),
      );
      expect([held!.length, all!.length]).toEqual([2, 3]);
      await page.goto("/desk");
      await page.getByRole("link", { name: "Bộ lọc hoi-nghi-" }).click();
      await page.waitForURL("**/conferences?life=held");
    });
  });
});
