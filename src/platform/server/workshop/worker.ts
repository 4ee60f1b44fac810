/**
 * A process beside the server that makes papers and large sheets, one after another. Started by `hand.ts`, never by hand;
 * it ends with whoever started it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "#kernel/problem.ts";
import { projectRoot } from "../project-root.ts";
import { plainProblem, type Answer, type Order } from "./messages.ts";
import type { TradeFile } from "./trade.ts";

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
      await (await tradeIn(order.prepare)).prepare?.();
      return { output: null };
    }
    return { output: await (await tradeIn(order.file)).work(order.input) };
  } catch (error) {
    if (error instanceof Problem) return { problem: plainProblem(error) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function tradeIn(file: string): Promise<TradeFile> {
  return (await import(pathToFileURL(join(projectRoot, file)).href)) as TradeFile;
}
