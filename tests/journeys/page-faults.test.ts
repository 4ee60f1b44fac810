import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { forcedColourFaults } from "../support/forced-colours.ts";
import { heardFaults } from "../support/heard.ts";

// The judges of the walk over every page, each before a page with one fault planted and before the same page without.

type Judge = typeof heardFaults;
let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

async function faultsOf(judge: Judge, html: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><html lang="vi"><main>${html}</main></html>`);
  const faults = await judge(page);
  await page.close();
  return faults;
}

const form = (more: string) => `<form action="/ghi" method="post"><input name="a" aria-label="${more}">`;
const table = (head: string) =>
  `<table><thead><tr><th scope="col">Mã<th scope="col">Hạn<tbody><tr>${head}MC-1</${head.slice(1, 3)}><td>1</table>`;

const heard: [fault: string, planted: string, sound: string, said: RegExp][] = [
  [
    "two buttons of one name",
    `${form("Một")}<button>Xác nhận</button></form>${form("Hai")}<button>Xác nhận</button></form>`,
    `${form("Một")}<button>Xác nhận<b> MC-1</b></button></form>${form("Hai")}<button>Xác nhận MC-2</button></form>`,
    /^same name, different things: button "Xác nhận"/,
  ],
  [
    "a yes and a no that sound the same",
    `<form><button name="ok" value="yes">Ghi</button><button name="ok" value="no">Ghi</button></form>`,
    `<form><button name="ok" value="yes">Đồng ý</button><button name="ok" value="no">Chưa đồng ý</button></form>`,
    /^same name, different things: button "Ghi"/,
  ],
  [
    "two fields of one name",
    `<label>Ngày<input></label><label>Ngày<input></label>`,
    `<label>Ngày<input></label><label>Ngày họp<input></label>`,
    /^same name, different things: textbox "Ngày"/,
  ],
  [
    "one link text to two places",
    `<p><a href="/a">Mở</a><p><a href="/b">Mở</a>`,
    `<p><a href="/a">Mở</a><p><a href="/a">Mở</a>`,
    /^same name, different things: link "Mở"/,
  ],
  [
    "two links side by side to one place",
    `<p><a href="/a">MC-1</a> <a href="/a">chưa ghi</a></p>`,
    `<p><a href="/a">MC-1</a> chưa ghi</p>`,
    /^two links side by side to one place: "chưa ghi"/,
  ],
  [
    "what folds away",
    `<details><summary>Thêm</summary><a href="/a">Mở</a></details><a href="/b">Mở</a>`,
    `<details><summary>Thêm</summary><a href="/a">Mở</a></details><a href="/b">Mở sổ</a>`,
    /^same name, different things: link "Mở"/,
  ],
  [
    "a name that does not begin with what is seen",
    `<a href="/2025" aria-label="Lịch năm 2025">2025</a>`,
    `<a href="/2025" aria-label="2025, lịch năm">2025</a>`,
    /^name does not begin with what is seen: "Lịch năm 2025"/,
  ],
  [
    "an error that its control does not say",
    `<label>Ngày<input id="d"></label><p id="d-error">Cần điền</p>`,
    `<label>Ngày<input id="d" aria-describedby="d-error"></label><p id="d-error">Cần điền</p>`,
    /^error that no control is described by/,
  ],
  [
    "an error that a group has and its choices have not",
    `<fieldset aria-describedby="e-error"><legend>Chọn</legend><p id="e-error">Cần chọn</p>
      <label><input type="radio" name="x" aria-describedby="e-error">Có</label><label><input type="radio" name="x">Không</label></fieldset>`,
    `<fieldset><legend>Chọn</legend><p id="e-error">Cần chọn</p>
      <label><input type="radio" name="x" aria-describedby="e-error">Có</label>
      <label><input type="radio" name="x" aria-describedby="e-error">Không</label></fieldset>`,
    /^choice without the error of its group/,
  ],
  [
    "more landmarks than one keeps in mind",
    Array.from({ length: 10 }, (_, n) => `<section aria-label="Phần ${n}">…</section>`).join(""),
    Array.from({ length: 9 }, (_, n) => `<section aria-label="Phần ${n}">…</section>`).join(""),
    /^11 landmarks/,
  ],
  [
    "two landmarks of one name",
    `<nav aria-label="Trang">1</nav><nav aria-label="Trang">2</nav>`,
    `<nav aria-label="Trang">1</nav><nav aria-label="Sổ">2</nav>`,
    /^two landmarks of one name: navigation "Trang"/,
  ],
  [
    "a landmark without a name",
    `<nav>1</nav>`,
    `<nav aria-label="Trang">1</nav>`,
    /^landmark without a name: navigation/,
  ],
  ["a row that nothing heads", table("<td>"), table('<th scope="row">'), /^row that nothing heads/],
  [
    "what takes the focus and is announced as well",
    `<div role="alert" tabindex="-1"><h2>Còn chỗ cần sửa</h2></div>`,
    `<div role="group" aria-label="Còn chỗ cần sửa" tabindex="-1">1</div>
      <div role="status" aria-live="off" tabindex="-1">Đã lưu</div><div role="alert">Sai</div>`,
    /^heard twice, by the focus and as an announcement/,
  ],
];

test.each(heard)("heard: %s", async (_, planted, sound, said) => {
  expect(await faultsOf(heardFaults, sound)).toEqual([]);
  expect(await faultsOf(heardFaults, planted)).toEqual([expect.stringMatching(said)]);
});

describe("forced colours", () => {
  const icon = (paint: string) =>
    `<button aria-label="Đóng"><svg width="9" height="9"><path d="M0 0h9v9z" ${paint}/></svg></button>`;
  const tabs = (look: string) =>
    `<style>.tabs a[aria-current] { ${look} }</style>
    <ul class="tabs"><li><a href="/1" aria-current="page">Một</a></li><li><a href="/2">Hai</a></li></ul>`;
  const seen: [fault: string, planted: string, sound: string, said: RegExp][] = [
    [
      "a field without an edge",
      `<input aria-label="Tên" style="border:0;box-shadow:0 0 0 1px red">`,
      `<input aria-label="Tên" style="border:1px solid transparent">`,
      /no edge/,
    ],
    [
      "text that the system gives the colour behind it",
      `<button style="forced-color-adjust:none;color:white;background:white">Gửi</button>`,
      `<button style="color:white;background:white">Gửi</button>`,
      /text as what is behind it/,
    ],
    [
      "a focus that is a shadow alone",
      `<style>button:focus { outline: none; box-shadow: 0 0 0 3px blue }</style><button>Gửi</button>`,
      `<style>button:focus { outline: 3px solid blue }</style><button>Gửi</button>`,
      /focus without an outline/,
    ],
    [
      "a picture that vanishes",
      icon(`style="forced-color-adjust:none;fill:#f0f0f0;stroke:none"`),
      icon(`fill="none" stroke="currentColor"`),
      /picture vanishes/,
    ],
    [
      "a choice that is told by colour alone",
      tabs("background: yellow"),
      tabs("font-weight: 600"),
      /chosen is told by colour alone/,
    ],
  ];

  test.each(seen)("%s", async (_, planted, sound, said) => {
    expect(await faultsOf(forcedColourFaults, sound)).toEqual([]);
    expect(await faultsOf(forcedColourFaults, planted)).toEqual([expect.stringMatching(said)]);
  });
});
