import { zipSync } from "fflate";

/** A ZIP archive of these files and of nothing else, as they are: neither packed nor named twice. */
export function storedArchive(files: ReadonlyMap<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) }));
}
