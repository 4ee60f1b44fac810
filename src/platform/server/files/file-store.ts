import { createHash } from "node:crypto";
import { Problem } from "#kernel/problem.ts";
import type { Shelf } from "./shelf.ts";
import { fileProblems as problems } from "./problems.ts";

/** SHA-256 in small hexadecimal digits: what a file is called in the store. */
export type Digest = string;

/** Where the bytes of files are kept: each under the digest of what it holds, so the same bytes are there once. */
export type FileStore = {
  /** Keeps a file and answers its digest; it is on the disk, or with the other server, when this resolves. */
  keep(bytes: Uint8Array): Promise<Digest>;
  /**
   * A kept file, compared with its digest.
   * @throws Problem `files.missing`, `files.damaged`, `files.unreachable`
   */
  read(digest: Digest): Promise<Uint8Array<ArrayBuffer>>;
  /** Whether it is kept, and whole. @throws Problem `files.unreachable` */
  has(digest: Digest): Promise<boolean>;
};

export function fileStoreOn(shelf: Shelf): FileStore {
  const has = async (digest: Digest) => {
    const bytes = await shelf.get(digest);
    return bytes !== null && digestOf(bytes) === digest;
  };
  return {
    has,
    async keep(bytes) {
      const digest = digestOf(bytes);
      // What lies there already is looked at: one that was damaged is put right by whoever brings it again.
      if (!(await has(digest))) await shelf.put(digest, bytes);
      return digest;
    },
    async read(digest) {
      const bytes = await shelf.get(digest);
      if (bytes === null) throw new Problem(problems.missing);
      if (digestOf(bytes) !== digest) throw new Problem(problems.damaged);
      return bytes;
    },
  };
}

export function digestOf(bytes: Uint8Array): Digest {
  return createHash("sha256").update(bytes).digest("hex");
}
