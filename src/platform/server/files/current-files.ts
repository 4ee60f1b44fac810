import type { Env } from "#env";
import { bucketShelf } from "./bucket-shelf.ts";
import { fileStoreOn, type FileStore } from "./file-store.ts";
import { filesPlace } from "./files-place.ts";
import { folderShelf } from "./folder-shelf.ts";

type Settings = Pick<Env, "filesUrl" | "dataFolder">;

/**
 * Where this process keeps files, for the built bundle too: as with the database, a registered symbol is the same. Only the
 * settings are shared, so that what a store refuses is a `Problem` of whoever asks.
 */
const slot = Symbol.for("doi-thoai.files");
type Holder = { [slot]?: Settings };

export function setCurrentFiles({ filesUrl, dataFolder }: Settings): void {
  (globalThis as Holder)[slot] = { filesUrl, dataFolder };
}

/** Throws where no place was set: a fault in the order of starting, not a state to handle. */
export function currentFiles(): FileStore {
  const settings = (globalThis as Holder)[slot];
  if (!settings) throw new Error("Files were asked for before it was known where they are kept.");
  return openFiles(settings);
}

/** The store that the settings name; nothing is opened before something is kept or read. */
export function openFiles({ filesUrl, dataFolder }: Settings): FileStore {
  const place = filesPlace(filesUrl, dataFolder);
  if (!place) throw new Error("FILES_URL was not checked.");
  return fileStoreOn("folder" in place ? folderShelf(place.folder) : bucketShelf(place.bucket));
}
