import { problemAt, type RegisterProblem } from "./register-problem.ts";

export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: RegisterProblem };

/** Bytes with which Windows-1258 writes Vietnamese: combining tone marks, then ă â đ ê ô ơ ư in both cases. */
const WINDOWS_1258 = new Set([0xcc, 0xec, 0xd2, 0xde, 0xf2, 0xe3, 0xe2, 0xf0, 0xea, 0xf4, 0xf5, 0xfd]);
const WINDOWS_1258_CAPITALS = new Set([0xc3, 0xc2, 0xd0, 0xca, 0xd4, 0xd5, 0xdd]);
const SAMPLE = 64 * 1024;

/** UTF-8 bytes → text, without a byte order mark; any other encoding is named, not guessed through. */
export function decodeRegister(bytes: Uint8Array): Decoded {
  const utf16 = seemsUtf16(bytes);
  if (utf16 !== undefined) return refused(utf16, 1);
  if (isNoText(bytes)) return { ok: false, problem: problemAt("", "no_register", {}) };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refused(singleByteEncoding(bytes), firstHighByte(bytes) + 1);
  }
}

function refused(encoding: string, offset: number): Decoded {
  return { ok: false, problem: problemAt("", "encoding", { encoding, offset }) };
}

/** An archive, which Excel's and Word's files are, a PDF, a picture: no text has a zero byte. */
function isNoText(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  return ["PK\u0003\u0004", "%PDF"].includes(head) || bytes.subarray(0, SAMPLE).includes(0);
}

/** A mark at the head, or the zero byte beside each ASCII letter, which JSON text never holds. */
function seemsUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16 LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16 BE";
  if (bytes.length < 2) return undefined;
  if (bytes[0] === 0 && bytes[1] !== 0) return "UTF-16 BE";
  return bytes[0] !== 0 && bytes[1] === 0 ? "UTF-16 LE" : undefined;
}

function singleByteEncoding(bytes: Uint8Array): string {
  const high = bytes.subarray(0, SAMPLE).filter((byte) => byte >= 0x80);
  const typical = high.filter((byte) => WINDOWS_1258.has(byte) || WINDOWS_1258_CAPITALS.has(byte));
  return typical.length * 2 > high.length ? "Windows-1258" : "TCVN3 (ABC) / VNI / ISO-8859-1";
}

function firstHighByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80);
}
