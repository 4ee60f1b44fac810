import { fileTypeFromBuffer } from "file-type";
import { Problem } from "#kernel/problem.ts";
import { kindOfType, type FileKind } from "../../file-kinds.ts";
import { fileNameKept, isCalledOtherwise } from "../../file-name.ts";
import type { Finding } from "../../findings.ts";
import { attachmentProblems as problems } from "../../problems.ts";
import { redrawn } from "./image.ts";
import { findingsInOffice } from "./office-file.ts";
import { findingsInPdf } from "./pdf-file.ts";

export type FileSent = { readonly name: string; readonly bytes: Uint8Array };

/** A file as it is to be kept. */
export type JudgedFile = {
  readonly name: string;
  readonly kind: FileKind;
  /** What is kept: an image drawn anew, anything else as it came. */
  readonly bytes: Uint8Array;
  /** A small JPEG of an image. */
  readonly thumbnail: Uint8Array | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly findings: readonly Finding[];
};

/** What a file is, whatever it is called, and whether it may be kept: done beside the server (`judgedFile`). @throws Problem */
export async function work({ name: sent, bytes }: FileSent): Promise<JudgedFile> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = await kindOf(sent, file);
  const name = fileNameKept(sent, kind);
  if (isCalledOtherwise(sent, kind))
    throw new Problem(problems.called_otherwise, { values: { name: sent, kind: kind.toUpperCase() } });
  if (kind === "jpeg" || kind === "png" || kind === "webp")
    return { name, kind, findings: [], ...(await redrawn(kind, name, file)) };
  const findings = kind === "pdf" ? findingsInPdf(name, file) : findingsInOffice(name, file);
  return { name, kind, bytes, findings, thumbnail: null, width: null, height: null };
}

async function kindOf(name: string, file: Buffer): Promise<FileKind> {
  const found = await fileTypeFromBuffer(file).catch(() => undefined);
  const kind = found ? kindOfType(found.mime) : null;
  if (kind) return kind;
  throw new Problem(refusalOf(found?.mime ?? ""), { values: { name } });
}

function refusalOf(mime: string) {
  if (/^image\/hei[cf]/.test(mime)) return problems.heic;
  if (mime === "application/x-cfb") return problems.old_office;
  return mime.includes("macroenabled") ? problems.with_macros : problems.unknown_kind;
}
