import type { Page } from "playwright-core";
import { partBelow } from "./browser.ts";
import type { Office } from "./office.ts";

/** What a browser reports of a network that the test has taken away. */
export const networkDown = /net::ERR_(FAILED|INTERNET_DISCONNECTED)|status of 4\d\d/;

export const status = (page: Page) => page.locator("p[role=status]").first();
export const allSaved = (page: Page) => status(page).filter({ hasText: "Đã lưu mọi nội dung" }).waitFor();
export const pending = (page: Page) => partBelow(page, "Trên máy này, chưa lưu");
export const turnForm = (page: Page) => page.getByRole("form", { name: "Lượt tiếp theo" });
export const matterForm = (page: Page) => page.getByRole("form", { name: /^Kiến nghị của/ });

/** The forms of ruling on matters that are written down, or that on one of them. */
export const rulingForm = (page: Page, code?: string) =>
  page.locator(
    `form:has(input[name="recommendation"]${code ? `[value="${code}"]` : ""}):has(button[name="ruling"])`,
  );

/** The form of the next turn; once a turn is written down it is folded, to make room for its matters. */
export async function openTurn(page: Page): Promise<void> {
  const next = turnForm(page).getByRole("button", { name: "Mở lượt tiếp theo" });
  if (await next.isVisible()) await next.click();
}

export async function speak(page: Page, speaker: string, village = ""): Promise<void> {
  await openTurn(page);
  await turnForm(page).getByLabel("Người phát biểu").fill(speaker);
  await turnForm(page).getByRole("combobox", { name: "Thôn, khu" }).fill(village);
  await page.keyboard.press("Tab");
  await turnForm(page).getByRole("button", { name: "Ghi lượt ý kiến" }).click();
}

export async function ask(page: Page, text: string, ruling?: string): Promise<void> {
  await matterForm(page).getByLabel("Nội dung kiến nghị").fill(text);
  await matterForm(page).getByRole("combobox", { name: "Lĩnh vực" }).fill("giao thong");
  await page.keyboard.press("Tab");
  await matterForm(page)
    .getByRole("button", { name: ruling ?? "Ghi kiến nghị" })
    .click();
}

/** What the register holds of the conference: its turns in order, each with its matters and what was ruled. */
export async function recordedOf(office: Office, conference: string): Promise<[string | null, string[]][]> {
  const turns = await office.db
    .selectFrom("turn")
    .select(["id", "speaker"])
    .where("conference_id", "=", conference)
    .orderBy("position")
    .execute();
  const matters = await office.db
    .selectFrom("recommendation as r")
    .leftJoin("standing_event as e", (join) =>
      join.onRef("e.recommendation_id", "=", "r.id").on("e.act", "=", "rule"),
    )
    .select(["r.turn_id", "r.text", "e.ruling"])
    .where("r.conference_id", "=", conference)
    .orderBy("r.code")
    .execute();
  return turns.map(({ id, speaker }) => [
    speaker,
    matters
      .filter(({ turn_id }) => turn_id === id)
      .map(({ text, ruling }) => [text, ruling].filter(Boolean).join(" → ")),
  ]);
}
