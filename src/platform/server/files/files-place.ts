import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bucket } from "./bucket-shelf.ts";

/** Where files are kept: a folder of this machine, or a bucket. */
export type FilesPlace = { readonly folder: string } | { readonly bucket: Bucket };

/**
 * What FILES_URL says: `file:///folder`, or `s3://KEY:SECRET@host:port/bucket/folder?region=…&plain=yes`, the key and the
 * secret written with percent signs where they hold other letters than an address may; `plain` where the store speaks no
 * https. Without it files lie under the data folder. Null where it cannot be read.
 */
export function filesPlace(url: string | undefined, dataFolder: string): FilesPlace | null {
  if (url === undefined) return { folder: join(dataFolder, "files") };
  try {
    const address = new URL(url);
    return address.protocol === "file:" ? { folder: fileURLToPath(address) } : bucketAt(address);
  } catch {
    return null; // no address, or a percent sign that stands for nothing
  }
}

function bucketAt({ host, pathname, username, password, searchParams }: URL): FilesPlace | null {
  const path = pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  if (!host || !username || !password || path.length < 2) return null;
  const scheme = searchParams.get("plain") === "yes" ? "http" : "https";
  return {
    bucket: {
      address: `${scheme}://${host}${path}`,
      region: searchParams.get("region") ?? "us-east-1",
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
    },
  };
}
