import { readFile } from "node:fs/promises";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { actNamed } from "#acts/registry.ts";
import { performOn } from "#acts/perform.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { fromOwnAddress } from "./visitor-address.ts";
import { expectAccessible, partsMemory, partsOf } from "./accessible.ts";
import { expectNoSidewaysScroll, screenshot, widths } from "./browser.ts";

const system: Actor = { kind: "system", name: "test" };
export const officePassword = "một câu dài dễ nhớ";

/** An office beside the running application: acts done there at once, people who can sign in. */
export async function openOffice(dataFolder = inject("dataFolder")) {
  const { db, close } = await openDatabase({ databaseUrl: undefined, dataFolder }, "command");
  const perform = performOn(db);
  const act = async (name: string, input: Record<string, unknown>) =>
    (await perform(actNamed(name)!, input, { actor: system, now: systemClock() })) as {
      id: string;
      code: string;
    };
  /** A person with one post and an account, under the password of every test. */
  async function account(capacity: Capacity, unit: string, username: string, from = "2020-01-01") {
    const { id } = await act("organization.add_person", { unit, full_name: `Người thử ${username}` });
    await act("organization.appoint", { person: id, unit, capacity, from });
    await createAccount(db, { personId: id, username, password: officePassword }, systemClock());
  }
  return {
    db,
    act,
    close,
    async bring(register: string) {
      await act("register.import", {
        file: JSON.parse(await readFile(`registers/${register}.json`, "utf8")),
      });
    },
    /** A person with one post, and the cookies of a browser in which they have signed in. */
    async person(browser: Browser, capacity: Capacity, unit: string, username: string, from = "2020-01-01") {
      await account(capacity, unit, username, from);
      return stateSignedIn(browser, username);
    },
    account,
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
export type SignedIn = NonNullable<BrowserContextOptions["storageState"]>;

/** A browser in which somebody has signed in, at one of the widths, with or without the page's script. */
export const view = (
  storageState: SignedIn,
  width: number = widths.desk,
  javaScriptEnabled = true,
): BrowserContextOptions => ({ storageState, javaScriptEnabled, viewport: { width, height: 900 } });

async function stateSignedIn(browser: Browser, username: string): Promise<SignedIn> {
  const context = await browser.newContext({
    baseURL: inject("baseURL"),
    locale: "vi-VN",
    extraHTTPHeaders: fromOwnAddress(),
  });
  await signIn(await context.newPage(), username, officePassword);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Signs in on a page, and stands at the desk. */
async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/sign-in?next=/desk");
  const main = page.getByRole("main");
  await main.getByLabel("Tên đăng nhập").fill(username);
  await main.getByLabel("Mật khẩu").fill(password);
  await main.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL("**/desk");
}

/** The walk over every page judges what a link leads to; a journey judges the states that it alone brings about. */
const judged = partsMemory();

/**
 * The page at every width: nothing stands out; as pictures. What it is made of and no page of this run was before is
 * judged for accessibility, on a phone by day and on a desk by night.
 */
export async function judge(page: Page, name: string): Promise<void> {
  const isNew = judged.hasUnseen(partsOf(await page.content()));
  for (const [device, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await expectNoSidewaysScroll(page);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const worst = colorScheme === (device === "phone" ? "light" : "dark") && device !== "tablet";
      if (worst && isNew) await expectAccessible(page);
      await screenshot(page, `${name}-${device}-${colorScheme}`);
    }
  }
}
