import { get, post, signedIn, type Bench, type Measured } from "./asking.ts";
import { measuredList } from "./list-measure.ts";
import { bytesOf, percentiles, type Ask } from "./load.ts";
import { askers } from "./nation.ts";
import { offices } from "./offices.ts";
import { pgbench } from "./pgbench.ts";
import { spending, timeTaken } from "./spending.ts";

export { desk } from "./desk.ts";
export { noticePdf as "notice-pdf" } from "./notice-pdf.ts";
export { plans } from "./plans.ts";
export { search } from "./search-measure.ts";

const CONNECTIONS = 16;

/** Creating a recommendation through the API, against the same rows written by pgbench. */
export async function create(bench: Bench): Promise<Measured> {
  const { database, seconds, today } = bench;
  const units = Array.from({ length: CONNECTIONS }, (_, n) => `P${String(n + 1).padStart(2, "0")}-C002`);
  const offs = await offices(database.db, units, Temporal.Now.instant());
  const { figures, spent } = await spending(bench, CONNECTIONS, (n): Ask => {
    const { unit, token } = offs[n % offs.length]!;
    const text = `Đề nghị sửa mặt đường bê tông bị lún nứt đầu thôn, lần thứ ${n}.`;
    const matter = {
      unit,
      channel: "reception",
      field: "giao_thong",
      received_on: today,
      text,
      raised_by: "Người dân",
    };
    return { ...post(token), path: "/api/v1/recommendation/receive", body: JSON.stringify(matter) };
  });
  return against(
    { what: "create", figures, more: spent },
    pgbench(database.pool, sameRows(today), CONNECTIONS, seconds),
  );
}

/** The rows of `recommendation.receive`: counter, matter, requester, first period, outbox, audit. */
function sameRows(today: string): string {
  return `
\\set commune random(1, 3000)
begin;
insert into recommendation_counter (unit_id, year, last)
  select id, 2001, 1 from unit where code = 'P' || lpad((1 + :commune::int % 34)::text, 2, '0') || '-C' || lpad((1 + :commune::int % 90)::text, 3, '0')
  on conflict (unit_id, year) do update set last = recommendation_counter.last + 1;
with matter as (
  insert into recommendation (id, code, unit_id, root_unit_id, channel, kind, field_code, received_on, text, search, recorded_at)
  select gen_random_uuid(), gen_random_uuid()::text, id, root_id, 'reception', 'recommendation', 'giao_thong', '${today}',
    'Đề nghị sửa mặt đường bê tông bị lún nứt đầu thôn.', 'de nghi sua mat duong be tong bi lun nut dau thon.', now()
  from unit where code = 'P' || lpad((1 + :commune::int % 34)::text, 2, '0') || '-C' || lpad((1 + :commune::int % 90)::text, 3, '0')
  returning id),
asked as (insert into requester (id, recommendation_id, position, name) select gen_random_uuid(), id, 1, 'Người dân' from matter),
period as (insert into state_period (id, recommendation_id, ordinal, status, class, is_open, entered_on, left_on, recorded_at)
  select gen_random_uuid(), id, 0, 'awaiting_ruling', 'awaiting_ruling', true, '${today}', 'infinity', now() from matter),
word as (insert into outbox (id, topic, payload, recorded_at, processed_at) select gen_random_uuid(), 'bench', '{}', now(), now() from matter)
insert into audit_entry (id, act, at, actor_label, subject_id, input)
  select gen_random_uuid(), 'recommendation.receive', now(), 'bench', id, '{"unit": "P01-C002"}' from matter;
commit;`;
}

/** The open recommendations of a city, as JSON. */
export async function list(bench: Bench): Promise<Measured> {
  return measuredList(bench, "list", await officeIn(bench, askers.office.unit));
}

/** Those of a province with all its communes. */
export async function province(bench: Bench): Promise<Measured> {
  return measuredList(bench, "province", await officeIn(bench, "P01"));
}

async function officeIn({ database }: Bench, unit: string) {
  const [office] = await offices(database.db, [unit], Temporal.Now.instant());
  return office!;
}

/** The same list as a page, signed in: processor time, and how many bytes it is, as it comes and as gzip. */
export async function page(bench: Bench): Promise<Measured> {
  const cookie = await signedIn(bench.origin, askers.office.username);
  const path = `/recommendations?unit=${askers.office.unit}&view=open`;
  const ask = (): Ask => ({ path, headers: { cookie } });
  const { figures, spent } = await spending(bench, CONNECTIONS, ask);
  const bytes = await bytesOf(bench.origin, ask(), "identity");
  // A page is compressed for a browser that says that one of our own pages asks.
  const own = { path, headers: { cookie, "sec-fetch-site": "same-origin" } };
  const gzipBytes = await bytesOf(bench.origin, own, "gzip");
  return { what: "page", figures, more: { ...spent, bytes, gzipBytes } };
}

/** The nation's report on the year before, as of one of its days; processor time of each. */
export async function report({ origin, database, today, server }: Bench): Promise<Measured> {
  const [nation] = await offices(database.db, ["VN"], Temporal.Now.instant());
  const year = Number(today.slice(0, 4)) - 1;
  const taken: number[] = [];
  let refused = 0;
  const before = timeTaken(server, database.pool);
  for (const asOf of [`${year}-12-31`, `${year}-11-15`, `${year}-12-31`]) {
    const path = `/api/v1/reports/summary?unit=VN&from=${year}-01-01&to=${year}-12-31&as_of=${asOf}`;
    const began = performance.now();
    const answer = await fetch(origin + path, get(nation!.token));
    await answer.arrayBuffer();
    taken.push(performance.now() - began);
    if (!answer.ok) refused++;
  }
  const after = timeTaken(server, database.pool);
  const perSecond = 1000 / (taken.reduce((sum, one) => sum + one, 0) / taken.length);
  const more = {
    serverMs: (after.server - before.server) / taken.length,
    databaseMs: (after.database - before.database) / taken.length,
  };
  return { what: "report", figures: { perSecond, ...percentiles(taken), refused }, more };
}

function against(measured: Measured, tps: number | null): Measured {
  return { ...measured, pgbench: tps, ratio: tps === null ? null : measured.figures.perSecond / tps };
}
