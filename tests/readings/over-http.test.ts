import { afterAll, beforeAll, expect, test } from "vitest";
import { openedRoutes } from "../support/every-address.ts";
import { namesWritten, oddBodies } from "../support/odd-forms.ts";
import { filledIn, formsByRoute } from "../support/every-form.ts";
import { fingerprintOf } from "../support/fingerprint.ts";
import { lookAt, lookAtAll, visitors, type Seen } from "../support/look-at-all.ts";
import { nobody, servePlanted, type PlantedServer, type Visitor } from "../support/planted-server.ts";
import { addressesIn } from "../support/planted-values.ts";
import { circles, foundIn, readers, type Planted, type Reader } from "../support/planted.ts";
import { textOfAnswer } from "../support/text-of-answer.ts";

// The running product, asked over HTTP by everybody who reads there and by nobody: every page as it is drawn and as data,
// every file with what stands in it, every reading of the API; and every form sent by whoever may not open it. Addresses
// and forms are those of the routes themselves: a new one is asked, or the test says that nothing is known of it.

let server: PlantedServer;
let planted: readonly Planted[];
let addresses: ReadonlyMap<string, readonly string[]>;
let seen: Seen[];

beforeAll(async () => {
  server = await servePlanted();
  planted = [...server.place.planted, ...server.papers.planted];
  addresses = await addressesIn(server);
  seen = await lookAtAll(server, addresses);
}, 600_000);
afterAll(() => server.stop());

test("everybody of the planted register reads, and nobody besides", () => {
  expect(visitors.toSorted()).toEqual([nobody, ...Object.keys(readers)].toSorted());
});

const isFor = ({ circle }: Planted, visitor: Visitor) =>
  visitor !== nobody && (circles[circle] as readonly Reader[]).includes(visitor);

test("nobody reads a word or a name that is not for them, in any page, file, answer, head or refusal", () => {
  const found = seen.flatMap(({ visitor, path, text }) =>
    foundIn(text, planted)
      .filter((one) => !isFor(one, visitor))
      .map(({ where, circle }) => `${visitor}, ${path}: ${where} (${circle})`),
  );
  expect(found).toEqual([]);
});

test("nothing breaks, whoever asks", () => {
  const broken = seen.filter(({ outcome }) => outcome.startsWith("5"));
  expect(broken.map(({ visitor, path, outcome }) => `${visitor}, ${path}: ${outcome}`)).toEqual([]);
});

/** What the planted register has not: no unit there has ended with work still to hand over, and nobody administers the centre. */
const notThere = [
  "/administration/fields/[code]",
  "/administration/fields/new",
  "/administration/national",
  "/administration/rules/[code]/end",
  "/units/[code]/hand-over",
];

test("every route opens for somebody: what is asked there is what people ask", async () => {
  const shut: string[] = [];
  for (const route of openedRoutes.keys())
    if (!notThere.includes(route) && !(await openerOf(route))) shut.push(route);
  expect(shut).toEqual([]);
}, 60_000);

/** An address of a route with somebody for whom it opens. */
async function openerOf(route: string): Promise<Seen | undefined> {
  const opens = (one: Seen) =>
    one.route === route && one.visitor !== nobody && /^(opens|leads to (?!\/sign-in))/.test(one.outcome);
  const found = seen.find((one) => opens(one) && one.outcome === "opens") ?? seen.find(opens);
  if (found) return found;
  for (const path of addresses.get(route)!)
    for (const visitor of visitors) {
      const one = await lookAt(server, { visitor, route, path });
      if (opens(one)) return one;
    }
  return undefined;
}

/** One of each kind of person without a right: how their unit stands to the commune whose register it is. */
const strangers = {
  self: "thống kê",
  ancestor: "chủ tịch cấp trên",
  descendant: "cơ quan phối hợp",
  assigned: "cơ quan chủ trì",
  village: "trưởng thôn",
  sibling: "văn phòng xã bên",
  stranger: "văn phòng tỉnh khác",
  nobody,
} as const satisfies Record<string, Visitor>;

test("a form that one may not open is not taken either: the same refusal, and nothing is written", async () => {
  const before = await fingerprintOf(server.db);
  const faults: string[] = [];
  const refused = new Set<Visitor>();
  for (const { route, path, actions } of await formsThere())
    for (const visitor of Object.values(strangers)) {
      const { outcome } = await lookAt(server, { visitor, route, path });
      const due = visitor === nobody && outcome.startsWith("leads to /sign-in") ? "401" : outcome;
      if (!/^4/.test(due)) continue;
      refused.add(visitor);
      for (const [action, fields] of actions)
        faults.push(...(await sent(visitor, path, { action, fields, due })));
    }
  expect(faults).toEqual([]);
  expect([...refused].toSorted()).toEqual(Object.values(strangers).toSorted());
  expect(await fingerprintOf(server.db)).toEqual(before);
}, 300_000);

type Sent = { readonly action: string; readonly fields: URLSearchParams; readonly due: string };

const headers = { accept: "text/html" };
const addressOf = (path: string, action: string) =>
  action === "default" ? path : `${path}${path.includes("?") ? "&" : "?"}/${action}`;

/** What is wrong with how a form is refused. */
async function sent(visitor: Visitor, path: string, { action, fields, due }: Sent): Promise<string[]> {
  const there = addressOf(path, action);
  const answer = await server.ask(visitor, there, { method: "POST", body: fields, headers });
  const told = `${visitor}, ${there}: ${answer.status}`;
  // What one sends oneself comes back to oneself.
  const own = foundIn(fields.toString(), planted);
  const read = foundIn(await textOfAnswer(answer), planted).filter((one) => !isFor(one, visitor));
  const leaked = read.filter((one) => !own.includes(one)).map(({ where }) => `${told}, ${where}`);
  return String(answer.status) === due ? leaked : [`${told} instead of ${due}`, ...leaked];
}

test("whatever is sent to a form by whoever may send it is answered with a sentence", async () => {
  const broken: string[] = [];
  for (const { route, path, opener, actions } of await formsThere())
    for (const [action, fields] of actions)
      for (const [told, body] of oddBodies(fields, namesWritten(route))) {
        const answer = await server.ask(opener, addressOf(path, action), { method: "POST", body, headers });
        if (answer.status >= 500) broken.push(`${opener}, ${path} ${action}, ${told}: ${answer.status}`);
      }
  expect(broken).toEqual([]);
}, 900_000);

/** Every form of the product at an address where somebody may open it, filled in with something. */
async function formsThere() {
  type Form = { route: string; path: string; opener: Visitor; actions: Map<string, URLSearchParams> };
  const forms: Form[] = [];
  for (const [route, names] of await formsByRoute()) {
    const opener = await openerOf(route);
    const path = opener?.path ?? addresses.get(route)![0]!;
    const html = opener ? new TextDecoder().decode((await server.ask(opener.visitor, path)).body) : "";
    const actions = new Map(names.map((name) => [name, filledIn(html, name, server.today)]));
    forms.push({ route, path, opener: opener?.visitor ?? nobody, actions });
  }
  return forms;
}
