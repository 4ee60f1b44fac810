import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, withPage } from "../support/browser.ts";
import { judge, openOffice, type Office, type SignedIn } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";
import { paragraphsOf, partsOf } from "../support/word-file.ts";

const units = [
  { code: "CVT", name: "Tỉnh Công Văn", kind: "province" },
  { code: "CVT-X", name: "Xã Công Văn", kind: "commune", parent: "CVT" },
  { code: "CVT-X-KT", name: "Phòng Kinh tế xã Công Văn", kind: "agency", parent: "CVT-X" },
  { code: "CVT-X-1", name: "Thôn Đông", kind: "village", parent: "CVT-X" },
];
const text = "Sửa đoạn đường bị lún trước cổng trường.";
const denounced = "Ông X nhận tiền của các hộ dân.";
const days = (count: number) => Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").add({ days: count }).toString();

let browser: Browser;
let office: Office;
const people: Record<"secretary" | "reviewer" | "agency", SignedIn> = {} as never;
let matter: string;
let routed: string;

beforeAll(async () => {
  [browser, office] = [await launchBrowser(), await openOffice()];
  for (const unit of units) await office.act("organization.create_unit", unit);
  people.secretary = await office.person(browser, "office_secretary", "CVT-X", "van.phong.cong.van");
  people.reviewer = await office.person(browser, "complaint_reviewer", "CVT-X", "xem.xet.cong.van");
  people.agency = await office.person(browser, "agency_head", "CVT-X-KT", "kinh.te.cong.van");
  matter = await received({ text });
  const assigned = { recommendation: matter, lead: "CVT-X-KT", on: days(-20), due: days(-4) };
  await office.act("recommendation.assign", assigned);
  routed = await received({ text: denounced, kind: "denunciation" });
  await office.act("recommendation.route_out", { recommendation: routed, to: "Thanh tra tỉnh Công Văn" });
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

async function received(said: Record<string, unknown>): Promise<string> {
  const place = { unit: "CVT-X", village: "CVT-X-1", field: "giao_thong", received_on: days(-30) };
  const { code } = await office.act("recommendation.receive", { ...place, raised_by: "Bà Đông", ...said });
  return code;
}

const as = (who: keyof typeof people, steps: (page: Page) => Promise<void>) =>
  withPage(browser, { storageState: people[who] }, steps);

async function wordOf(page: Page, address: string): Promise<string> {
  const file = await page.request.get(address);
  expect(file.headers()["content-type"]).toContain("wordprocessingml");
  return paragraphsOf(partsOf(await file.body()).get("word/document.xml")!).join("\n");
}

const pdfStarts = async (page: Page, address: string) => {
  const file = await page.request.get(address);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  return (await file.body()).subarray(0, 5).toString();
};

describe("Văn bản về một kiến nghị", () => {
  test(
    "văn phòng mở kiến nghị quá hạn, xem dự thảo công văn đôn đốc, tải về, rồi ban hành lấy số",
    () =>
      as("secretary", async (page) => {
        await page.goto(`/recommendations/${matter}`);
        await page.getByRole("link", { name: "Văn bản về kiến nghị này" }).click();
        await page.getByRole("link", { name: "Công văn giao việc" }).waitFor();
        await judge(page, "matter-papers");
        await page.getByRole("link", { name: "Công văn đôn đốc" }).click();
        const sheet = page.getByRole("article");
        await sheet.getByText(text).waitFor();
        await expect.poll(() => sheet.innerText()).toContain("đã quá hạn 4 ngày");
        expect(await faultsOfHtml(await (await page.request.get(page.url())).text())).toEqual([]);
        await judge(page, "matter-paper");
        expect(await pdfStarts(page, `${page.url()}/document.pdf`)).toBe("%PDF-");
        const draft = await wordOf(page, `${page.url()}/document.docx?side=party`);
        expect(draft).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
        expect(draft).toContain(text);
        await page.getByRole("button", { name: "Ban hành và cấp số" }).click();
        await page.getByText(/^Đã ban hành công văn .* số 01\/UBND-VP về kiến nghị /).waitFor();
        await page.getByRole("link", { name: "01/UBND-VP" }).click();
        await page.getByRole("heading", { level: 1, name: "01/UBND-VP" }).waitFor();
        expect(await wordOf(page, `${page.url()}/document.docx`)).toContain("Số: 01/UBND-VP");
      }),
    120_000,
  );

  test("không có JavaScript: số sai thể thức bị từ chối tại ô, bên ban hành và chữ đã gõ còn nguyên", () =>
    withPage(browser, { storageState: people.secretary, javaScriptEnabled: false }, async (page) => {
      await page.goto(`/recommendations/${matter}/papers/assignment_letter?side=party`);
      await page.getByLabel("Số, ký hiệu đã có").fill("không phải số");
      await page.getByRole("button", { name: "Ban hành và cấp số" }).click();
      await errorSummary(page).waitFor();
      await expect.poll(() => page.getByLabel("Số, ký hiệu đã có").inputValue()).toBe("không phải số");
      await expect.poll(() => page.getByRole("article").innerText()).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
    }));

  test("phiếu chuyển do người xem xét lập, không nêu nội dung; người khác không mở được", async () => {
    await as("reviewer", async (page) => {
      await page.goto(`/recommendations/${routed}/papers/transfer_slip`);
      const sheet = page.getByRole("article");
      await sheet.getByText("Thanh tra tỉnh Công Văn").first().waitFor();
      await expect.poll(() => sheet.innerText()).not.toContain("nhận tiền");
      await page.getByRole("button", { name: "Ban hành và cấp số" }).click();
      await page.getByText(/^Đã ban hành phiếu chuyển số 01\/PC-UBND về kiến nghị /).waitFor();
    });
    await as("secretary", async (page) => {
      for (const address of ["papers", "papers/transfer_slip", "papers/transfer_slip/document.pdf"])
        expect((await page.request.get(`/recommendations/${routed}/${address}`)).status()).toBe(403);
      expect(await (await page.request.get("/documents")).text()).not.toContain("01/PC-UBND");
    });
    await as("agency", async (page) => {
      expect((await page.request.get(`/recommendations/${matter}/papers`)).status()).toBe(403);
    });
  });
});

describe("Sổ và báo cáo", () => {
  test(
    "sổ theo dõi in theo đúng bộ lọc, việc đã chuyển chỉ còn mã và ngày",
    () =>
      as("secretary", async (page) => {
        await page.goto("/recommendations?unit=CVT-X");
        await page.getByText("Tải về", { exact: true }).click();
        const link = page.getByRole("link", { name: "Sổ theo dõi (PDF)" });
        const address = (await link.getAttribute("href"))!;
        expect(await pdfStarts(page, address)).toBe("%PDF-");
        const book = await wordOf(page, address.replace(".pdf", ".docx"));
        expect(book).toContain("SỔ THEO DÕI KIẾN NGHỊ");
        expect(book).toContain(text);
        expect(book).toContain(routed);
        expect(book).toContain("Đã chuyển theo quy định.");
        expect(book).not.toContain("nhận tiền");
        const overdue = await wordOf(page, `/recommendations/register-book.docx?unit=CVT-X&view=overdue`);
        expect([overdue.includes(matter), overdue.includes(routed)]).toEqual([true, false]);
        const sheet = await page.request.get(address.replace(".pdf", ".xlsx"));
        expect((await sheet.body()).subarray(0, 2).toString()).toBe("PK");
        await judge(page, "matters-with-book");
      }),
    120_000,
  );

  test(
    "báo cáo định kỳ tải được thành văn bản; đơn vị khác thì không",
    () =>
      as("secretary", async (page) => {
        await page.goto("/reports");
        await page.getByText("Tải về", { exact: true }).click();
        const address = (await page.getByRole("link", { name: "Tải báo cáo Word" }).getAttribute("href"))!;
        const report = await wordOf(page, address);
        expect(report).toContain("BÁO CÁO");
        expect(report).toContain("Xã Công Văn: từ ngày 01/01/2026");
        expect(await pdfStarts(page, address.replace(".docx", ".pdf"))).toBe("%PDF-");
        await judge(page, "reports-with-papers");
        const other = address.replace("unit=CVT-X", "unit=CVT");
        expect((await page.request.get(other)).status()).toBe(404);
      }),
    120_000,
  );
});
