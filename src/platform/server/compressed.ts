import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Below that a frame around it costs more than it saves. */
const LEAST = 1024;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Of answers made at the moment: the last percents would cost more time than they save. */
const brotliLevel = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipLevel = { level: 4 };

export type Sent = { readonly body: Buffer; readonly encoding?: "br" | "gzip" };

/**
 * A text as whoever asks wants it sent, by the `Accept-Encoding` header. Not for what mixes a secret with words of whoever
 * asks: its length would tell of the secret.
 */
export async function compressed(text: string, accepts: string | undefined): Promise<Sent> {
  const body = Buffer.from(text);
  if (!accepts || body.length < LEAST) return { body };
  if (takesEncoding(accepts, "br")) return { body: await asBrotli(body, brotliLevel), encoding: "br" };
  if (takesEncoding(accepts, "gzip")) return { body: await asGzip(body, gzipLevel), encoding: "gzip" };
  return { body };
}

/** Named in an `Accept-Encoding` header, and not with the weight 0. */
export function takesEncoding(accepts: string, encoding: string): boolean {
  return accepts.split(",").some((one) => {
    const [name, ...more] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === encoding && !more.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}
