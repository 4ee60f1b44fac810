import pg from "pg";
import { startProblem, type StartProblem } from "../start-problem.ts";

const oldest = 150_000;

type Server = { version: number; encoding: string; letters: Letters | null };
type Letters = { ctype: string; known: boolean; ordered: boolean };

/** Checks once that DATABASE_URL leads to a PostgreSQL we can use; throws a StartProblem saying what is wrong. */
export async function checkExternal(url: string): Promise<void> {
  const { version, encoding, letters } = await askServer(url);
  if (version < oldest) throw tooOld(Math.floor(version / 10_000));
  if (encoding !== "UTF8") throw wrongEncoding(encoding);
  if (!letters!.known) throw wrongLetters(letters!.ctype);
  if (!letters!.ordered) throw noOrder();
  if (await losesStatements(url)) throw statementsLost();
}

/**
 * Capitals and patterns go by the database's provider of locales, the trigrams of searches by its lc_ctype (in
 * PostgreSQL 15 to 18, whatever the provider): where either is "C", letters other than a to z are none.
 */
const aboutLetters = `
  select datctype as ctype, lower('ĐƯỜNG ẮŎ') = 'đường ắŏ' and 'Ờ' ~* '^ờ$' and datctype not in ('C', 'POSIX') as known,
    exists (select from pg_collation where collname = 'vi-x-icu') as ordered
  from pg_database where datname = current_database()`;

async function askServer(url: string): Promise<Server> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined); // the query below reports it
    await client.connect();
    const { rows } = await client.query<Omit<Server, "letters">>(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    );
    // In another encoding the question itself could not be put.
    const letters =
      rows[0]!.encoding === "UTF8" ? (await client.query<Letters>(aboutLetters)).rows[0]! : null;
    return { ...rows[0]!, letters };
  } catch (error) {
    throw connectionProblem(error, client);
  } finally {
    await client?.end().catch(() => undefined); // never connected: nothing to end
  }
}

/** What a client prepared is not known to the server any more. */
const unknownStatement = "26000";

/**
 * A pooler may give each transaction another of its servers; what was prepared on one is then missing on the next, unless
 * the pooler carries it along. Seen by two clients that meet on one server, of which the first comes to another one.
 */
async function losesStatements(url: string): Promise<boolean> {
  const [ours, other] = [new pg.Client(url), new pg.Client(url)];
  const serverOf = async (client: pg.Client) =>
    (await client.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]!.pid;
  const meet = async () => (await serverOf(ours)) === (await serverOf(other));
  for (const client of [ours, other]) client.on("error", () => undefined); // the questions below report it
  try {
    await Promise.all([ours.connect(), other.connect()]);
    // Other clients of the pooler may come between.
    let shared = false;
    for (let tries = 0; tries < 5 && !shared; tries++) shared = await meet();
    if (!shared) return false;
    const prepared = { name: "probe", text: "select $1::int", values: [1] };
    await ours.query(prepared);
    await other.query("begin");
    await serverOf(other);
    await ours.query(prepared);
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === unknownStatement) return true;
    throw connectionProblem(error, ours);
  } finally {
    await Promise.all([ours, other].map((client) => client.end().catch(() => undefined)));
  }
}

function statementsLost(): StartProblem {
  return startProblem(
    "DATABASE_URL dẫn tới một bộ gộp kết nối không giữ lệnh chuẩn bị sẵn giữa các giao dịch; hãy dùng pool_mode = session, hoặc PgBouncer 1.21 trở lên với max_prepared_statements lớn hơn 0.",
    "DATABASE_URL leads to a pooler that does not keep prepared statements between transactions; use pool_mode = session, or PgBouncer 1.21 or later with max_prepared_statements above 0.",
  );
}

function tooOld(major: number): StartProblem {
  return startProblem(
    `PostgreSQL ở DATABASE_URL là bản ${major}; cần bản 15 trở lên.`,
    `The PostgreSQL at DATABASE_URL is version ${major}; version 15 or later is needed.`,
  );
}

/** Any other encoding would refuse a name in the middle of the work, or count letters as bytes. */
function wrongEncoding(encoding: string): StartProblem {
  return startProblem(
    `Cơ sở dữ liệu ở DATABASE_URL lưu chữ theo ${encoding}; hãy tạo cơ sở dữ liệu có bảng mã UTF8.`,
    `The database at DATABASE_URL keeps text as ${encoding}; create one with the encoding UTF8.`,
  );
}

/** In such a database "ĐƯỜNG" and "đường" are two words, or a search for either finds nothing. */
function wrongLetters(letters: string): StartProblem {
  return startProblem(
    `Cơ sở dữ liệu ở DATABASE_URL không biết chữ hoa, chữ thường tiếng Việt (lc_ctype “${letters}”); hãy tạo cơ sở dữ liệu khác: create database … template template0 encoding 'UTF8' locale 'C.UTF-8' (hoặc vi_VN.UTF-8).`,
    `The database at DATABASE_URL does not know the letters of Vietnamese (lc_ctype “${letters}”); create another one: create database … template template0 encoding 'UTF8' locale 'C.UTF-8' (or vi_VN.UTF-8).`,
  );
}

function noOrder(): StartProblem {
  return startProblem(
    "PostgreSQL ở DATABASE_URL không có ICU nên không xếp được tên theo bảng chữ cái tiếng Việt; hãy dùng bản có ICU (các bản phát hành thông thường đều có).",
    "The PostgreSQL at DATABASE_URL was built without ICU and cannot put names in Vietnamese order; use one with ICU, as usual releases are.",
  );
}

function connectionProblem(error: unknown, client: pg.Client | undefined): StartProblem {
  const { code = "", message } = error as { code?: string; message: string };
  const place = placeOf(client);
  if (code === "28P01" || code === "28000" || message.startsWith("SASL"))
    return startProblem(
      `PostgreSQL ở ${place} không nhận tên hoặc mật khẩu trong DATABASE_URL.`,
      `The PostgreSQL at ${place} does not accept the user or password in DATABASE_URL.`,
      error,
    );
  if (code === "3D000")
    return startProblem(
      `PostgreSQL ở ${place} không có cơ sở dữ liệu nêu trong DATABASE_URL; hãy tạo nó trước.`,
      `The PostgreSQL at ${place} has no database of the name in DATABASE_URL; create it first.`,
      error,
    );
  const reason = message || code; // several addresses tried in vain: no message of their own
  return startProblem(
    `Không kết nối được PostgreSQL ở ${place} theo DATABASE_URL: ${reason}.`,
    `No PostgreSQL could be reached at ${place} as DATABASE_URL says: ${reason}.`,
    error,
  );
}

/** Host and database without the password, for messages; not known when a file that the address names is missing. */
function placeOf(client: pg.Client | undefined): string {
  return client ? `${client.host}:${client.port}/${client.database}` : "DATABASE_URL";
}
