import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFiles } from "./current-files.ts";
import { digestOf, type FileStore } from "./file-store.ts";

// The same laws for both places: a folder, and a bucket of a real server that speaks S3.

let folder: string;
let server: S3rver;
const stores = new Map<string, FileStore>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doi-thoai-files-"));
  const configureBuckets = [{ name: "so-doi-thoai", configs: [] }];
  server = new S3rver({ port: 0, silent: true, directory: join(folder, "s3"), configureBuckets });
  const { port } = await server.run();
  const at = (bucket: string, secret = "S3RVER") =>
    `s3://S3RVER:${secret}@127.0.0.1:${port}/${bucket}/tep?plain=yes`;
  const dataFolder = join(folder, "data");
  stores.set("a folder", openFiles({ filesUrl: undefined, dataFolder }));
  stores.set("a bucket", openFiles({ filesUrl: at("so-doi-thoai"), dataFolder }));
  stores.set("no bucket", openFiles({ filesUrl: at("khong-co"), dataFolder }));
  stores.set("another's", openFiles({ filesUrl: at("so-doi-thoai", "khac"), dataFolder }));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe.each(["a folder", "a bucket"])("%s", (name) => {
  const store = () => stores.get(name)!;

  test("keeps a file under the digest of what it holds, and gives it back byte for byte", async () => {
    const bytes = randomBytes(300_000);
    const digest = await store().keep(bytes);
    expect(digest).toBe(digestOf(bytes));
    expect(Buffer.from(await store().read(digest)).equals(bytes)).toBe(true);
  });

  test("keeps the same once, and for several who bring it at the same moment", async () => {
    const bytes = randomBytes(50_000);
    const kept = await Promise.all(Array.from({ length: 5 }, () => store().keep(bytes)));
    expect(new Set(kept).size).toBe(1);
    expect(digestOf(await store().read(kept[0]!))).toBe(kept[0]);
  });

  test("one that is not there is a sentence", async () => {
    const refused = expect.objectContaining({ vi: expect.stringContaining("không còn ở nơi lưu tệp") });
    await expect(store().read("0".repeat(64))).rejects.toEqual(refused);
  });
});

describe("a folder", () => {
  const files = () => join(folder, "data", "files");

  test("a damaged file is a sentence, and whoever brings it again puts it right", async () => {
    const store = stores.get("a folder")!;
    const bytes = randomBytes(1000);
    const digest = await store.keep(bytes);
    await writeFile(join(files(), digest.slice(0, 2), digest), "khác");
    await expect(store.read(digest)).rejects.toMatchObject({ definition: { code: "files.damaged" } });
    await store.keep(bytes);
    expect(digestOf(await store.read(digest))).toBe(digest);
  });

  test("nothing half written is left behind", async () => {
    const names = (await readdir(files(), { recursive: true })).filter((name) => name.length > 2);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  test("a place that is no folder is a sentence", async () => {
    const dataFolder = join(folder, "closed");
    await mkdir(dataFolder);
    await writeFile(join(dataFolder, "files"), "");
    const kept = openFiles({ filesUrl: undefined, dataFolder }).keep(randomBytes(10));
    await expect(kept).rejects.toMatchObject({ definition: { code: "files.unreachable" } });
  });
});

describe("a store elsewhere", () => {
  test.each(["no bucket", "another's"])("%s: a sentence, not a missing file", async (name) => {
    const refused = { definition: { code: "files.unreachable" } };
    await expect(stores.get(name)!.read("0".repeat(64))).rejects.toMatchObject(refused);
    await expect(stores.get(name)!.keep(randomBytes(10))).rejects.toMatchObject(refused);
  });

  test("that does not answer is a sentence", async () => {
    const gone = createServer().listen(0);
    const { port } = gone.address() as AddressInfo;
    await new Promise((closed) => gone.close(closed));
    const filesUrl = `s3://a:b@127.0.0.1:${port}/c?plain=yes`;
    const read = openFiles({ filesUrl, dataFolder: folder }).read("0".repeat(64));
    await expect(read).rejects.toMatchObject({ definition: { code: "files.unreachable" } });
  });
});
