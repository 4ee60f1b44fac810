import { projectRoot } from "#platform/server/project-root.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// A page that answers a form sends that form again when it is loaded again. Every form carries a key, by which the second
// is the first; and whatever performs an act for a page hands the key on.

const read = (ending: string) =>
  readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("paraglide") && name.endsWith(ending))
    .map((name) => ({ name: `src/${name}`, text: readFileSync(join(projectRoot, "src", name), "utf8") }));

test("whatever performs an act for a page hands on the key of its form", () => {
  const performing = read(".ts").filter(
    ({ name, text }) =>
      name.startsWith("src/routes/") && !name.endsWith(".test.ts") && /\bperform\(/.test(text),
  );
  expect(performing.length).toBeGreaterThan(1);
  expect(performing.filter(({ text }) => !text.includes("idempotencyKey")).map(({ name }) => name)).toEqual(
    [],
  );
});

/** Forms that may be sent twice: what they do is no act, or done twice is done once. */
const without = [
  // Kept on the device, where each entry has a key of its own.
  "src/modules/conference/ui/room/TurnEntry.svelte",
  // Signing in and out, one's password and second factor: each asks for a password or a code that is used up.
  "src/modules/identity/ui/PasswordForm.svelte",
  "src/modules/identity/ui/SecondFactorSetup.svelte",
  "src/routes/account/password/+page.svelte",
  "src/routes/account/second-factor/+page.svelte",
  "src/routes/invitation/[token]/+page.svelte",
  "src/routes/post-offer/[token]/+page.svelte",
  "src/routes/sign-in/+page.svelte",
  "src/ui/SiteHeader.svelte",
  // Ended, unmarked, read, or chosen: the same again.
  "src/routes/account/+page.svelte",
  "src/routes/administration/calendar/[year]/MarkedDays.svelte",
  "src/routes/notifications/+page.svelte",
  "src/ui/SiteFooter.svelte",
  // Only tried.
  "src/ui/SheetUpload.svelte",
];

test("every form carries a key", () => {
  const bare = read(".svelte").filter(({ text }) =>
    [...text.matchAll(/<form\b[^]*?<\/form>/g)].some(
      ([form]) => /method="post"/.test(form) && !form.includes('name="idempotency_key"'),
    ),
  );
  expect(bare.map(({ name }) => name).toSorted()).toEqual(without.toSorted());
});
