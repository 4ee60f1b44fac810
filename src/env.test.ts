import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#platform/server/project-root.ts";
import { readEnv, readLogLevel } from "./env.ts";

test("nothing set: this machine only, port 3000, .data in the checkout", () => {
  expect(readEnv({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    origin: "http://localhost:3000",
    originGiven: false,
    dataFolder: join(projectRoot, ".data"),
    databaseUrl: undefined,
    logLevel: "info",
  });
});

test("a blank variable counts as not set", () => {
  expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual(readEnv({}));
  expect(readEnv({ PORT: " ", DATABASE_URL: "\t" })).toEqual(readEnv({}));
});

test("an origin is taken without its final slash", () => {
  expect(readEnv({ ORIGIN: "https://doithoai.example.vn/" })).toMatchObject({
    origin: "https://doithoai.example.vn",
    originGiven: true,
  });
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "65536"],
  ["HOST", "not a host"],
  ["ORIGIN", "doithoai.example.vn"],
  ["ORIGIN", "https://example.vn/path"],
  ["ADDRESS_HEADER", "x forwarded for"],
  ["XFF_DEPTH", "0"],
  ["WORKSHOP_PROCESSES", "0"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["DATABASE_URL", "foo"],
  ["DATABASE_URL", "postgres://localhost:99999/x"],
  ["DATABASE_URL", "postgresql://localhost:port/x"],
  ["DATABASE_URL", "postgres://[::1/x"],
  ["DATABASE_URL", "postgres://"],
  ["DATABASE_URL", "postgres://a:%zz@localhost/x"],
  ["DATABASE_REPLICA_URL", "postgres://localhost/x"],
  ["FILES_URL", "/srv/files"],
  ["FILES_URL", "s3://host/bucket"],
  ["FILES_URL", "s3://a:b@host"],
  ["FILES_URL", "s3://a:%zz@host/bucket"],
  ["SMTP_URL", "mail.example.vn"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused by name, in both languages", (name, value) => {
  const sentence = expect.stringContaining(name);
  expect(() => readEnv({ [name]: value })).toThrow(expect.objectContaining({ vi: sentence, en: sentence }));
});

test.each([
  "postgres://localhost:1/x",
  "postgresql://a%40b:p%C3%A1@[::1]:5432/x?sslmode=require",
  "POSTGRES://localhost/x",
  "postgres:///x?host=/var/run/postgresql",
  "postgres://%2Fvar%2Frun%2Fpostgresql/x",
])("DATABASE_URL=%s is an address", (databaseUrl) => {
  expect(readEnv({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl, demo: false });
});

test("the log speaks at its usual level when the level itself is wrong", () => {
  expect(readLogLevel({ LOG_LEVEL: "loud" })).toBe("info");
});
