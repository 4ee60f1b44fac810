import { spawn } from "node:child_process";
import { accessSync, constants, mkdirSync, realpathSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inheritedEnvironment } from "#env";
import { projectRoot } from "../project-root.ts";
import { folderProblem, startProblem } from "../start-problem.ts";
import { problemOf, readAddress } from "./keeper-messages.ts";
import type { Connection, KeeperGreeting, LeaseAnswer, Role } from "./keeper-messages.ts";
import { firstLine } from "./lines.ts";
import { isRoot } from "./server-account.ts";

export type Lease = {
  connection: Connection;
  /** The folder of the database's files. */
  cluster: string;
  /** Lets go of the database; when ours was the last lease, resolves once PostgreSQL has stopped. */
  release(): Promise<void>;
};

type Granted = Extract<LeaseAnswer, { kind: "granted" }> & { socket: Socket };

const attempts = 20;

/**
 * Takes a lease on the embedded database of a data folder, starting its keeper when there is none. Should
 * the keeper die, a new one is asked for at once; `onLost` is called only when that fails too.
 */
export async function takeLease(
  folder: string,
  role: Role,
  onLost: (error: unknown) => void,
): Promise<Lease> {
  const dataFolder = prepareDataFolder(folder);
  let held = await acquire(dataFolder, role);
  let released = false;

  const keep = () => held.socket.once("close", () => (released ? undefined : void renew()));
  const renew = async () => {
    try {
      held = await acquire(dataFolder, role);
      if (released) return held.socket.destroy();
      keep();
    } catch (error) {
      onLost(error);
    }
  };
  keep();

  return {
    connection: held.connection,
    cluster: held.cluster,
    release() {
      released = true;
      return new Promise((resolve) => {
        if (held.socket.destroyed) return resolve();
        held.socket.once("close", () => resolve()).end();
      });
    },
  };
}

function prepareDataFolder(folder: string): string {
  try {
    // Root's data folder lets the database's account through to its own part, and nobody into the rest.
    mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (error) {
    throw folderProblem(error, folder);
  }
}

async function acquire(dataFolder: string, role: Role): Promise<Granted> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const socket = (await reach(dataFolder)) ?? (await startKeeper(dataFolder));
    if (!socket) continue;
    const answer = await ask(socket, role);
    if (answer?.kind === "granted") return { ...answer, socket };
    socket.destroy();
    if (answer?.kind === "refused") throw alreadyRunning(answer.pid, dataFolder);
    if (answer?.kind === "failed") throw problemOf(answer);
    await sleep(50); // that keeper was on its way out
  }
  throw startProblem(
    `Không khởi động được cơ sở dữ liệu kèm sẵn ở “${dataFolder}”.`,
    `The embedded database in “${dataFolder}” could not be started.`,
  );
}

/** Connects to the keeper that serves the folder, if one does. */
async function reach(dataFolder: string): Promise<Socket | undefined> {
  const address = readAddress(dataFolder);
  if (!address) return undefined;
  return new Promise((resolve) => {
    const socket = connect(address.socket);
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(undefined));
  });
}

function ask(socket: Socket, role: Role): Promise<LeaseAnswer | undefined> {
  socket.on("error", () => socket.destroy()); // told to us as a closed connection
  const answer = firstLine<LeaseAnswer>(socket);
  socket.write(JSON.stringify({ role, pid: process.pid }) + "\n");
  return answer.finally(() => socket.resume());
}

/** Starts a keeper in a session of its own, so that Ctrl-C at our terminal is not meant for it. */
async function startKeeper(dataFolder: string): Promise<Socket | undefined> {
  const program = join(projectRoot, "src", "platform", "server", "database", "keeper.ts");
  const keeper = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, dataFolder], {
    cwd: "/",
    detached: true,
    env: inheritedEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
  });
  const greeting = await firstLine<KeeperGreeting>(keeper.stdout);
  keeper.stdout.destroy();
  keeper.unref();
  if (greeting?.kind === "failed") throw problemOf(greeting);
  return reach(dataFolder);
}

function alreadyRunning(pid: number, dataFolder: string) {
  return startProblem(
    `Đối Thoại đang chạy trên thư mục dữ liệu “${dataFolder}” (tiến trình ${pid}); hãy dừng nó hoặc đặt DATA_DIR khác.`,
    `Đối Thoại is already running on the data folder “${dataFolder}” (process ${pid}); stop it or set another DATA_DIR.`,
  );
}
