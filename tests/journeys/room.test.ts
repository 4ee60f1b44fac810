import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { errorSummary, launchBrowser, screenshot, widths, withPage } from "../support/browser.ts";
import {
  allSaved,
  ask,
  matterForm,
  networkDown,
  openTurn,
  pending,
  recordedOf,
  rulingForm,
  speak,
  status,
  turnForm,
} from "../support/room-page.ts";
import { judge, openOffice, type Office, type SignedIn, view } from "../support/office.ts";
import { faultsOfHtml } from "../support/valid-html.ts";

const units = [
  { code: "GHN", name: "Tỉnh Ghi Nhanh", kind: "province" },
  { code: "GHN-X", name: "Xã Ghi Nhanh", kind: "commune", parent: "GHN" },
  { code: "GHN-X-1", name: "Thôn Đông", kind: "village", parent: "GHN-X" },
  { code: "GHN-X-2", name: "Thôn Đoài", kind: "village", parent: "GHN-X" },
];
const heldOn = "2026-03-05";

let browser: Browser;
let office: Office;
let secretary: SignedIn;
let second: SignedIn;
let conference: string;
let room: string;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openOffice();
  for (const unit of units) await office.act("organization.create_unit", unit);
  secretary = await office.person(browser, "office_secretary", "GHN-X", "thu.ky.ghi.nhanh");
  second = await office.person(browser, "office_secretary", "GHN-X", "thu.ky.thu.hai");
});
afterAll(async () => {
  await office.close();
  await browser.close();
});
beforeEach(async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  const given = { unit: "GHN-X", form: "periodic", held_on: heldOn, chairs };
  conference = (await office.act("conference.record", given)).id;
  room = `/conferences/${conference}/room`;
});

async function opened(page: Page): Promise<void> {
  await page.goto(room);
  await allSaved(page);
}

/** The line of the summary, and the box that it leads to, which says the error, too. */
async function backAtBox(page: Page, line: RegExp): Promise<Locator> {
  const link = errorSummary(page).getByRole("link", { name: line });
  const box = page.locator(`[id="${(await link.getAttribute("href"))!.slice(1)}"]`);
  await expect.poll(() => box.getAttribute("aria-describedby")).toMatch(/-error$/);
  await link.click();
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
  return box;
}

const recorded = () => recordedOf(office, conference);

describe("ghi nhanh tại phòng họp", () => {
  test("mất mạng giữa chừng: ba lượt và hai kiến nghị ghi tiếp trên máy, có mạng lại thì vào sổ đúng một lần, đúng thứ tự", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await opened(page);
        await page.context().setOffline(true);
        await speak(page, "Ông Một", "doai");
        await ask(page, "Sửa đường liên thôn");
        await ask(page, "Lắp đèn ngõ 3", "Trả lời bằng văn bản");
        await speak(page, "Bà Hai");
        await speak(page, "Cụ Ba", "thon dong");
        await status(page).getByText("Không có mạng – đang giữ trên máy. Chờ gửi 6 mục").waitFor();
        await expect.poll(() => pending(page).getByRole("listitem").count()).toBe(6);
        await openTurn(page);
        await turnForm(page).getByLabel("Người phát biểu").fill("Đang gõ dở");
        await page.context().setOffline(false);
        await allSaved(page);
        await expect.poll(() => turnForm(page).getByLabel("Người phát biểu").inputValue()).toBe("Đang gõ dở");
      },
      networkDown,
    );
    expect(await recorded()).toEqual([
      ["Ông Một", ["Sửa đường liên thôn", "Lắp đèn ngõ 3 → written_answer"]],
      ["Bà Hai", []],
      ["Cụ Ba", []],
    ]);
  });

  test("tải lại trang khi còn mục chờ gửi và chữ đang gõ: không mất chữ nào", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await opened(page);
        await page.route("**/room/entries", (route) => route.abort());
        await speak(page, "Ông Một");
        await ask(page, "Nạo vét mương");
        await matterForm(page).getByLabel("Nội dung kiến nghị").fill("Việc thứ hai đang gõ d");
        await matterForm(page).getByRole("combobox", { name: "Lĩnh vực" }).fill("y te");
        await pending(page).getByText("Nạo vét mương").waitFor();
        await page.reload();
        await pending(page).getByText("Nạo vét mương").waitFor();
        const text = matterForm(page).getByLabel("Nội dung kiến nghị");
        await expect.poll(() => text.inputValue()).toBe("Việc thứ hai đang gõ d");
        await expect
          .poll(() => matterForm(page).getByRole("combobox", { name: "Lĩnh vực" }).inputValue())
          .toBe("y te");
        await page.unroute("**/room/entries");
        await allSaved(page);
      },
      networkDown,
    );
    expect(await recorded()).toEqual([["Ông Một", ["Nạo vét mương"]]]);
  });

  test("máy chủ đã ghi mà câu trả lời bị mất: gửi lại không thành hai lượt", async () => {
    await withPage(
      browser,
      view(secretary),
      async (page) => {
        await opened(page);
        let lost = 0;
        await page.route("**/room/entries", async (route) => {
          if (lost > 1) return route.continue();
          lost += 1;
          await route.fetch();
          return route.abort();
        });
        await speak(page, "Ông Một");
        await ask(page, "Sửa cống");
        await allSaved(page);
        expect(lost).toBe(2);
      },
      networkDown,
    );
    expect(await recorded()).toEqual([["Ông Một", ["Sửa cống"]]]);
  });

  test("phiên đăng nhập hết giữa chừng: trang còn nguyên, đăng nhập lại ở thẻ mới thì mọi mục vào sổ", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      await speak(page, "Ông Một");
      await ask(page, "Sửa trường");
      await status(page)
        .getByText("Cần đăng nhập lại bằng tài khoản của Người thử thu.ky.ghi.nhanh")
        .waitFor();
      const link = page.getByRole("link", { name: "Đăng nhập ở thẻ mới" });
      const [other] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
      await other.getByRole("main").getByLabel("Tên đăng nhập").fill("thu.ky.thu.hai");
      await other.getByRole("main").getByLabel("Mật khẩu").fill("một câu dài dễ nhớ");
      await other.getByRole("main").getByRole("button", { name: "Đăng nhập" }).click();
      await other.waitForURL(/\/conferences\//);
      // Another person's session sends nothing of it, nor shows it.
      await other.goto(room);
      await expect.poll(() => turnForm(other).getByLabel("Người phát biểu").inputValue()).toBe("");
      await expect.poll(() => pending(other).count()).toBe(0);
      await page.bringToFront();
      await page.evaluate(() => dispatchEvent(new Event("focus")));
      expect(await recorded()).toEqual([]);
      await page.context().clearCookies();
      await page.context().addCookies(cookies);
      await page.evaluate(() => dispatchEvent(new Event("focus")));
      await allSaved(page);
    });
    expect(await recorded()).toEqual([["Ông Một", ["Sửa trường"]]]);
  });

  test("máy chủ không nhận một lượt: lượt ấy về lại biểu mẫu kèm lời giải thích, lượt sau vẫn vào sổ", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      await speak(page, "Ô".repeat(201), "doai");
      await ask(page, "Việc của lượt chưa ghi được");
      await speak(page, "Bà Hai");
      await status(page).locator("..").getByRole("link", { name: "Xem lại" }).waitFor();
      await pending(page).getByText("Dài quá 200 ký tự").waitFor();
      await pending(page).getByRole("button", { name: "Đưa về biểu mẫu" }).click();
      await turnForm(page).getByRole("alert").getByText("Dài quá 200 ký tự").waitFor();
      await turnForm(page).getByLabel("Người phát biểu").fill("Ông Một");
      await turnForm(page).getByRole("button", { name: "Ghi lượt ý kiến" }).click();
      await allSaved(page);
    });
    expect(await recorded()).toEqual([
      ["Bà Hai", []],
      ["Ông Một", ["Việc của lượt chưa ghi được"]],
    ]);
  });

  test("hai thư ký cùng ghi: danh sách hai bên đủ cả, không lượt nào trùng số", async () => {
    await withPage(browser, view(secretary), async (left) => {
      await withPage(browser, view(second), async (right) => {
        await Promise.all([opened(left), opened(right)]);
        for (const number of [1, 2, 3]) {
          await Promise.all([speak(left, `Trái ${number}`), speak(right, `Phải ${number}`)]);
        }
        for (const page of [left, right]) {
          await allSaved(page);
          for (const speaker of ["Trái 1", "Trái 3", "Phải 1", "Phải 3"]) {
            await page.getByRole("heading", { name: new RegExp(`Lượt \\d\\s· ${speaker}$`) }).waitFor();
          }
        }
      });
    });
    expect((await recorded()).map(([speaker]) => speaker).toSorted()).toEqual([
      "Phải 1",
      "Phải 2",
      "Phải 3",
      "Trái 1",
      "Trái 2",
      "Trái 3",
    ]);
  });

  test("chỉ bàn phím: lượt, thôn gõ không dấu, kiến nghị, kết luận một phím kèm ngày hẹn, rồi lượt chỉ khen", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      await page.keyboard.press("Alt+0");
      await page.keyboard.type("Ông Phím");
      await page.keyboard.press("Tab");
      await page.keyboard.type("doai");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Control+Enter");
      await page.keyboard.type("Đề nghị sửa cầu");
      await page.keyboard.press("Tab");
      await page.keyboard.type("giao thong");
      await page.keyboard.press("Tab");
      await matterForm(page).getByLabel("Hẹn trả lời ngày").focus();
      await page.keyboard.type("20/3/2026");
      await page.keyboard.press("Alt+2");
      await page.keyboard.type("Đề nghị mắc đèn");
      await page.keyboard.press("Tab");
      await page.keyboard.type("dien");
      await page.keyboard.press("Enter");
      await matterForm(page).getByLabel("Nội dung trả lời, kết luận").focus();
      await page.keyboard.type("Đội điện mắc xong trong tuần");
      await page.keyboard.press("Alt+1");
      await page.keyboard.press("Alt+0");
      await page.keyboard.type("Bà Khen");
      await turnForm(page).getByLabel("Chỉ ghi nhận, khen ngợi").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Control+Enter");
      await matterForm(page)
        .getByRole("heading", { name: /Ông Phím/ })
        .waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-speaker");
      await allSaved(page);
      await screenshot(page, "room-written-desk");
      await page.getByRole("heading", { name: /Lượt 1\s· Ông Phím/ }).waitFor();
      await page.getByText(/^Hạn thứ Sáu,\s+20\/03\/2026$/).waitFor();
      await expect.poll(() => page.getByText("chưa ghi nội dung trả lời").count()).toBe(0);
      await screenshot(page, "room-written-desk");
    });
    expect(await recorded()).toEqual([
      ["Ông Phím", ["Đề nghị sửa cầu → written_answer", "Đề nghị mắc đèn → answered_now"]],
      ["Bà Khen", []],
    ]);
  });

  test("gõ Telex còn dở chữ thì phím tắt chưa chạy, chữ ghép xong còn nguyên; Alt với bàn phím số để gõ mã ký tự", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      const speaker = turnForm(page).getByLabel("Người phát biểu");
      await speaker.focus();
      const input = await page.context().newCDPSession(page);
      for (const text of ["N", "Ng", "Nguy", "Nguyê", "Nguyễ"]) {
        await input.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      }
      await speaker.evaluate((line) => {
        const key = { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        line.dispatchEvent(new KeyboardEvent("keydown", { ...key, isComposing: true }));
        line.dispatchEvent(new KeyboardEvent("keydown", { ...key, keyCode: 229 }));
      });
      await input.send("Input.insertText", { text: "Nguyễn" });
      await page.keyboard.type(" Thị Gõ");
      await page.keyboard.press("Alt+Numpad0");
      await expect.poll(() => speaker.inputValue()).toBe("Nguyễn Thị Gõ");
      await expect.poll(() => pending(page).count()).toBe(0);
      await page.keyboard.press("Control+Enter");
      await matterForm(page)
        .getByRole("heading", { name: /Nguyễn Thị Gõ/ })
        .waitFor();
      const text = matterForm(page).getByLabel("Nội dung kiến nghị");
      await text.fill("Sửa cầu");
      await page.keyboard.press("Alt+Numpad1");
      await expect.poll(() => text.inputValue()).toBe("Sửa cầu");
      await allSaved(page);
    });
    expect(await recorded()).toEqual([["Nguyễn Thị Gõ", []]]);
  });

  test("dán danh sách từ Word: đọc được, tách thành từng kiến nghị, tải lại trang không mất", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      await speak(page, "Ông Dán");
      const text = matterForm(page).getByLabel("Nội dung kiến nghị");
      await text.evaluate((area) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(
          "text/plain",
          "•\tSửa “đường trục”\r\n\uF0B7\tLắp\u00A0đèn\r\n•\tThay cống\r\n",
        );
        area.focus();
        area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      });
      await expect.poll(() => text.inputValue()).toBe("- Sửa “đường trục”\n- Lắp đèn\n- Thay cống");
      await matterForm(page).getByRole("button", { name: "Tách thành 3 kiến nghị" }).click();
      await expect.poll(() => text.inputValue()).toBe("Sửa “đường trục”");
      await matterForm(page).getByText("Còn 2 kiến nghị đã tách").waitFor();
      await ask(page, "Sửa “đường trục”");
      await page.reload();
      await allSaved(page);
      await expect.poll(() => text.inputValue()).toBe("Lắp đèn");
      await ask(page, "Lắp đèn", "Trả lời bằng văn bản");
      await expect.poll(() => text.inputValue()).toBe("Thay cống");
      await ask(page, "Thay cống");
      await expect.poll(() => text.inputValue()).toBe("");
      await allSaved(page);
    });
    expect(await recorded()).toEqual([
      ["Ông Dán", ["Sửa “đường trục”", "Lắp đèn → written_answer", "Thay cống"]],
    ]);
  });

  test("chọn trước khi mã lệnh tải xong: cách nêu tên và loại kiến nghị còn nguyên", async () => {
    const turn = await office.act("conference.record_turn", { conference, speaker: "Ông Sớm" });
    await withPage(browser, view(secretary), async (page) => {
      let release = () => {};
      const slow = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/*.js", async (route) => {
        await slow;
        await route.continue();
      });
      await page.goto(`${room}?turn=${turn.id}`, { waitUntil: "commit" });
      await turnForm(page).getByLabel("Không nêu tên").check();
      await turnForm(page).getByLabel("Chỉ ghi nhận, khen ngợi").check();
      await matterForm(page).getByLabel("Loại").selectOption({ label: "Câu hỏi" });
      release();
      await allSaved(page);
      await expect.poll(() => turnForm(page).getByLabel("Không nêu tên").isChecked()).toBe(true);
      await expect.poll(() => turnForm(page).getByLabel("Chỉ ghi nhận, khen ngợi").isChecked()).toBe(true);
      await expect.poll(() => matterForm(page).getByLabel("Loại").inputValue()).toBe("question");
    });
  });

  test("không cần JavaScript, trên điện thoại: lượt, kiến nghị, kết luận, số người dự", async () => {
    await withPage(browser, view(secretary, widths.phone, false), async (page) => {
      await page.goto(room);
      await turnForm(page).getByRole("button", { name: "Ghi lượt ý kiến" }).click();
      await errorSummary(page).getByText("Ghi tên người phát biểu").first().waitFor();
      await turnForm(page).getByLabel("Người phát biểu").fill("Ông Giấy");
      await turnForm(page).getByLabel("Thôn, khu").fill("Thôn Không Có");
      await turnForm(page).getByRole("button", { name: "Ghi lượt ý kiến" }).click();
      const village = await backAtBox(page, /^Thôn, khu: Không có mục nào như vậy, hoặc có nhiều mục\./);
      await expect.poll(() => village.inputValue()).toBe("Thôn Không Có");
      await turnForm(page).getByLabel("Thôn, khu").fill("doai");
      await turnForm(page).getByRole("button", { name: "Ghi lượt ý kiến" }).click();
      await matterForm(page).getByLabel("Nội dung kiến nghị").fill("Sửa nhà văn hóa");
      await matterForm(page).getByLabel("Lĩnh vực").fill("giao thong");
      await matterForm(page).getByRole("button", { name: "Ghi kiến nghị" }).click();
      const ruling = rulingForm(page);
      await ruling.getByLabel("Nội dung trả lời, kết luận").fill("Xã sẽ xem lại");
      await ruling.getByLabel("Hẹn trả lời ngày").fill("31/2/2026");
      await ruling.getByRole("button", { name: "Trả lời bằng văn bản" }).click();
      const box = await backAtBox(page, /^GHN-X-\d{4}-\d+, Hẹn trả lời ngày: /);
      await expect.poll(() => box.inputValue()).toBe("31/2/2026");
      await expect
        .poll(() => ruling.getByLabel("Nội dung trả lời, kết luận").inputValue())
        .toBe("Xã sẽ xem lại");
      await ruling.getByLabel("Hẹn trả lời ngày").fill("20/3/2026");
      await ruling.getByRole("button", { name: "Trả lời bằng văn bản" }).click();
      await page.getByText(/^Hạn thứ Sáu,\s+20\/03\/2026$/).waitFor();
      await page.getByRole("textbox", { name: "Người dự" }).fill("12a");
      await page.getByRole("button", { name: "Ghi số người dự" }).click();
      await expect.poll(async () => (await backAtBox(page, /^Người dự: /)).inputValue()).toBe("12a");
      await page.getByRole("textbox", { name: "Người dự" }).fill("120");
      await page.getByRole("button", { name: "Ghi số người dự" }).click();
      await expect.poll(() => page.getByRole("textbox", { name: "Người dự" }).inputValue()).toBe("120");
    });
    expect(await recorded()).toEqual([["Ông Giấy", ["Sửa nhà văn hóa → written_answer"]]]);
  });

  test("việc tương tự hiện bên cạnh khi đang gõ; trang đạt chuẩn ở mọi cỡ màn hình", async () => {
    const said = { unit: "GHN-X", field: "giao_thong", received_on: "2026-01-05" };
    const { code } = await office.act("recommendation.receive", {
      ...said,
      text: "Đường trục thôn Đông xuống cấp, đề nghị sửa mặt đường",
    });
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      await speak(page, "Ông Một", "dong");
      await ask(page, "Đề nghị cấp nước sạch cho xóm bãi");
      await matterForm(page).getByLabel("Nội dung kiến nghị").fill("Sửa mặt đường trục thôn Đông xuống cấp");
      await page.getByRole("link", { name: code }).waitFor();
      await allSaved(page);
      await judge(page, "room");
      expect(await faultsOfHtml(await (await page.request.get(room)).text())).toEqual([]);
    });
  });

  test("số người dự gõ sai: nghe lỗi ở ô ấy, đứng sẵn trong ô cũng nghe", async () => {
    await withPage(browser, view(secretary), async (page) => {
      await opened(page);
      const box = page.getByRole("textbox", { name: "Người dự" });
      const error = page.locator("#field-attendances-error");
      await box.fill("12a");
      await page.getByRole("button", { name: "Ghi số người dự" }).click();
      await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(() => box.getAttribute("aria-describedby")).toBe("field-attendances-error");
      expect(await error.getAttribute("role")).toBe(null);
      await box.fill("120");
      await page.getByRole("button", { name: "Ghi số người dự" }).click();
      await error.waitFor({ state: "detached" });
      await box.fill("12c");
      await box.press("Enter");
      await expect.poll(() => error.getAttribute("role")).toBe("alert");
    });
  });

  test("người không giữ sổ không mở được trang ghi nhanh", async () => {
    const agency = await office.person(browser, "village_head", "GHN-X-1", "truong.thon.ghi.nhanh");
    await withPage(browser, view(agency), async (page) => {
      expect((await page.goto(room))?.status()).toBe(403);
    });
  });
});
