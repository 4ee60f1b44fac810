import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { inheritedEnvironment } from "#env";
import { browserPath } from "./browser-path.ts";
import { visitorHeader } from "./visitor-address.ts";
import { temporaryFolder } from "./temporary-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseURL: string;
    dataFolder: string;
    browserPath: string;
  }
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const startsWithin = 60_000;
const stopsWithin = 15_000;

/** Serves the built application on a free port, over an empty database of its own, for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfNeeded();
  const folder = await temporaryFolder();
  const application = start(folder.path);
  const stop = async () => {
    await end(application);
    await folder.remove();
  };
  try {
    const address = await addressOf(application);
    await ready(address, application);
    project.provide("baseURL", address);
    project.provide("dataFolder", folder.path);
    project.provide("browserPath", await browserPath());
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function buildIfNeeded(): Promise<void> {
  const build = spawn("bash", ["-c", "source bin/prepare.sh && build_application"], {
    cwd: root,
    stdio: "inherit",
  });
  const [code] = (await once(build, "exit")) as [number | null];
  if (code !== 0) throw new Error("The application could not be built.");
}

function start(dataFolder: string): ChildProcess {
  const settings = {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataFolder,
    LOG_LEVEL: "warn",
    ADDRESS_HEADER: visitorHeader,
  };
  return spawn(process.execPath, ["bin/serve.ts"], {
    cwd: root,
    env: { ...inheritedEnvironment(), ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The application prints the address it listens on, since it chose the port itself. */
async function addressOf(application: ChildProcess): Promise<string> {
  const lines = createInterface({ input: application.stdout! });
  const late = setTimeout(() => lines.close(), startsWithin);
  try {
    for await (const line of lines) {
      const address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address) return address;
    }
  } finally {
    clearTimeout(late);
    application.stdout?.resume();
  }
  throw new Error("The application ended, or took too long, before it said where it listens.");
}

async function ready(address: string, application: ChildProcess): Promise<void> {
  const deadline = Date.now() + startsWithin;
  while (Date.now() < deadline && application.exitCode === null) {
    const response = await fetch(`${address}/readyz`);
    if (response.ok) return;
    await wait(100);
  }
  throw new Error("The application did not become ready.");
}

async function end(application: ChildProcess): Promise<void> {
  if (application.exitCode !== null || application.signalCode !== null) return;
  const ended = once(application, "exit");
  application.kill("SIGTERM");
  const late = setTimeout(() => application.kill("SIGKILL"), stopsWithin);
  await ended;
  clearTimeout(late);
}
