import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import writeExcelFile from "write-excel-file/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inheritedEnvironment } from "#env";
import { expectAccessible } from "../support/accessible.ts";
import {
  errorSummary,
  expectNoSidewaysScroll,
  launchBrowser,
  screenshot,
  scriptStarted,
  visit,
  widths,
  withPage,
} from "../support/browser.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const password = "một câu dài dễ nhớ khác";
const username = "quan.tri.don.vi";
const commune = "00226";
const judged = [widths.phone, widths.desk];

let browser: Browser;
let cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

beforeAll(async () => {
  browser = await launchBrowser();
  await command("units", "load-vietnam");
  const link = new URL((await command("user", "invite-admin")).trim()).pathname;
  await withPage(browser, view(widths.desk), async (page) => {
    await accept(page, link);
    await signIn(page);
    cookies = await page.context().cookies();
  });
}, 180_000);
afterAll(() => browser.close());

/** As whoever keeps the machine gives it, beside the running application. */
async function command(...args: string[]): Promise<string> {
  const env = { ...inheritedEnvironment(), DATA_DIR: inject("dataFolder"), LOG_LEVEL: "warn" };
  const { stdout } = await promisify(execFile)(process.execPath, ["cli/main.ts", ...args], {
    cwd: root,
    env,
  });
  return stdout;
}

async function accept(page: Page, path: string) {
  await page.goto(path);
  await page.getByLabel("Họ và tên").fill("Người quản trị đơn vị");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Mời đăng nhập").waitFor();
}

async function signIn(page: Page) {
  await page.goto("/sign-in?next=/units");
  const main = page.getByRole("main");
  await main.getByLabel("Tên đăng nhập").fill(username);
  await main.getByLabel("Mật khẩu").fill(password);
  await main.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname === "/units");
}

const view = (width: number, more: BrowserContextOptions = {}) => ({
  viewport: { width, height: 900 },
  ...more,
});
const withoutScript = { javaScriptEnabled: false };

function signedIn(options: BrowserContextOptions, steps: (page: Page) => Promise<void>) {
  return withPage(browser, options, async (page) => {
    await page.context().addCookies(cookies);
    await steps(page);
  });
}

async function judge(page: Page, name: string) {
  for (const width of judged) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, `units-${name}-${width}`);
  }
}

test("người chưa đăng nhập được mời đăng nhập rồi trở lại đúng trang", async () => {
  const response = await fetch(`${inject("baseURL")}/units/${commune}?on=2025-07-01`, { redirect: "manual" });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`/sign-in?next=%2Funits%2F${commune}%3Fon%3D2025-07-01`);
});

describe("xem đơn vị theo ngày", () => {
  test("Tỉnh Bắc Giang còn ở ngày 30/6/2025, hôm sau thì không", async () => {
    await signedIn(view(widths.desk), async (page) => {
      const province = page.getByRole("link", { name: "Tỉnh Bắc Giang", exact: true });
      await visit(page, "/units?on=2025-06-30");
      await province.waitFor();
      await visit(page, "/units?on=2025-07-01");
      await page.getByRole("link", { name: "Tỉnh Bắc Ninh", exact: true }).waitFor();
      await expect.poll(() => province.count()).toBe(0);
      await judge(page, "top");
    });
  });

  test("Phường Thổ Quan: tìm không dấu, thấy nay là Văn Miếu - Quốc Tử Giám, không cần JavaScript", async () => {
    await signedIn(view(widths.phone, withoutScript), async (page) => {
      await page.goto("/units");
      await page.getByLabel("Tìm đơn vị").fill("tho quan");
      await page.getByRole("button", { name: "Lọc" }).click();
      await page.getByRole("link", { name: "Phường Thổ Quan" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Phường Thổ Quan" }).waitFor();
      const warning = page.getByText("đơn vị này không tồn tại");
      await warning.waitFor();
      await page.getByRole("link", { name: "Phường Văn Miếu - Quốc Tử Giám" }).first().click();
      await page.getByRole("heading", { level: 1, name: "Phường Văn Miếu - Quốc Tử Giám" }).waitFor();
      await page.getByRole("navigation", { name: "Đường dẫn trang" }).getByText("Thành phố Hà Nội").waitFor();
    });
    await signedIn(view(widths.desk), async (page) => {
      await visit(page, "/units?q=tho+quan");
      await judge(page, "found");
      await visit(page, "/units/00205-2025");
      await judge(page, "ended");
    });
  });

  test("ngày gõ sai được giữ lại và chỉ rõ", async () => {
    await signedIn(view(widths.phone), async (page) => {
      await visit(page, "/units?on=31/02/2025");
      await page.getByText("“31/02/2025” không phải một ngày trong lịch.").waitFor();
      await expect.poll(() => page.getByLabel("Xem vào ngày").inputValue()).toBe("31/02/2025");
      await expectAccessible(page);
    });
  });
});

describe("giữ đơn vị, con người và chức vụ", () => {
  test("đổi tên một xã từ một ngày; tên cũ vẫn giữ cho những ngày trước", async () => {
    await signedIn(view(widths.phone, withoutScript), async (page) => {
      await page.goto("/units/00199/rename");
      await page.getByLabel("Tên mới", { exact: true }).fill("Phường Láng Mới");
      await page.getByLabel("Mang tên mới từ ngày").fill("");
      await page.getByRole("button", { name: "Đổi tên" }).click();
      await errorSummary(page).waitFor();
      await expect
        .poll(() => page.getByLabel("Tên mới", { exact: true }).inputValue())
        .toBe("Phường Láng Mới");
      await page.getByLabel("Mang tên mới từ ngày").fill("2026-01-01");
      await page.getByRole("button", { name: "Đổi tên" }).click();
      await page.getByRole("heading", { level: 1, name: "Phường Láng Mới" }).waitFor();
      await page.goto("/units/00199?on=2025-12-31");
      await page.getByRole("heading", { level: 1, name: "Phường Láng", exact: true }).waitFor();
    });
  });

  test("thêm người, giao chức vụ, bàn giao, thôi giữ", async () => {
    await signedIn(view(widths.desk), async (page) => {
      await add(page, "Nguyễn Văn Thử");
      await add(page, "Trần Thị Thử");
      await page.getByRole("link", { name: "Giao chức vụ" }).click();
      await page.getByLabel("Chức vụ", { exact: true }).selectOption({ label: "Bí thư cấp ủy" });
      await page.getByLabel("Mã đơn vị").fill("KHONG-CO");
      await page.getByRole("button", { name: "Giao chức vụ" }).click();
      await page.getByRole("link", { name: "Không có đơn vị nào mang mã “KHONG-CO”." }).waitFor();
      await judge(page, "appoint-refused");
      await page.getByLabel("Mã đơn vị").fill(commune);
      await page.getByRole("button", { name: "Giao chức vụ" }).click();
      await page.getByText("Đang giữ").waitFor();
      await judge(page, "person");
      await page.getByRole("link", { name: "Bàn giao" }).click();
      // The first thirty are offered; on a register with more people one looks for the name.
      await page.getByLabel("Tìm theo tên").fill("nguyen van thu");
      await page.getByRole("button", { name: "Lọc" }).click();
      await page.waitForURL(/q=nguyen/);
      await page.getByRole("radio", { name: "Nguyễn Văn Thử" }).check();
      await page.getByLabel("Ngày bàn giao").fill("2030-01-01");
      await judge(page, "hand-over");
      await page.getByRole("button", { name: "Bàn giao" }).click();
      await page.getByRole("heading", { level: 1, name: "Nguyễn Văn Thử" }).waitFor();
      await page.getByText("Sắp giữ").waitFor();
      await page.getByRole("link", { name: "Thôi giữ chức vụ" }).click();
      await page.getByLabel("Ngày cuối cùng giữ chức vụ").fill("2030-12-31");
      await page.getByRole("button", { name: "Thôi giữ chức vụ" }).click();
      await page.getByText("01/01/2030 – 31/12/2030").waitFor();
      await visit(page, `/units/${commune}`);
      await page.getByRole("link", { name: "Trần Thị Thử" }).waitFor();
      await judge(page, "unit");
    });
  });

  async function add(page: Page, name: string) {
    await visit(page, "/administration/people/new");
    await scriptStarted(page);
    await page.getByLabel("Họ và tên").fill(name);
    await page.getByRole("button", { name: "Thêm người" }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
  }

  test("các trang quản trị đọc được trên điện thoại và máy bàn", async () => {
    await signedIn(view(widths.desk), async (page) => {
      for (const [name, path] of [
        ["administration", "/administration"],
        ["people", "/administration/people"],
        ["new", `/administration/units/new?parent=${commune}`],
        ["arrange", `/units/${commune}/arrange`],
        ["national", "/administration/national"],
        ["below", "/units/01/below?kind=commune"],
      ] as const) {
        await visit(page, path);
        await judge(page, name);
      }
    });
  });
});

describe("nhập thôn, cơ quan từ Excel", () => {
  const headings = ["Mã đơn vị", "Tên đầy đủ", "Loại", "Mã đơn vị cấp trên", "Từ ngày", "Đến ngày"];
  const upload = async (page: Page, rows: (string | null)[][]) => {
    const buffer = await writeExcelFile([headings, ...rows]).toBuffer();
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await page.getByLabel("Tệp Excel").setInputFiles({ name: "thon.xlsx", mimeType, buffer });
    await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
  };

  test("ô sai được chỉ ngay tại ô; sửa xong thì ghi tất cả một lần", async () => {
    await signedIn(view(widths.desk), async (page) => {
      await visit(page, `/administration/units/import?under=${commune}`);
      await upload(page, [
        ["VM-1", "Tổ dân phố số 1", "Tổ dân phố", null, "31/2/2026", null],
        ["VM-1", "Tổ dân phố số 2", "Làng nghề", "KHONG", null, null],
      ]);
      await page.getByRole("heading", { name: "4 ô cần sửa; chưa ghi gì" }).waitFor();
      await page.getByRole("cell", { name: "“31/2/2026” không phải một ngày" }).waitFor();
      await judge(page, "verdict");
      await upload(page, [
        ["VM-1", "Tổ dân phố số 1", "Tổ dân phố", null, "01/07/2025", null],
        ["VM-2", "Phòng Kinh tế", "Phòng", null, null, null],
      ]);
      await page.getByRole("heading", { name: "2 dòng, không có lỗi" }).waitFor();
      await page.getByRole("button", { name: "Ghi 2 đơn vị" }).click();
      await page.getByRole("heading", { level: 1, name: "Phường Văn Miếu - Quốc Tử Giám" }).waitFor();
      await page.getByRole("link", { name: "Tổ dân phố số 1" }).waitFor();
    });
  });

  test("tệp không phải bảng tính được từ chối bằng một câu", async () => {
    await signedIn(view(widths.phone, withoutScript), async (page) => {
      await page.goto("/administration/units/import");
      const file = { name: "thon.xlsx", mimeType: "text/plain", buffer: Buffer.from("không phải bảng tính") };
      await page.getByLabel("Tệp Excel").setInputFiles(file);
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
      await page.getByRole("link", { name: "Không đọc được tệp này." }).waitFor();
    });
  });

  test("tệp mẫu tải về rồi nộp lại: các dòng ví dụ không được nhập", async () => {
    await signedIn(view(widths.desk), async (page) => {
      const response = await page.request.get("/administration/units/template.xlsx");
      expect(response.headers()["content-disposition"]).toContain("don-vi.xlsx");
      await visit(page, `/administration/units/import?under=${commune}`);
      const buffer = await response.body();
      await page
        .getByLabel("Tệp Excel")
        .setInputFiles({ name: "don-vi.xlsx", mimeType: "application/zip", buffer });
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
      await page.getByRole("link", { name: "chưa có dòng nào" }).waitFor();
    });
  });

  test("sắp xếp tổ dân phố từ Excel: ô sai được chỉ tại ô, đúng hết mới ghi", async () => {
    const headings = [
      "Hình thức",
      "Mã các đơn vị cũ",
      "Mã đơn vị sau sắp xếp",
      "Tên đơn vị mới",
      "Ngày sắp xếp",
      "Số văn bản",
    ];
    const submit = async (page: Page, ...rows: (string | null)[][]) => {
      const buffer = await writeExcelFile([headings, ...rows]).toBuffer();
      const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      await page.getByLabel("Tệp Excel").setInputFiles({ name: "sap-xep.xlsx", mimeType, buffer });
      await page.getByRole("button", { name: "Kiểm tra tệp" }).click();
    };
    await signedIn(view(widths.desk), async (page) => {
      const template = await page.request.get("/administration/units/template.xlsx?kind=successions");
      expect(template.headers()["content-disposition"]).toContain("sap-xep.xlsx");
      await visit(page, `/administration/units/import?under=${commune}`);
      await upload(page, [
        ["VM-8", "Tổ dân phố số 8", "Tổ dân phố", null, null, null],
        ["VM-9", "Tổ dân phố số 9", "Tổ dân phố", null, null, null],
        ["VM-10", "Tổ dân phố số 10", "Tổ dân phố", null, null, null],
      ]);
      await page.getByRole("button", { name: "Ghi 3 đơn vị" }).click();
      await page.getByRole("heading", { level: 1, name: "Phường Văn Miếu - Quốc Tử Giám" }).waitFor();
      await visit(page, `/administration/units/import?under=${commune}`);
      await submit(page, ["Gộp", "VM-8, KHONG-CO", "VM-89", null, "1/3/2026", "12/NQ-HĐND"]);
      await page.getByRole("heading", { name: "2 ô cần sửa; chưa ghi gì" }).waitFor();
      await page.getByRole("cell", { name: "Không có đơn vị mã KHONG-CO." }).waitFor();
      await judge(page, "verdict-successions");
      await submit(
        page,
        ["Đổi tên", "VM-10", null, "Tổ dân phố Hòa Bình", "1/2/2026", "12/NQ-HĐND"],
        ["Sáp nhập", "VM-8, VM-9", "VM-89", "Tổ dân phố Thống Nhất", "1/3/2026", "12/NQ-HĐND"],
      );
      await page.getByRole("button", { name: "Ghi 2 việc sắp xếp" }).click();
      await page.getByRole("link", { name: "Tổ dân phố Thống Nhất" }).waitFor();
    });
  });
});
