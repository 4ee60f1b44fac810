import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { rmdirSync, rmSync, statSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { folderProblem, startProblem } from "../start-problem.ts";
import { readStateFile, syncPath, unreadableState, writeStateFile } from "../state-file.ts";
import { binariesIn, packagedBinaries, type Binaries } from "./binaries.ts";
import { canRun, canUseFolder, isRoot, unprivilegedAccount, type ServerAccount } from "./server-account.ts";

/** Where the embedded database lies, what runs it, and as whom (undefined: as ourselves). */
export type Place = { cluster: string; binaries: Binaries; account: ServerAccount | undefined };

/** Left in the data folder when the database had to be put elsewhere. */
type Pointer = { folder: string; cluster: boolean };

const pointerName = "database-elsewhere.json";
const elsewhere = "/var/lib/doi-thoai";

/**
 * Finds or makes the place of a data folder's database.
 *
 * Normally that is `<data folder>/postgres`, run by the person who starts us. PostgreSQL refuses to run as
 * root, so root lends it an unprivileged account; when that account cannot reach the data folder or the
 * binaries (a checkout in a closed home folder), they go under /var/lib/doi-thoai and a pointer stays behind.
 */
export function findPlace(dataFolder: string): Place {
  try {
    return isRoot() ? placeForRoot(dataFolder) : ownPlace(dataFolder);
  } catch (error) {
    throw folderProblem(error, (error as NodeJS.ErrnoException).path ?? dataFolder);
  }
}

function ownPlace(dataFolder: string): Place {
  const cluster = join(dataFolder, "postgres");
  if (existsSync(join(dataFolder, pointerName))) throw othersDatabase(dataFolder);
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  if (statSync(cluster).uid !== process.getuid?.()) throw othersDatabase(cluster);
  return { cluster, binaries: packagedBinaries(), account: undefined };
}

function placeForRoot(dataFolder: string): Place {
  const pointer = readPointer(dataFolder);
  const usual = join(dataFolder, "postgres");
  const account =
    ownerOf(pointer?.cluster ? join(pointer.folder, "cluster") : usual) ?? unprivilegedAccount();
  const reachesUsual = !pointer?.cluster && giveFolder(usual, account);
  const packaged = packagedBinaries();
  if (reachesUsual && canRun(account, packaged.postgres))
    return { cluster: usual, binaries: packaged, account };

  const place = pointer ?? newPointer(dataFolder, !reachesUsual);
  const cluster = place.cluster ? join(place.folder, "cluster") : usual;
  if (!giveFolder(cluster, account)) throw unreachable(cluster);
  if (canRun(account, packaged.postgres)) return { cluster, binaries: packaged, account };
  return { cluster, binaries: copyBinaries(packaged, join(place.folder, "postgresql")), account };
}

/** Whose database it already is; root takes over nobody's files. */
function ownerOf(cluster: string): ServerAccount | undefined {
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

/** Makes the folder for the account alone; false when the account cannot get to it. */
function giveFolder(folder: string, account: ServerAccount): boolean {
  const made = !existsSync(folder);
  if (made) mkdirSync(folder, { mode: 0o700 });
  if (lstatSync(folder).uid === 0) chownSync(folder, account.uid, account.gid);
  if (canUseFolder(account, folder)) return true;
  if (!made && readdirSync(folder).length > 0) throw unreachable(folder);
  rmdirSync(folder);
  return false;
}

function readPointer(dataFolder: string): Pointer | undefined {
  const file = join(dataFolder, pointerName);
  const pointer = readStateFile<Pointer>(file);
  if (pointer === undefined) return undefined;
  if (pointer === "unreadable" || typeof pointer.folder !== "string") throw lostPointer(file);
  if (existsSync(pointer.folder)) return pointer;
  throw startProblem(
    `Cơ sở dữ liệu của “${dataFolder}” ở “${pointer.folder}”, nhưng thư mục đó không còn.`,
    `The database of “${dataFolder}” is in “${pointer.folder}”, but that folder is gone.`,
  );
}

function newPointer(dataFolder: string, cluster: boolean): Pointer {
  const folder = join(elsewhere, randomBytes(8).toString("hex"));
  mkdirSync(folder, { recursive: true });
  for (const path of [elsewhere, folder]) chmodSync(path, 0o755);
  writeStateFile(join(dataFolder, pointerName), JSON.stringify({ folder, cluster }) + "\n");
  return { folder, cluster };
}

const lostPointer = (file: string) =>
  unreadableState(
    file,
    `Nó nói cơ sở dữ liệu nằm ở đâu trong “${elsewhere}”: hãy ghi lại, ví dụ {"folder":"${elsewhere}/…","cluster":true}.`,
    `It says where in “${elsewhere}” the database is: write it again, such as {"folder":"${elsewhere}/…","cluster":true}.`,
  );

/** A copy of the packaged PostgreSQL that anybody can read, renewed when the package is. */
function copyBinaries(packaged: Binaries & { version: string }, folder: string): Binaries {
  const marker = join(folder, "version");
  if (existsSync(marker) && readFileSync(marker, "utf8") === packaged.version) return binariesIn(folder);
  rmSync(folder, { recursive: true, force: true });
  cpSync(packaged.folder, folder, { recursive: true, verbatimSymlinks: true });
  openToAll(folder);
  writeStateFile(marker, packaged.version);
  return binariesIn(folder);
}

/** Readable for everybody, and on the disk before the copy counts as made. */
function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  syncPath(path);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function othersDatabase(path: string) {
  return startProblem(
    `Cơ sở dữ liệu ở “${path}” thuộc người dùng khác; hãy chạy bằng người dùng đã tạo ra nó hoặc đặt DATA_DIR khác.`,
    `The database in “${path}” belongs to another user; run as the user who made it, or set another DATA_DIR.`,
  );
}

function unreachable(path: string) {
  return startProblem(
    `Người dùng chạy PostgreSQL không vào được “${path}”; hãy mở quyền đi qua các thư mục chứa nó (chmod o+x).`,
    `The user who runs PostgreSQL cannot reach “${path}”; let others pass through the folders above it (chmod o+x).`,
  );
}
