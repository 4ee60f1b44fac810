import { openedRoutes } from "./every-address.ts";
import { nobody, type Answer, type PlantedServer, type Visitor } from "./planted-server.ts";
import { textOfAnswer } from "./text-of-answer.ts";

export type Seen = {
  readonly visitor: Visitor;
  readonly route: string;
  readonly path: string;
  /** "opens", or the status of the refusal, or where it leads on to. */
  readonly outcome: string;
  /** Head and body, read. */
  readonly text: string;
};

const atOnce = 6;

/**
 * Who reads alike, as far as circles go: of each kind one looks at an address, and another at the next, so that every
 * address is looked at by each kind and everybody looks at many.
 */
const kinds: readonly (readonly [Visitor, ...Visitor[]])[] = [
  [nobody],
  ["văn phòng"],
  [
    "chủ tịch",
    "bí thư",
    "thường trực hội đồng",
    "chủ tịch mặt trận",
    "cán bộ mặt trận",
    "thống kê",
    "ban chỉ đạo",
  ],
  ["người xem xét", "người xem xét cấp trên"],
  ["quản trị"],
  ["cơ quan chủ trì"],
  ["cơ quan phối hợp"],
  ["trưởng thôn"],
  ["trưởng thôn khác"],
  ["văn phòng cấp trên", "chủ tịch cấp trên"],
  ["sở cấp trên"],
  ["văn phòng xã bên", "người xem xét xã bên", "trưởng thôn xã bên", "văn phòng tỉnh khác"],
];

export const visitors: readonly Visitor[] = kinds.flat();

type Asked = Pick<Seen, "visitor" | "route" | "path">;

/**
 * Every address as every kind of person: pages as data, which is all that they are drawn from, and drawn for one kind in
 * turn and for nobody; files and the API as they are.
 */
export async function lookAtAll(
  server: PlantedServer,
  addresses: ReadonlyMap<string, readonly string[]>,
): Promise<Seen[]> {
  const asked = [...addresses].flatMap(([route, paths], turn) =>
    paths.flatMap((path, at) =>
      kinds.flatMap((kind, own) => {
        const one = { visitor: kind[(turn + at) % kind.length]!, route, path };
        const drawn = own === (turn + at) % kinds.length ? (true as const) : undefined;
        return drawn && isPage(route) ? [one, { ...one, drawn }] : [one];
      }),
    ),
  );
  const seen: Seen[] = [];
  const waiting = asked.values();
  const work = async () => {
    for (const { drawn, ...one } of waiting as Iterable<Asked & { drawn?: true }>)
      seen.push(await lookAt(server, one, drawn));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return seen;
}

const isPage = (route: string) => openedRoutes.get(route) === "page";

/** One address as one person: a page as data, unless it is to be drawn. */
export async function lookAt(server: PlantedServer, asked: Asked, drawn = false): Promise<Seen> {
  // Nobody is given no data.
  const asData = isPage(asked.route) && !drawn && asked.visitor !== nobody;
  const answer = await server.ask(asked.visitor, asData ? dataOf(asked.path) : asked.path);
  return { ...asked, outcome: outcomeOf(answer, asData), text: await textOfAnswer(answer) };
}

function dataOf(path: string): string {
  const [page, query = ""] = path.split("?");
  return `${page!.replace(/\/$/, "")}/__data.json${query && `?${query}`}`;
}

type Data = {
  readonly type: "data" | "redirect";
  readonly location?: string;
  readonly nodes?: readonly ({
    readonly type: string;
    readonly error?: { readonly status: number };
  } | null)[];
};

function outcomeOf({ status, headers, body }: Answer, asData: boolean): string {
  if (status >= 300 && status < 400) return `leads to ${headers.get("location")}`;
  if (!asData || status !== 200) return status === 200 ? "opens" : String(status);
  const data = JSON.parse(new TextDecoder().decode(body).split("\n")[0]!) as Data;
  if (data.type === "redirect") return `leads to ${data.location}`;
  const fault = data.nodes?.find((node) => node?.type === "error");
  return fault ? String(fault.error!.status) : "opens";
}
