import { Problem } from "#kernel/problem.ts";
import type { IncomingMessage } from "node:http";
import { apiProblems } from "./problems.ts";

/** Thrown where the sender went away before all was said: there is nobody to answer. */
export class HungUp extends Error {}

/**
 * The body of a request, of so many bytes at most. What comes behind them is read and forgotten, so that the refusal is heard.
 * @throws Problem `too_large`; HungUp
 */
export function bodyWithin(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers["content-length"]) > limit)
    return Promise.reject(new Problem(apiProblems.too_large));
  return new Promise((resolve, reject) => {
    let parts: Buffer[] | null = [];
    let size = 0;
    const refuse = (error: Error) => {
      parts = null;
      reject(error);
    };
    request.on("data", (part: Buffer) => {
      if ((size += part.length) > limit) refuse(new Problem(apiProblems.too_large));
      parts?.push(part);
    });
    request.on("end", () => parts && resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
    request.on("error", (error) => refuse(new HungUp("The sender hung up.", { cause: error })));
    request.on("close", () => refuse(new HungUp("The sender hung up.")));
  });
}
