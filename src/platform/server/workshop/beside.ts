/**
 * A process beside the server that makes papers and large sheets, one after another. Started by `work-process.ts` alone;
 * it ends with whoever started it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "#kernel/problem.ts";
import { projectRoot } from "../project-root.ts";
import { plainProblem, type Answer, type Order } from "./messages.ts";
import type { WorkFile } from "./work-kind.ts";

process.on("message", (order: Order) => void follow(order));
process.on("disconnect", () => process.exit(0));
// A terminal and a service manager tell the whole group to stop: whoever gave the work says when it is over.
process.on("SIGINT", () => {}).on("SIGTERM", () => {});

async function follow(order: Order): Promise<void> {
  const answer = await outcomeOf(order);
  const memory = process.memoryUsage.rss();
  if (process.connected) process.send!({ ...answer, memory } as Answer);
}

async function outcomeOf(order: Order): Promise<object> {
  try {
    if ("prepare" in order) {
      await (await fileOf(order.prepare)).prepare?.();
      return { output: null };
    }
    return { output: await (await fileOf(order.file)).work(order.input) };
  } catch (error) {
    if (error instanceof Problem) return { problem: plainProblem(error) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function fileOf(file: string): Promise<WorkFile> {
  return (await import(pathToFileURL(join(projectRoot, file)).href)) as WorkFile;
}
