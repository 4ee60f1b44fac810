import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "svelte/compiler";
import { expect, test } from "vitest";

// A number that is a link opens as many cases as it says. Which numbers are links is read from the pages themselves; each
// stands here with the test that counts both, so that a new one is looked at before it is shown.

const root = fileURLToPath(new URL("../../", import.meta.url));

const opens = "tests/readings/figures-open.db.test.ts";
const report = "tests/properties/report.db.test.ts";
/** Which one of several, an example, or told by the page of itself. */
const counted = null;

const known: Readonly<Record<string, string | null>> = {
  "modules/conference/ui/life/ConferenceTable.svelte line.open": opens,
  "modules/conference/ui/room/CollectedBefore.svelte found.collectedMore": "tests/journeys/room.test.ts",
  "modules/conference/ui/room/Turn.svelte turn.position": counted,
  "modules/conference/ui/room/UnsentAtSignOut.svelte each.count": counted,
  "modules/conference/ui/room/UnsentAtSignOut.svelte index + 1": counted,
  "modules/desk/ui/DeskFigures.svelte value": opens,
  "modules/desk/ui/LateAgencies.svelte count": opens,
  "modules/desk/ui/NextConference.svelte next.unanswered": opens,
  "modules/desk/ui/PlanLines.svelte plan.held": "src/modules/desk/server/desk.db.test.ts",
  "modules/desk/ui/PlanLines.svelte plan.required": "src/modules/desk/server/desk.db.test.ts",
  "modules/handover/ui/HandOverRecords.svelte count": "src/modules/handover/server/hand-over.db.test.ts",
  "modules/organization/ui/KindGroup.svelte group.count": "tests/journeys/units.test.ts",
  "modules/planning/ui/AgainstTable.svelte count": opens,
  "modules/planning/ui/QuarterTable.svelte line[name]": opens,
  "modules/report/ui/FigureTable.svelte value": report,
  "modules/report/ui/PlanTable.svelte held": report,
  "modules/report/ui/ReportView.svelte conferences.held": report,
  "modules/report/ui/ReportView.svelte recommendations.distinct": report,
  "modules/report/ui/ReportView.svelte recommendations.overdue": report,
  "modules/report/ui/ReportView.svelte shareText(rates.done)": "src/modules/report/server/cases.db.test.ts",
  "routes/conferences/+page.svelte data.drafts": opens,
  "routes/conferences/[id]/+page.svelte conference.counts.open": opens,
  "routes/conferences/[id]/+page.svelte conference.counts.recommendations": opens,
  "routes/conferences/[id]/+page.svelte conference.counts.turns": counted,
  "routes/conferences/[id]/+page.svelte data.unanswered": opens,
  "routes/conferences/[id]/+page.svelte unruled": opens,
  "routes/conferences/[id]/room/+page.svelte newTurns": counted,
};

type Node = { readonly type?: string; readonly start: number; readonly end: number } & Record<
  string,
  unknown
>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const partsOf = (node: Node) =>
  Object.entries(node).flatMap(([name, value]) =>
    name === "loc" ? [] : Array.isArray(value) ? value : [value],
  );

/** What is said as a number in a part of a page: formatted as one, told to a sentence as one, or called one. */
function numbersIn(node: unknown, text: (node: Node) => string): string[] {
  if (!isNode(node)) return [];
  const { type, callee, expression } = node as Node & {
    callee?: Node;
    expression?: Node & { name?: string };
  };
  const args = (node.arguments ?? []) as (Node & { properties?: Node[] })[];
  if (type === "CallExpression" && ["formatNumber", "written"].includes(callee?.name as string))
    return [text(args[0]!)];
  const called = (expression?.property as { name?: string } | undefined)?.name ?? expression?.name ?? "";
  if (type === "ExpressionTag" && /^(open|count|value|held|total|length)$/.test(called))
    return [text(expression!)];
  const given = type === "CallExpression" ? (args[0]?.properties ?? []) : [];
  const told = given.filter(
    ({ key, value }) =>
      ["count", "number"].includes((key as { name?: string }).name ?? "") &&
      (value as Node).type !== "CallExpression",
  );
  return [
    ...told.map(({ value }) => text(value as Node)),
    ...partsOf(node).flatMap((part) => numbersIn(part, text)),
  ];
}

type Attribute = Node & {
  readonly name?: string;
  readonly value: { expression?: Node } | { expression?: Node }[];
};

function linkedIn(node: unknown, text: (node: Node) => string): string[] {
  if (!isNode(node)) return [];
  const attributes = (Array.isArray(node.attributes) ? node.attributes : []) as Attribute[];
  const leads = attributes.some(({ name }) => name === "href");
  if (!leads) return partsOf(node).flatMap((part) => linkedIn(part, text));
  const value = attributes.find(({ name }) => name === "value")?.value;
  if (node.name === "FigureTile" && value) return [text([value].flat()[0]!.expression!)];
  return [node.fragment, ...attributes.filter(({ name }) => name !== "href")].flatMap((part) =>
    numbersIn(part, text),
  );
}

test("each number that is a link is known, with the test that opens it", () => {
  const files = globSync("src/{modules,routes}/**/*.svelte", {
    cwd: root,
    exclude: ["src/routes/design/**"],
  });
  const found = files.flatMap((file) => {
    const source = readFileSync(root + file, "utf8");
    const text = (node: Node) => source.slice(node.start, node.end).replace(/\s+/g, " ");
    return linkedIn(parse(source, { modern: true }).fragment, text).map((said) => `${file.slice(4)} ${said}`);
  });
  expect([...new Set(found)].toSorted()).toEqual(Object.keys(known).toSorted());
}, 60_000);

test("the tests that open them are there", () => {
  const tests = Object.values(known).filter((file) => file !== null);
  expect(tests.filter((file) => globSync(file, { cwd: root }).length === 0)).toEqual([]);
});
