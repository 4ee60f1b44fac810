import type { Capacity } from "#kernel/actor.ts";
import { DEMO_PASSWORD, demoCast } from "../../src/demo/cast.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults, byWidth, fewestWithAll, partsMemory, partsOf } from "../support/accessible.ts";
import { launchBrowser, narrowest, widths } from "../support/browser.ts";
import { forcedColourFaults } from "../support/forced-colours.ts";
import { heardFaults } from "../support/heard.ts";
import { plantLongWords } from "../support/long-words.ts";
import { officePassword, openOffice, type Office } from "../support/office.ts";
import { pageOf, pageRoutes, routeOf } from "../support/route-map.ts";
import { runServer, type ServerProcess } from "../support/server-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { faultsOfHtml } from "../support/valid-html.ts";
import { fromOwnAddress, visitorHeader } from "../support/visitor-address.ts";

// Every page of the product, as every kind of person, over the demo: whoever may open it finds it whole and accessible on
// a phone and at a desk, seen, heard and in the colours of the system; whoever may not is told so on a page that is.

/** Posts that nobody in the demo holds. */
const besides: [Capacity, string][] = [
  ["council_standing", "VM"],
  ["front_officer", "VM"],
  ["steering_committee", "QN"],
  ["agency_officer", "VM-KTHT"],
  ["complaint_reviewer", "VM"],
];
const usernameOf = (capacity: Capacity) => `moi.trang.${capacity.replace("_", ".")}`;
const stranger = "người chưa đăng nhập";
const people = [
  stranger,
  ...demoCast.map(({ username }) => username),
  ...besides.map(([capacity]) => usernameOf(capacity)),
];

/** Pages that no link leads to from a desk. */
const seeds = ["/", "/sign-in", "/design", "/design/errors", "/desk", "/units/QN/below?kind=commune"];
/** Pages of what the demo has not; their own journeys judge them. */
const judgedElsewhere = ["/sign-in/kept", "/units/[code]/hand-over", "/units/[code]/hand-over/[id]"];
/** A page is looked at so often by one person: the first of its kind may lack what another has. */
const often = 2;

type Seen = {
  readonly person: string;
  readonly path: string;
  /** What the page is made of, and which page it is. */
  readonly parts: ReadonlySet<string>;
};

let server: ServerProcess;
let browser: Browser;
const folders: { remove: () => Promise<void> }[] = [];
const links: string[] = [];
const contexts = new Map<string, BrowserContext>();
/** To which pages links led each person, and how often they were looked at. */
const pagesOf = new Map<string, ReadonlyMap<string, number>>();
/** The first address of each page that anybody was shown. */
const addresses = new Map<string, string>();
/** Every page that had a part which none before it had; of these the browser judges as many as show every part once. */
const made: Seen[] = [];
const looked = partsMemory();
const broken: string[] = [];
/** The columns in which a word stands that nothing breaks. */
const planted: string[] = [];

beforeAll(async () => {
  const folder = await temporaryFolder();
  folders.push(folder);
  server = await runServer({ DATA_DIR: folder.path, DEMO: "yes", ADDRESS_HEADER: visitorHeader });
  browser = await launchBrowser();
  const office = await openOffice(folder.path);
  for (const [capacity, unit] of besides) {
    await office.account(capacity, unit, usernameOf(capacity), "2025-07-01");
  }
  links.push(...(await whatTheDemoHasNot(office)));
  planted.push(...(await plantLongWords(office.db)));
  await office.close();
  await Promise.all(people.map(come));
}, 180_000);

/** A browser of their own for each; signed in as the form signs in, without drawing it twenty times. */
async function come(username: string): Promise<void> {
  const from = { baseURL: server.address!, locale: "vi-VN", extraHTTPHeaders: fromOwnAddress() };
  const context = await browser.newContext({ ...from, serviceWorkers: "block" });
  contexts.set(username, context);
  if (username === stranger) return;
  const password = demoCast.some((person) => person.username === username) ? DEMO_PASSWORD : officePassword;
  const headers = { origin: server.address! };
  const form = { username, password, next: "/desk" };
  await context.request.post("/sign-in?/password", { form, headers, maxRedirects: 0 });
  const desk = await context.request.get("/desk", { maxRedirects: 0 });
  if (desk.status() !== 200) throw new Error(`${username} is not signed in: ${desk.status()}`);
}

afterAll(async () => {
  await browser.close();
  server.child.kill("SIGTERM");
  await server.ended;
  for (const folder of folders) await folder.remove();
});

/** Work in states that the demo's own is not in. @returns addresses to begin from */
async function whatTheDemoHasNot({ act, db }: Office): Promise<string[]> {
  const today = Temporal.Now.plainDateISO("Asia/Ho_Chi_Minh").toString();
  const chairs = [{ name: "Bà Thử Mọi Trang", capacity: "chairperson" }];
  const meeting = { unit: "VM", form: "thematic", topic: "Mọi trang", chairs, held_on: today };
  const { id: conference } = await act("conference.record", meeting);
  const turn = { conference, speaker: "Ông Thử Mọi Trang", naming: "named", village: "TQ-4" };
  const { id: turnId } = await act("conference.record_turn", turn);
  const said = { unit: "VM", conference, turn: turnId, field: "giao_thong", received_on: today };
  for (const ruling of [{ ruling: "written_answer" }, { ruling: "answered_now", words_later: true }]) {
    const { code } = await act("recommendation.receive", { ...said, text: `Đề nghị thử ${ruling.ruling}` });
    await act("recommendation.rule", { recommendation: code, on: today, ...ruling });
  }
  const longest = await theLongest(act, said);
  await act("conclusion.draft", { conference });
  const coming = await act("conference.prepare", { ...meeting, topic: "Hôm nay" });
  await act("planning.draft_plan", { unit: "VM", year: Number(today.slice(0, 4)) + 1 });
  const person = await act("organization.add_person", { unit: "VM", full_name: "Người Mới Mọi Trang" });
  const appointed = { person: person.id, unit: "VM", capacity: "front_officer", from: today };
  await act("organization.appoint", appointed);
  const { token } = (await act("identity.invite", { person: person.id, unit: "VM" })) as unknown as {
    token: string;
  };
  const post_offer = { unit: "VM", capacity: "front_officer", from: today };
  const offered = (await act("identity.offer_post", post_offer)) as unknown as { token: string };
  const asked = await db
    .selectFrom("recommendation as r")
    .innerJoin("conference as c", "c.id", "r.conference_id")
    .innerJoin("unit as u", "u.id", "c.unit_id")
    .select(["c.id", "r.code"])
    .where("u.code", "=", "VM")
    .where("c.held_recorded_at", "is", null)
    .executeTakeFirstOrThrow();
  const issued = await db
    .selectFrom("notice_of_conclusion")
    .select("conference_id as id")
    .where("issued_on", "is not", null)
    .executeTakeFirstOrThrow();
  const post = await db
    .selectFrom("post")
    .select(["id", "person_id"])
    .where("capacity", "=", "agency_officer")
    .executeTakeFirstOrThrow();
  return [
    ...["", "/assign", "/correct"].map((page) => `/recommendations/${longest.code}${page}`),
    `/recommendations?view=all&lead=${longest.unit}`,
    `/units/${longest.unit}`,
    ...["", "/room", "/conclusion", "/conclusion/issue", "/conclusion/preview", "/conclusion/lines/1"].map(
      (page) => `/conferences/${conference}${page}`,
    ),
    ...["", "/invitations", "/invitations/quotas", "/badges", "/door", `/ask-draft/${asked.code}`].map(
      (page) => `/conferences/${asked.id}${page}`,
    ),
    `/conferences/${conference}/turns/${turnId}/edit`,
    ...["/1", "/publication", "/publication/approve"].map(
      (page) => `/conferences/${issued.id}/conclusion${page}`,
    ),
    `/conferences/${coming.id}/open`,
    `/invitation/${token}`,
    `/post-offer/${offered.token}`,
    ...["", "/edit", "/appoint", "/account"].map((page) => `/administration/people/${post.person_id}${page}`),
    ...["/end", "/hand-over"].map((page) => `/administration/posts/${post.id}${page}`),
  ];
}

/** A matter with a word that nothing breaks, ruled on and given to an agency whose name is as long as a name may be. */
async function theLongest(act: Office["act"], said: Record<string, string>) {
  const unit = "VM-DAI";
  const name = `Phòng ${"Quản lý tổng hợp ".repeat(12)}`.slice(0, 200).trimEnd().padEnd(200, "g");
  await act("organization.create_unit", { code: unit, name, kind: "agency", parent: "VM" });
  const text = `Đề nghị ${"dàihơnmộtdòng".repeat(24).slice(0, 300)} xem lại`;
  const { code } = await act("recommendation.receive", { ...said, text });
  const on = said.received_on;
  await act("recommendation.rule", { recommendation: code, on, ruling: "written_answer", text });
  await act("recommendation.assign", { recommendation: code, on, lead: unit, due: on });
  return { code, unit };
}

async function open(person: string, path: string) {
  const response = await contexts.get(person)!.request.get(path, { maxRedirects: 0 });
  const to = response.headers().location;
  return { status: response.status(), html: await response.text(), next: to ? [to] : [] };
}

/** Looks at one page as one person; what it is made of is judged once. @returns the addresses that it leads to */
async function look(person: string, path: string): Promise<string[]> {
  const { status, html, next } = await open(person, path);
  const page = pageOf(new URL(path, server.address).pathname)!;
  if (status >= 500) broken.push(`${person} ${path}: ${status}`);
  if (status >= 300 && status < 400) return next;
  if (status === 200 && !addresses.has(page)) addresses.set(page, path);
  const parts = [status === 200 ? `page ${page}` : `refused ${status}`, ...partsOf(html)];
  if (looked.hasUnseen(parts)) {
    made.push({ person, path, parts: new Set(parts) });
    broken.push(...(await faultsOfHtml(html)).map((fault) => `${person} ${path}: ${fault}`));
  }
  return [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
}

/** Follows every link to a page of a kind that this person has not seen. */
async function walk(person: string): Promise<void> {
  const seen = new Set<string>();
  const times = new Map<string, number>();
  pagesOf.set(person, times);
  const waiting = [...seeds, ...links];
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const page = pageOf(new URL(path, server.address).pathname);
    const before = times.get(page ?? "") ?? 0;
    if (page === undefined || before >= often || seen.has(path)) continue;
    seen.add(path);
    times.set(page, before + 1);
    waiting.push(...(await look(person, path)));
  }
}

describe("mọi trang, mọi người", { retry: 0 }, () => {
  // Some at a time: while the server answers one, another's page is read.
  test.concurrent.each(people)("%s: mọi trang có đường dẫn tới", (person) => walk(person), 180_000);

  test("tên, chủ đề, địa điểm, ghi chú nào cũng có một từ dài không ngắt được", () => {
    expect(planted).toEqual(
      expect.arrayContaining([
        ...["unit_name.name", "person.full_name", "conference.topic", "conference.place"],
        ...["planned_conference.topic", "plan.note", "recommendation.text", "post.title", "field.name"],
      ]),
    );
  });

  test("không có trang nào mà không ai tới được", () => {
    const reached = new Set(
      [...addresses.values()].map((path) => routeOf(new URL(path, server.address).pathname)),
    );
    const others = pageRoutes.filter((route) => !judgedElsewhere.includes(route));
    expect(others.filter((route) => !reached.has(route))).toEqual([]);
  });

  test.concurrent.each(people)(
    "%s: gõ thẳng địa chỉ của mọi trang mà người khác tới được",
    async (person) => {
      const own = pagesOf.get(person)!;
      for (const [page, path] of addresses) if (!own.has(page)) await look(person, path);
    },
    180_000,
  );

  test("không trang nào hỏng, HTML nào cũng đúng chuẩn", () => {
    expect(broken).toEqual([]);
  });

  test("mỗi loại trang: nhìn, nghe, màu của hệ thống, trên điện thoại và trên bàn làm việc", async () => {
    const faults: string[] = [];
    const judging = fewestWithAll(made);
    const waiting = people.filter((person) => judging.some((seen) => seen.person === person));
    /** Two pages are judged at a time, each in a process of the browser. */
    const lane = async () => {
      for (let person = waiting.shift(); person; person = waiting.shift())
        faults.push(...(await judgedAs(person, judging)));
    };
    await Promise.all([lane(), lane()]);
    expect(faults).toEqual([]);
  }, 900_000);
});

async function judgedAs(person: string, judging: readonly Seen[]): Promise<string[]> {
  const faults: string[] = [];
  const page = await contexts.get(person)!.newPage();
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const { path } of judging.filter((seen) => seen.person === person)) {
    await page.setViewportSize({ width: widths.desk, height: 900 });
    await page.goto(path, { waitUntil: "load" });
    for (const [device, judge] of [
      ["desk", atDesk],
      ["phone", onPhone],
    ] as const) {
      faults.push(...(await judge(page)).map((fault) => `${person} ${path} (${device}): ${fault}`));
    }
  }
  await page.close();
  return faults;
}

/** As the page comes; then with all that folds away. */
async function atDesk(page: Page): Promise<string[]> {
  const folded = await standingOut(page);
  await unfold(page);
  const heard = await heardFaults(page);
  const seen = [
    ...(await accessibilityFaults(page)),
    ...(await standingOut(page)),
    ...(await daysOfMachines(page)),
  ];
  return [...folded, ...heard, ...seen, ...(await forcedColourFaults(page))];
}

/** What a narrow page changes: where things stand. */
async function onPhone(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: narrowest, height: 900 });
  const heard = await heardFaults(page);
  return [...(await standingOut(page)), ...heard, ...(await accessibilityFaults(page, byWidth))];
}

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** Days that stand as machines write them: people read 05/01/2026. */
const daysOfMachines = (page: Page) =>
  page.evaluate(() =>
    [...document.body.innerText.matchAll(/.{0,20}\b(?:19|20)\d\d-\d\d-\d\d\b/g)].map(([told]) => told),
  );

const standingOut = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} wide`] : [];
  });
