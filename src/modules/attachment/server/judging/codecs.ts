import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Four bytes a pixel: red, green, blue, and how much of it one sees. */
export type Pixels = {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
};

export type ImageKind = "jpeg" | "png" | "webp";

type Codec = {
  decode(file: Buffer): Promise<Pixels>;
  encode(pixels: Pixels): Promise<Uint8Array>;
};

/** The coders make pictures of a class that browsers have. */
class Picture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
const inBrowsers = globalThis as { ImageData?: unknown };
inBrowsers.ImageData ??= Picture;

/** Good enough for a photograph and for a scan in small letters. */
const quality = 82;

async function module(path: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(fileURLToPath(import.meta.resolve(path))));
}

const asBuffer = (file: Buffer) =>
  file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

const asImage = (pixels: Pixels) => pixels as unknown as ImageData;

/** Each is read when it is first wanted, and stays. */
export const codecs: Record<ImageKind, () => Promise<Codec>> = {
  jpeg: once(async () => {
    const [decoding, encoding] = [
      await import("@jsquash/jpeg/decode.js"),
      await import("@jsquash/jpeg/encode.js"),
    ];
    await decoding.init(await module("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm"));
    await encoding.init(await module("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm"));
    return {
      decode: (file) => decoding.default(asBuffer(file), { preserveOrientation: true }),
      encode: async (pixels) => new Uint8Array(await encoding.default(asImage(pixels), { quality })),
    };
  }),
  png: once(async () => {
    const [decoding, encoding] = [
      await import("@jsquash/png/decode.js"),
      await import("@jsquash/png/encode.js"),
    ];
    const coder = await module("@jsquash/png/codec/pkg/squoosh_png_bg.wasm");
    await decoding.init(coder);
    await encoding.init(coder);
    return {
      decode: (file) => decoding.default(asBuffer(file)),
      encode: async (pixels) => new Uint8Array(await encoding.default(asImage(pixels))),
    };
  }),
  webp: once(async () => {
    const [decoding, encoding] = [
      await import("@jsquash/webp/decode.js"),
      await import("@jsquash/webp/encode.js"),
    ];
    await decoding.init(await module("@jsquash/webp/codec/dec/webp_dec.wasm"));
    await encoding.init(await module("@jsquash/webp/codec/enc/webp_enc_simd.wasm"));
    return {
      decode: (file) => decoding.default(asBuffer(file)),
      encode: async (pixels) => new Uint8Array(await encoding.default(asImage(pixels), { quality })),
    };
  }),
};

const resizer = once(async () => {
  const { default: resize, initResize } = await import("@jsquash/resize");
  await initResize(await module("@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm"));
  return resize;
});

/** The same picture in so many pixels. */
export async function resized(pixels: Pixels, size: { width: number; height: number }): Promise<Pixels> {
  const resize = await resizer();
  return resize(asImage(pixels), { ...size, method: "triangle" });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
