import { AwsClient } from "aws4fetch";
import { Problem } from "#kernel/problem.ts";
import { log } from "../log.ts";
import { fileProblems as problems } from "./problems.ts";
import type { Shelf } from "./shelf.ts";

/** A bucket of an S3-compatible store, reached by path: what self-hosted ones understand. */
export type Bucket = {
  /** Of the server with the bucket and, where there is one, the folder in it; no final slash. */
  readonly address: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** Milliseconds for one file, each time it is tried. */
const patience = 20_000;
/** How often what the store refuses for the moment, or answers with an error of its own, is tried again. */
const retries = 2;

export function bucketShelf({ address, ...account }: Bucket): Shelf {
  const client = new AwsClient({ ...account, service: "s3", retries });
  const send = async (name: string, init: RequestInit): Promise<Response> => {
    try {
      return await client.fetch(`${address}/${name}`, { ...init, signal: AbortSignal.timeout(patience) });
    } catch (error) {
      log.error({ err: error, address }, "the store of files does not answer");
      throw new Problem(problems.unreachable, { retryAfter: 60 });
    }
  };
  return {
    async put(name, bytes) {
      // The name is the digest, so the store itself compares what came with what was sent.
      const headers = { "x-amz-content-sha256": name, "content-type": "application/octet-stream" };
      const answer = await send(name, { method: "PUT", body: bytes as BodyInit, headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw refusal(answer, address);
    },
    async get(name) {
      const answer = await send(name, { method: "GET" });
      const bytes = new Uint8Array(await bodyOf(answer));
      if (answer.ok) return bytes;
      if (answer.status === 404 && !saysNoBucket(bytes)) return null;
      throw refusal(answer, address);
    },
  };
}

/** A bucket that is not there is no missing file: everything would be missing. */
const saysNoBucket = (bytes: Uint8Array) => Buffer.from(bytes).includes("NoSuchBucket");

/** One that breaks off in the middle has not answered. */
async function bodyOf(answer: Response): Promise<ArrayBuffer> {
  return answer.arrayBuffer().catch((error: unknown) => {
    log.error({ err: error }, "the store of files broke off");
    throw new Problem(problems.unreachable, { retryAfter: 60 });
  });
}

function refusal({ status }: Response, address: string): Problem {
  log.error({ status, address }, "the store of files refused");
  return new Problem(status === 507 ? problems.full : problems.unreachable, { retryAfter: 60 });
}
