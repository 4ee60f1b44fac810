import { availableParallelism } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { projectRoot } from "#platform/server/project-root.ts";
import { filesPlace } from "#platform/server/files/files-place.ts";
import { startProblem } from "#platform/server/start-problem.ts";

/** The program's settings. This file alone reads the environment. */
export type Env = {
  /** TCP port; 0 lets the system choose a free one. */
  port: number;
  /** Address to listen on. The default is this machine only: opening the register to a network is a decision. */
  host: string;
  /** Address people type, without a final slash, when it was given. Links in mails and notices use it. */
  origin: string;
  /** Whether ORIGIN was given; otherwise the address is taken from each request. */
  originGiven: boolean;
  /**
   * The header, in small letters, in which the proxy in front writes where a visitor came from. Attempts to sign in
   * are counted by address: without it everybody behind a proxy is one. Left out where no proxy stands in front, for
   * then a visitor could write it.
   */
  addressHeader: string | undefined;
  /** How many proxies of ours add to `x-forwarded-for`; the address that the first of them saw is taken. */
  proxiesTrusted: number;
  /** Absolute folder of the embedded database and of uploaded files. */
  dataFolder: string;
  /** A PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined;
  /** A PostgreSQL that follows the one of `databaseUrl`, for figures of days that are over. */
  databaseReplicaUrl: string | undefined;
  /** How many connections to the database people's requests may hold at once, and how many the reports beside them. */
  databaseConnections: number;
  reportConnections: number;
  /** The port on this machine's own address at which figures for Prometheus are told; none unless given. */
  metricsPort: number | undefined;
  /** How many processes serve on one port; each has connections of its own. */
  processes: number;
  /** How many processes make papers and large sheets beside each that serves; a core stays for people. */
  workshopProcesses: number;
  /** Where files are kept when not under the data folder; `filesPlace` reads it. */
  filesUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Key of session cookies and second factors. When not given one is made and kept in the database. */
  authSecret: string | undefined;
  /** Whether an empty embedded database is filled with the demo. An office that begins for good says no. */
  demo: boolean;
  logLevel: LogLevel;
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

const url = (...schemes: string[]) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)));

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("127.0.0.1"),
  ORIGIN: url("http", "https").refine(isOrigin).optional(),
  ADDRESS_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/i)
    .toLowerCase()
    .optional(),
  XFF_DEPTH: z.coerce.number().int().min(1).max(20).default(1),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z.string().refine(isDatabaseAddress).optional(),
  DATABASE_REPLICA_URL: z.string().refine(isDatabaseAddress).optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  REPORT_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(2),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  WORKSHOP_PROCESSES: z.coerce.number().int().min(1).max(16).optional(),
  FILES_URL: url("file", "s3")
    .refine((text) => filesPlace(text, "") !== null)
    .optional(),
  SMTP_URL: url("smtp", "smtps").optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  DEMO: z.enum(["yes", "no"]).default("yes"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

/** What follows nothing cannot be followed: the embedded database has no replica. */
const together = schema.refine(
  ({ DATABASE_URL, DATABASE_REPLICA_URL }) => DATABASE_URL || !DATABASE_REPLICA_URL,
  {
    path: ["DATABASE_REPLICA_URL"],
  },
);

const expected: Record<keyof z.infer<typeof schema>, { vi: string; en: string }> = {
  PORT: { vi: "một số nguyên từ 0 đến 65535", en: "a whole number from 0 to 65535" },
  HOST: {
    vi: "một địa chỉ mạng, ví dụ 127.0.0.1 hoặc 0.0.0.0",
    en: "an address such as 127.0.0.1 or 0.0.0.0",
  },
  ORIGIN: {
    vi: "địa chỉ như https://doithoai.vidu.vn",
    en: "an address such as https://doithoai.example.vn",
  },
  ADDRESS_HEADER: {
    vi: "tên header mà proxy ghi địa chỉ người dùng, ví dụ x-forwarded-for",
    en: "the name of the header in which the proxy writes a visitor's address, such as x-forwarded-for",
  },
  XFF_DEPTH: { vi: "số proxy đứng trước, từ 1 đến 20", en: "the number of proxies in front, 1 to 20" },
  DATA_DIR: { vi: "đường dẫn một thư mục", en: "the path of a folder" },
  DATABASE_URL: {
    vi: "địa chỉ như postgres://nguoi_dung:mat_khau@may_chu:5432/ten_csdl",
    en: "an address such as postgres://user:password@host:5432/database",
  },
  DATABASE_REPLICA_URL: {
    vi: "địa chỉ như postgres://nguoi_dung:mat_khau@may_chu:5432/ten_csdl, cùng với DATABASE_URL",
    en: "an address such as postgres://user:password@host:5432/database, together with DATABASE_URL",
  },
  DATABASE_CONNECTIONS: { vi: "một số nguyên từ 2 đến 200", en: "a whole number from 2 to 200" },
  REPORT_CONNECTIONS: { vi: "một số nguyên từ 1 đến 50", en: "a whole number from 1 to 50" },
  METRICS_PORT: { vi: "một số nguyên từ 1 đến 65535", en: "a whole number from 1 to 65535" },
  WEB_CONCURRENCY: { vi: "một số nguyên từ 1 đến 64", en: "a whole number from 1 to 64" },
  WORKSHOP_PROCESSES: { vi: "một số nguyên từ 1 đến 16", en: "a whole number from 1 to 16" },
  FILES_URL: {
    vi: "địa chỉ như file:///thu_muc hoặc s3://khoa:mat_khau@may_chu/kho",
    en: "an address such as file:///folder or s3://key:secret@host/bucket",
  },
  SMTP_URL: {
    vi: "địa chỉ bắt đầu bằng smtp:// hoặc smtps://",
    en: "an address beginning with smtp:// or smtps://",
  },
  AUTH_SECRET: {
    vi: "một chuỗi ngẫu nhiên dài ít nhất 32 ký tự",
    en: "a random text of at least 32 characters",
  },
  DEMO: { vi: "yes hoặc no", en: "yes or no" },
  LOG_LEVEL: { vi: `một trong: ${logLevels.join(", ")}`, en: `one of: ${logLevels.join(", ")}` },
};

/** Reads and checks the settings; throws a StartProblem that names the first wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = together.safeParse(withoutBlanks(source));
  if (!parsed.success) throw wrongVariable(parsed.error);
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    origin: values.ORIGIN?.replace(/\/$/, "") ?? `http://localhost:${values.PORT}`,
    originGiven: values.ORIGIN !== undefined,
    addressHeader: values.ADDRESS_HEADER,
    proxiesTrusted: values.XFF_DEPTH,
    dataFolder: isAbsolute(values.DATA_DIR) ? values.DATA_DIR : resolve(projectRoot, values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    databaseReplicaUrl: values.DATABASE_REPLICA_URL,
    databaseConnections: values.DATABASE_CONNECTIONS,
    reportConnections: values.REPORT_CONNECTIONS,
    processes: values.WEB_CONCURRENCY,
    metricsPort: values.METRICS_PORT,
    workshopProcesses: values.WORKSHOP_PROCESSES ?? coresBeside(values.WEB_CONCURRENCY),
    filesUrl: values.FILES_URL,
    smtpUrl: values.SMTP_URL,
    authSecret: values.AUTH_SECRET,
    demo: values.DEMO === "yes" && values.DATABASE_URL === undefined,
    logLevel: values.LOG_LEVEL,
  };
}

/** What each of so many processes that serve has of the cores but one. */
function coresBeside(processes: number): number {
  return Math.min(16, Math.max(1, Math.floor((availableParallelism() - 1) / processes)));
}

/** The log's level alone, for the log itself, which must speak even when another variable is wrong. */
export function readLogLevel(source: NodeJS.ProcessEnv = process.env): LogLevel {
  const parsed = schema.shape.LOG_LEVEL.safeParse(source.LOG_LEVEL || undefined);
  return parsed.success ? parsed.data : "info";
}

/** The environment to hand to a process that needs none of our settings. */
export function inheritedEnvironment(source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { PATH: source.PATH, TMPDIR: source.TMPDIR, HOME: source.HOME, TZ: source.TZ };
}

function withoutBlanks(source: NodeJS.ProcessEnv): Record<string, string> {
  const names = Object.keys(schema.shape);
  const given = names.map((name) => [name, source[name]?.trim() ?? ""]);
  return Object.fromEntries(given.filter(([, text]) => text !== "")) as Record<string, string>;
}

/** A server, or the folder of its socket; the name and password can be read back from how they are written. */
function isDatabaseAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams, username, password } = new URL(text);
  const named = hostname !== "" || searchParams.has("host");
  return /^postgres(ql)?:$/.test(protocol) && named && [username, password, hostname].every(isDecodable);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false; // a bare percent sign
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, "");
}

function wrongVariable(error: z.ZodError) {
  const name = String(error.issues[0]?.path[0]) as keyof typeof expected;
  return startProblem(
    `Biến môi trường ${name} không hợp lệ: cần ${expected[name].vi}.`,
    `The environment variable ${name} is not valid: it needs ${expected[name].en}.`,
  );
}
