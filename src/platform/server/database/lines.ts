import type { Readable } from "node:stream";

/** Calls back with the first line a stream gives, parsed as JSON; with undefined when it ends without one. */
export function onFirstLine<T>(stream: Readable, take: (message: T | undefined) => void): void {
  let text = "";
  const finish = (message: T | undefined) => {
    stream.off("data", read).off("end", end).off("close", end);
    take(message);
  };
  const end = () => finish(undefined);
  const read = (chunk: Buffer) => {
    text += chunk.toString("utf8");
    const at = text.indexOf("\n");
    if (at >= 0) finish(parsed<T>(text.slice(0, at)));
  };
  stream.on("data", read).on("end", end).on("close", end);
}

export function firstLine<T>(stream: Readable): Promise<T | undefined> {
  return new Promise((resolve) => onFirstLine<T>(stream, resolve));
}

function parsed<T>(line: string): T | undefined {
  try {
    return JSON.parse(line) as T;
  } catch {
    return undefined;
  }
}
