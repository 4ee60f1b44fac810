/** What a store of files stands on; names are digests. Several processes use it at the same time. */
export type Shelf = {
  /**
   * Puts bytes under a name, all of them or nothing, and for good when this resolves.
   * @throws Problem `files.full`, `files.unreachable`
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * What lies under a name; null where nothing does.
   * @throws Problem `files.unreachable`
   */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
};
