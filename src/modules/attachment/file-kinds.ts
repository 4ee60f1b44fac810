/** What may be attached, by what its bytes are: how it is called on the way out, by what names it goes, and what family it is of. */
export const fileKinds = {
  jpeg: { type: "image/jpeg", endings: ["jpg", "jpeg"], family: "image" },
  png: { type: "image/png", endings: ["png"], family: "image" },
  webp: { type: "image/webp", endings: ["webp"], family: "image" },
  pdf: { type: "application/pdf", endings: ["pdf"], family: "pdf" },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    family: "text",
  },
  odt: { type: "application/vnd.oasis.opendocument.text", endings: ["odt"], family: "text" },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    family: "sheet",
  },
  ods: { type: "application/vnd.oasis.opendocument.spreadsheet", endings: ["ods"], family: "sheet" },
} as const;

export type FileKind = keyof typeof fileKinds;

/** In the order in which they are offered. */
export const fileKindNames = Object.keys(fileKinds) as [FileKind, ...FileKind[]];

/** What a form asks for: a telephone that keeps HEIC sends JPEG then. */
export const acceptedFiles = fileKindNames
  .flatMap((kind) => [fileKinds[kind].type, ...fileKinds[kind].endings.map((ending) => `.${ending}`)])
  .join(",");

export function kindOfType(type: string): FileKind | null {
  return fileKindNames.find((kind) => fileKinds[kind].type === type) ?? null;
}

/** The kind that an ending of a name stands for; null where it stands for none of ours. */
export function kindOfEnding(ending: string): FileKind | null {
  return (
    fileKindNames.find((kind) => (fileKinds[kind].endings as readonly string[]).includes(ending)) ?? null
  );
}
