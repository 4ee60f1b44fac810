import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, open, widths, withPage } from "../support/browser.ts";
import { openOffice, type Office, type SignedIn } from "../support/office.ts";
import { walkByTab } from "../support/tab-walk.ts";

// Whoever has no mouse, or does not see one, goes through the pages with the keys alone.

const days = (count: number) => Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").add({ days: count }).toString();

const units = [
  { code: "BPH", name: "Tỉnh Bàn Phím", kind: "province" },
  { code: "BPH-X", name: "Xã Bàn Phím", kind: "commune", parent: "BPH" },
  { code: "BPH-X-KT", name: "Phòng Kinh tế xã Bàn Phím", kind: "agency", parent: "BPH-X" },
  { code: "BPH-X-1", name: "Thôn Phím", kind: "village", parent: "BPH-X" },
];
const people = [
  { who: "Mặt trận", capacity: "front_chair", unit: "BPH-X" },
  { who: "trưởng thôn", capacity: "village_head", unit: "BPH-X-1" },
  { who: "cơ quan", capacity: "agency_head", unit: "BPH-X-KT" },
  { who: "người chủ trì", capacity: "chairperson", unit: "BPH-X" },
  { who: "quản trị", capacity: "administrator", unit: "BPH" },
  { who: "thư ký", capacity: "office_secretary", unit: "BPH-X" },
] as const;

let browser: Browser;
let office: Office;
let held: string;
const codes: string[] = [];
const signedIn = new Map<string, SignedIn>();

const move = (name: string, code: string, more: Record<string, unknown> = {}) =>
  office.act(`recommendation.${name}`, { recommendation: code, ...more });

async function asked(text: string, turn?: string): Promise<string> {
  const said = { unit: "BPH-X", village: "BPH-X-1", field: "giao_thong", received_on: days(-20), text };
  const { code } = await office.act(
    "recommendation.receive",
    turn ? { ...said, conference: held, turn } : said,
  );
  codes.push(code);
  return code;
}

async function assigned(text: string): Promise<string> {
  const code = await asked(text);
  await move("assign", code, { on: days(-19), lead: "BPH-X-KT", due: days(5) });
  return code;
}

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  for (const { who, capacity, unit } of people) {
    const username = `ban.phim.${capacity.replace("_", ".")}`;
    signedIn.set(who, await office.person(browser, capacity, unit, username));
  }
  const chairs = [{ name: "Bà Phím", capacity: "chairperson" }];
  const meeting = { unit: "BPH-X", form: "periodic", topic: "Đường sá", chairs };
  held = (await office.act("conference.record", { ...meeting, held_on: days(-20) })).id;
  await office.act("conference.prepare", { ...meeting, held_on: days(12) });
  for (const speaker of ["Ông Một", "Bà Hai", "Ông Ba"]) {
    const said = { conference: held, speaker, naming: "named", village: "BPH-X-1", summary: "Đường lầy" };
    const turn = await office.act("conference.record_turn", said);
    await asked(`Đề nghị của ${speaker}: vá đường`, turn.id);
  }
  const plan = { unit: "BPH", year: Number(days(0).slice(0, 4)) };
  await office.act("planning.draft_plan", plan);
  await move("ask_extension", await assigned("Đề nghị sửa cầu"), { due: days(30), reason: "Chờ vốn" });
  await assigned("Đề nghị thay đèn");
  const done = await assigned("Đề nghị thông cống");
  await move("draft_answer", done, {
    outcome: "done",
    text: "Đã thông",
    action: "Nạo vét",
    done_on: days(-2),
  });
  await move("approve_answer", done);
  await move("answer", done, { symbol: "15/UBND-KT" });
});
afterAll(async () => {
  await office.close();
  await browser.close();
});

const view = (who: string, width: number = widths.desk) => ({
  storageState: signedIn.get(who)!,
  viewport: { width, height: 800 },
});

describe("cuộc đi bằng phím Tab thấy được lỗi mà nó tìm", () => {
  const many = Array.from({ length: 40 }, (_, n) => `<p><a href="#">${n}</a></p>`).join("");
  test.each([
    ["trang lành", `<a href="#">a</a><details><summary>s</summary><button>b</button></details>`, null],
    ["thứ tự khác", `<a href="#">a</a><button tabindex="2">b</button>`, /passed over/],
    ["không có dấu", `<style>:focus-visible { outline: none }</style><a href="#">a</a>`, /without a mark/],
    [
      "bị che",
      `<p style="position:sticky;top:0;height:80px;background:red">x</p>${many}`,
      /covered .* by <p style="position:sticky/,
    ],
    ["ngoài màn hình", `<a href="#" style="position:absolute;left:-9999px">a</a>`, /outside/],
    ["mắc lại", `<button onkeydown="event.preventDefault()">b</button><a href="#">c</a>`, /turns round/],
    ["chỉ chuột bấm được", `<div style="cursor:pointer">x</div><a href="#">b</a>`, /only a pointer/],
    ["trong suốt", `<a href="#" style="opacity:0">a</a>`, /cannot be seen/],
  ])("%s", async (_, html, fault) => {
    await withPage(browser, { viewport: { width: 800, height: 500 } }, async (page) => {
      await page.setContent(`<html lang="vi"><body>${html}</body></html>`);
      const found = await walkByTab(page);
      if (fault) expect(found.join("\n")).toMatch(fault);
      else expect(found).toEqual([]);
    });
  });
});

/** One page of each kind is enough: what differs from one to the next is the codes, the days, the numbers. */
const kindOf = (address: string) =>
  address
    .replace(/\?.*/, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replaceAll(/\/[A-Z][A-Z0-9-]*(?=\/|$)/g, "/:code")
    .replaceAll(/\d+/g, "#")
    // The moves of a matter share their form; these have more in it than the others.
    .replace(
      /(?<=\/:code\/)(?!assign|draft_answer|extend|write-answer|papers|deadlines|correct|annul)\w+$/,
      ":move",
    );
const noPage = /\.(pdf|docx|xlsx|csv|json|svg)|\/file|\/sign-out|\/api\//;
const walkedBefore = new Set<string>();

/** The addresses that this page leads to, one for each kind that is not known yet. */
async function newKinds(page: Page, known: Set<string>): Promise<string[]> {
  const links = await page
    .locator("a[href]")
    .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href));
  const own = links
    .map((link) => new URL(link))
    .filter(({ origin, pathname }) => origin === new URL(page.url()).origin && !noPage.test(pathname));
  return own.flatMap(({ pathname, search }) => {
    const kind = kindOf(pathname);
    if (known.has(kind)) return [];
    known.add(kind);
    return [pathname + search];
  });
}

describe("phím Tab đi hết mọi nút, ô, liên kết theo thứ tự trang, chỗ đứng luôn thấy rõ", () => {
  test.each(people)(
    "mọi loại trang $who mở được",
    async ({ who }) => {
      await withPage(browser, view(who), async (page) => {
        const known = new Set(walkedBefore);
        const open = ["/desk"];
        const faults: string[] = [];
        for (let address = open.shift(); address; address = open.shift()) {
          await page.goto(address, { waitUntil: "load" });
          open.push(...(await newKinds(page, known)));
          faults.push(...(await walkByTab(page)).map((fault) => `${page.url()}: ${fault}`));
        }
        expect(faults).toEqual([]);
        for (const kind of known) walkedBefore.add(kind);
      });
    },
    120_000,
  );

  test("trên điện thoại, kể cả dưới dòng trạng thái luôn đứng ở đầu trang ghi nhanh", async () => {
    await withPage(browser, view("thư ký", widths.phone), async (page) => {
      for (const path of ["/desk", "/recommendations", `/conferences/${held}/room`, `/conferences/${held}`]) {
        await open(page, path);
        expect(await walkByTab(page), path).toEqual([]);
      }
    });
  });
});

describe("gửi xong biểu mẫu, người dùng phím đứng ở chỗ đang làm", () => {
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement!;
      return { id: at.id, name: at.textContent.trim(), role: at.getAttribute("role"), tag: at.localName };
    });
  const press = async (page: Page, name: string | RegExp) => {
    await page.getByRole("main").getByRole("button", { name }).first().focus();
    await page.keyboard.press("Enter");
  };

  test.each([true, false])("thêm dòng thì vào ô đầu của dòng ấy (mã lệnh: %s)", async (javaScriptEnabled) => {
    await withPage(browser, { ...view("thư ký"), javaScriptEnabled }, async (page) => {
      await open(page, "/conferences/new", javaScriptEnabled);
      await press(page, "Thêm dòng người chủ trì");
      await page.getByRole("group", { name: "Người chủ trì thứ 4" }).waitFor();
      if (!javaScriptEnabled) await page.keyboard.press("Tab");
      await expect.poll(() => focused(page)).toMatchObject({ id: "field-chairs-3-name" });
    });
  });

  test("bị trả lại thì tới danh sách chỗ sai; nút vừa bấm không còn thì ở lại việc vừa ghi", async () => {
    await withPage(browser, view("thư ký"), async (page) => {
      await open(page, "/conferences/new");
      await press(page, "Lưu hội nghị");
      await expect.poll(() => focused(page)).toMatchObject({ id: "error-summary" });
      await open(page, `/conferences/${held}`);
      await press(page, /^Đã làm Công khai kết quả/);
      await page.getByRole("button", { name: /^Bỏ ghi Công khai kết quả/ }).waitFor();
      await expect
        .poll(() => focused(page))
        .toMatchObject({ tag: "li", name: expect.stringContaining("Bỏ ghi") });
      await press(page, /^Bỏ ghi Công khai kết quả/);
      await page.getByRole("button", { name: /^Đã làm Công khai kết quả/ }).waitFor();
    });
  });

  test("lọc danh sách xong vẫn ở nút lọc; ghi xong thì ở lời báo đã ghi", async () => {
    await withPage(browser, view("thư ký"), async (page) => {
      await open(page, "/conferences");
      await press(page, "Lọc");
      await page.waitForURL("**/conferences?**");
      await expect.poll(() => focused(page)).toMatchObject({ tag: "button", name: "Lọc" });
    });
    await withPage(browser, view("cơ quan"), async (page) => {
      await open(page, `/recommendations/${codes.at(-2)}/draft_answer`);
      await page.getByRole("radio").first().check();
      await page.getByLabel("Kết luận, nội dung trả lời").fill("Đã thay đèn.");
      await press(page, /dự thảo/i);
      await expect
        .poll(() => focused(page))
        .toMatchObject({ role: "status", name: expect.stringContaining("Đã lưu dự thảo") });
    });
  });
});
