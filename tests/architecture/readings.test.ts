import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "#acts/registry.ts";
import { readings } from "#acts/readings.ts";
import type { Grant } from "#kernel/permission.ts";
import * as attachment from "#modules/attachment/server/index.ts";
import * as ballot from "#modules/ballot/server/index.ts";
import * as conclusion from "#modules/conclusion/server/index.ts";
import * as conference from "#modules/conference/server/index.ts";
import * as deadline from "#modules/deadline/server/index.ts";
import * as desk from "#modules/desk/server/index.ts";
import * as document from "#modules/document/server/index.ts";
import * as handover from "#modules/handover/server/index.ts";
import * as identity from "#modules/identity/server/index.ts";
import * as notification from "#modules/notification/server/index.ts";
import * as organization from "#modules/organization/server/index.ts";
import * as planning from "#modules/planning/server/index.ts";
import * as recommendation from "#modules/recommendation/server/index.ts";
import * as register from "#modules/register/server/index.ts";
import * as report from "#modules/report/server/index.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import type { MayRead, Reading } from "#platform/server/reading/reading.ts";
import { expect, test } from "vitest";

/** What is said of a reading where its rights are reviewed. */
function inWords({ name, may, heavy, oneMoment, takesOut, api, file, paper }: Reading): string {
  const ways = [takesOut && "taken out", file && "a file", paper && "a paper"];
  const more = [heavy && "heavy", oneMoment && "one moment", ...ways];
  return [`${name}: ${whoMay(may)}`, ...more.filter(Boolean), ...(api ? [`GET ${api.path}`] : [])].join("; ");
}

function whoMay(may: MayRead): string {
  if (typeof may === "string") return may;
  if ("anywhere" in may) return `${Object.keys(may.anywhere).join(", ")} anywhere`;
  const grants = Object.entries(may as Grant);
  if (grants.length === 0) return "nobody but the product itself";
  return grants.map(([capacity, relations]) => `${capacity} ${relations.join("+")}`).join(", ");
}

test("every reading has a name of its own, is titled in two languages, and may be read as the table says", () => {
  const table = readFileSync(new URL("./readings.txt", import.meta.url), "utf8");
  const written = table.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  expect(readings.map(inWords).toSorted()).toEqual(written.toSorted());
  expect(new Set(readings.map(({ name }) => name)).size).toBe(readings.length);
  expect(readings.filter(({ name }) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
  expect(readings.filter(({ title }) => title.vi === title.en)).toEqual([]);
});

/** The nouns of which everything is asked by the door. */
const atTheDoor: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  report,
  planning,
  document,
  register,
  notification,
  deadline,
  identity,
  organization,
  desk,
  conference,
  conclusion,
  ballot,
  recommendation,
  handover,
  attachment,
};
/** What is neither act nor reading and may be used outside all the same, with why. */
const besides: ReadonlySet<string> = new Set([
  // Sides of the paper: words, nothing is read.
  "reportSides",
  // The recount of the whole register, for whoever has the database.
  "verifyIdentities",
  // What an import comes to, and how a file is refused before it is one; the same act with its progress told.
  "DryRun",
  "refused",
  "registerImport",
  // The reminders of a day, given by the product itself.
  "remind",
  // What the keeper of the machine looks for in the whole register, and mends.
  "verifyMatters",
  "verifyRegisters",
  "verifyFiles",
  "keptDigests",
  "leftBehind",
  "mendOpenAbove",
  // The national units with the progress of loading told; what the source itself is found to be.
  "nationalAct",
  "nationalFindings",
  // Who is at the door: judged by the secret that was brought, before anybody is known.
  "actorOfSession",
  "actorOfToken",
  "prolongSession",
  "recognisedBySession",
  "recognisedByToken",
  "openInvitation",
  "postsToCome",
  "acceptInvitation",
  "acceptOffer",
  "declineOffer",
  "signIn",
  "signOut",
  "giveSecondFactor",
  // What people do to their own account, whatever posts they hold: no act, for none of it touches the register.
  "endOwnSession",
  "changePassword",
  "beginSecondFactor",
  "confirmSecondFactor",
  "endSecondFactor",
  "renewRecoveryCodes",
  // Addresses: nothing is read.
  "keyAddress",
  "invitationAddress",
  // What the keeper of the machine does to accounts.
  "administratorLink",
  "freeAccount",
  // A paper that was given out already is made into a file.
  "printed",
  "printedDocument",
  // Bytes are judged and kept before an act names them; whether two files are the same is told by what was read.
  "bringFile",
  "isSameFile",
  // What a process that serves has ready.
  "printing",
]);

test.each(Object.entries(atTheDoor))(
  "of %s, pages, API and commands reach acts and readings alone",
  (noun, face) => {
    const known = new Set<unknown>([...registry, ...readings]);
    const isDoor = (value: unknown): boolean =>
      known.has(value) ||
      (typeof value === "object" && value !== null && Object.values(value).every((one) => known.has(one)));
    const from = `#modules/${noun}/server/index.ts`;
    const importing = new RegExp(`import \\{([^}]*)\\} from "${from}"`, "g");
    const around = globSync(["src/routes/**/*.ts", "src/api/**/*.ts", "cli/**/*.ts"], { cwd: projectRoot })
      .filter((path) => !/\.test\.ts$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(join(projectRoot, path), "utf8");
        const names = [...text.matchAll(importing)].flatMap(([, list]) =>
          list!.split(",").map((name) => name.trim()),
        );
        const values = names.filter((name) => name !== "" && !name.startsWith("type "));
        return values
          .filter((name) => !besides.has(name) && !isDoor(face[name]))
          .map((name) => `${path}: ${name}`);
      });
    expect(around).toEqual([]);
  },
);

const outside = globSync(["src/routes/**/*.{ts,svelte}", "src/api/**/*.ts", "cli/**/*.ts"], {
  cwd: projectRoot,
})
  .filter((path) => !/\.test\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(projectRoot, path), "utf8") }));

test("what is taken from a module's server is named where it is taken, so that it can be judged", () => {
  const whole =
    /(?:\* as \w+|export (?:\*|\{[^}]*\})) from "#modules\/\w+\/server\/|import\("#modules\/\w+\/server\//;
  expect(outside.filter(({ text }) => whole.test(text)).map(({ path }) => path)).toEqual([]);
  expect(outside.length).toBeGreaterThan(200);
});

test("pages, API and commands put no question of their own to the database", () => {
  const asking =
    /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(?:<[^`]*>)?`|\.executeQuery\(/;
  const found = outside.filter(({ text }) => asking.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("every reading that a module gives out is in the register, and so in its tables", () => {
  const isReading = (value: unknown): value is Reading =>
    typeof value === "object" && value !== null && "read" in value && "query" in value && "may" in value;
  const given = Object.values(atTheDoor)
    .flatMap((face) => Object.values(face))
    .flatMap((value) => (isReading(value) ? [value] : Object.values(value ?? {}).filter(isReading)));
  expect(given.length).toBeGreaterThan(100);
  expect(given.filter((one) => !readings.includes(one)).map(({ name }) => name)).toEqual([]);
});
