import { projectRoot } from "#platform/server/project-root.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// What somebody typed outlasts a lost network because every form is sent by one part, which says so and keeps it. The
// framework's own would put a page of errors in the place of the form.

const files = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => !name.startsWith("paraglide") && /\.(svelte|ts)$/.test(name))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(join(projectRoot, "src", name), "utf8") }));

test("one part alone sends forms", () => {
  const own = files.filter(({ text }) => /\benhance\b[^"]*from "\$app\/forms"/.test(text));
  expect(own.map(({ name }) => name)).toEqual(["src/ui/send-form.ts"]);
});

/** Posted by the browser itself, and why. */
const byBrowser = [
  // The room keeps each entry and sends it by itself.
  "src/modules/conference/ui/room/AttendanceEntry.svelte",
  "src/modules/conference/ui/room/MatterEntry.svelte",
  "src/modules/conference/ui/room/PromiseRefused.svelte",
  "src/modules/conference/ui/room/RuleButtons.svelte",
  "src/modules/conference/ui/room/TurnEntry.svelte",
  // Pages without a script.
  "src/modules/identity/ui/PasswordForm.svelte",
  "src/routes/invitation/[token]/+page.svelte",
  "src/routes/post-offer/[token]/+page.svelte",
  "src/routes/sign-in/+page.svelte",
  // Buttons alone.
  "src/ui/SiteFooter.svelte",
  "src/ui/SiteHeader.svelte",
];

test("every posted form is sent by it, but for those that a browser sends", () => {
  const bare = files.filter(({ text }) =>
    [...text.matchAll(/<form\b(?:=>|\{[^}]*\}|[^>{])*>/g)].some(
      ([form]) => form.includes('method="post"') && !form.includes("use:sendForm"),
    ),
  );
  expect(bare.map(({ name }) => name).toSorted()).toEqual(byBrowser.toSorted());
});
