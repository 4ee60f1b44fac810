import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Below that a frame around it costs more than it saves. */
const LEAST = 1024;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Of answers made at the moment: the last percents would cost more time than they save. */
const brotliLevel = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipLevel = { level: 4 };

type Encoding = "br" | "gzip";
export type Sent = { readonly body: Buffer; readonly encoding?: Encoding };

/** A text to be sent; in each encoding it is written once, however often it is sent. */
export type Sendable = {
  /** Bytes, of the text as it is. */
  readonly length: number;
  /** As whoever asks wants it sent, by the `Accept-Encoding` header. */
  as(accepts: string | undefined): Sent | Promise<Sent>;
};

/** Not for what mixes a secret with words of whoever asks: its length would tell of the secret. */
export function sendable(text: string): Sendable {
  const body = Buffer.from(text);
  const plain: Sent = { body };
  const written: { [encoding in Encoding]?: Promise<Sent> } = {};
  return {
    length: body.length,
    as(accepts) {
      if (!accepts || body.length < LEAST) return plain;
      if (takesEncoding(accepts, "br")) return (written.br ??= inBrotli(body));
      if (takesEncoding(accepts, "gzip")) return (written.gzip ??= inGzip(body));
      return plain;
    },
  };
}

const inBrotli = async (body: Buffer): Promise<Sent> => ({
  body: await asBrotli(body, brotliLevel),
  encoding: "br",
});

const inGzip = async (body: Buffer): Promise<Sent> => ({
  body: await asGzip(body, gzipLevel),
  encoding: "gzip",
});

/** Named in an `Accept-Encoding` header, and not with the weight 0. */
export function takesEncoding(accepts: string, encoding: string): boolean {
  return accepts.split(",").some((one) => {
    const [name, ...more] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === encoding && !more.some((part) => /^q=0(\.0*)?$/.test(part));
  });
}
