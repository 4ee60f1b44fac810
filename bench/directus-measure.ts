import { get, post, type Bench, type Measured } from "./asking.ts";
import { withDirectus, type Directus } from "./directus.ts";
import type { Ask } from "./load.ts";
import { offices } from "./offices.ts";
import { inRounds, timeOf } from "./rounds.ts";

const CONNECTIONS = 16;
const words = ["ven song doan", "cong thoat nuoc", "tram bien ap", "nha van hoa"];
const fields = "id,code,received_on,status,class,text,due_on,unit.name,village.name,lead.name";

type Asks = Readonly<Record<"list" | "province" | "search" | "create", (n: number) => Ask>>;

/** What is created comes in at as many communes as there are connections, which give out numbers of their own. */
const writing = Array.from({ length: CONNECTIONS }, (_, n) => `P01-C${String(n + 2).padStart(3, "0")}`);

/**
 * The same asked of ours and of Directus over the same matters in the same database server, in turn, each time with a token
 * of an account that may read and create: rates, and processor time of server and database for one request; the middle of
 * three rounds.
 */
export async function againstDirectus(bench: Bench, folder: string): Promise<Measured[]> {
  return withDirectus(folder, bench, async (directus) => {
    const ours = await askedOfUs(bench);
    const theirs = await askedOfDirectus(bench, directus);
    const beside = { ...bench, origin: directus.origin, server: directus.pid };
    const measured: Measured[] = [];
    for (const name of Object.keys(ours) as (keyof Asks)[]) {
      const { one, other, times } = await inRounds(
        CONNECTIONS,
        { bench, ask: ours[name] },
        { bench: beside, ask: theirs[name] },
      );
      const more = {
        ms: timeOf(one),
        directusPerSecond: other.figures.perSecond,
        directusMs: timeOf(other),
        directusRefused: other.figures.refused,
        times,
        timesLessTime: timeOf(other) / timeOf(one),
      };
      measured.push({ what: `${name} against Directus`, figures: one.figures, more });
    }
    return measured;
  });
}

async function askedOfUs({ database, today }: Bench): Promise<Asks> {
  const asking = await offices(database.db, ["P01-C001", "P01", ...writing], Temporal.Now.instant());
  const [commune, province, ...writers] = asking;
  const list = (token: string, asked: object): Ask => ({
    ...get(token),
    path: `/api/v1/recommendations?${new URLSearchParams({ size: "20", ...asked }).toString()}`,
  });
  return {
    list: () => list(commune!.token, { unit: "P01-C001", view: "open" }),
    province: () => list(province!.token, { unit: "P01", view: "open" }),
    search: (n) => list(province!.token, { text: words[n % words.length]!, sort: "received" }),
    create(n) {
      const { unit, token } = writers[n % writers.length]!;
      const body = JSON.stringify({ unit, ...said(n, today) });
      return { ...post(token), path: "/api/v1/recommendation/receive", body };
    },
  };
}

async function askedOfDirectus({ database, today }: Bench, { token }: Directus): Promise<Asks> {
  const units = await database.db
    .selectFrom("unit")
    .select(["id", "code"])
    .where("code", "in", ["P01-C001", ...writing])
    .orderBy("code")
    .execute();
  const [commune, ...writers] = units;
  const list = (asked: object): Ask => ({
    ...get(token),
    path: `/items/matters?${new URLSearchParams({ limit: "20", fields, ...asked }).toString()}`,
  });
  const open = { "filter[is_open][_eq]": "true", sort: "due_on,id" };
  const inProvince = { "filter[province][_eq]": "P01" };
  return {
    list: () => list({ "filter[unit][_eq]": commune!.id, ...open }),
    province: () => list({ ...inProvince, ...open }),
    search: (n) =>
      list({
        ...inProvince,
        "filter[search][_icontains]": words[n % words.length]!,
        sort: "-received_on,-id",
      }),
    create(n) {
      const unit = writers[n % writers.length]!.id;
      const body = JSON.stringify({ unit, province: "P01", ...said(n, today) });
      return { ...post(token), path: "/items/matters", body };
    },
  };
}

const said = (n: number, today: string) => ({
  channel: "reception",
  field: "giao_thong",
  received_on: today,
  text: `Đề nghị sửa mặt đường bê tông bị lún nứt đầu thôn, lần thứ ${n}.`,
  raised_by: "Người dân",
});
