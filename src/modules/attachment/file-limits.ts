/** How large a file may be, and what it may hold. */
export const fileLimits = {
  /** Bytes as sent. */
  bytes: 20 * 1024 ** 2,
  /** Bytes of an Office file, unpacked. */
  unpacked: 200 * 1024 ** 2,
  /** Pixels of an image: a telephone's largest photograph. */
  pixels: 50_000_000,
  /** Files that are attached at a time, and those of one matter, conference or document. */
  atOnce: 20,
  ofOne: 200,
  /** Bytes that one person brings within a day. */
  aDay: 1024 ** 3,
  /** Characters of a name. */
  name: 200,
};
