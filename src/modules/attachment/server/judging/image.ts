import { imageDimensionsFromData } from "image-dimensions";
import { Problem } from "#kernel/problem.ts";
import { fileLimits } from "../../file-limits.ts";
import { attachmentProblems as problems } from "../../problems.ts";
import { codecs, resized, type ImageKind, type Pixels } from "./codecs.ts";

/** The longer side of a thumbnail: what stands in a list, on a screen of twice as many points. */
const thumbnailSide = 320;

type Redrawn = {
  readonly bytes: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/**
 * An image drawn anew from its pixels, the way up it was held: nothing else that was in the file is in it.
 * @throws Problem `too_many_pixels`, `damaged`
 */
export async function redrawn(kind: ImageKind, name: string, file: Buffer): Promise<Redrawn> {
  refuseTooMany(name, imageDimensionsFromData(file));
  const pixels = await drawn(kind, name, file);
  refuseTooMany(name, pixels);
  const { width, height } = pixels;
  const bytes = await (await codecs[kind]()).encode(pixels);
  return { bytes, width, height, thumbnail: await thumbnailOf(pixels) };
}

async function drawn(kind: ImageKind, name: string, file: Buffer): Promise<Pixels> {
  try {
    return await (await codecs[kind]()).decode(file);
  } catch {
    throw new Problem(problems.damaged, { values: { name } });
  }
}

type Size = { readonly width: number; readonly height: number };

/** The head of a file says how large it is, before anything is unpacked; one that does not say it is no image. */
function refuseTooMany(name: string, size: Size | undefined): void {
  if (!size || size.width < 1 || size.height < 1) throw new Problem(problems.damaged, { values: { name } });
  const { width, height } = size;
  if (width * height <= fileLimits.pixels) return;
  const values = { name, width, height, most: fileLimits.pixels / 1e6 };
  throw new Problem(problems.too_many_pixels, { values });
}

async function thumbnailOf(pixels: Pixels): Promise<Uint8Array> {
  const longer = Math.max(pixels.width, pixels.height);
  const by = Math.min(1, thumbnailSide / longer);
  const size = {
    width: Math.max(1, Math.round(pixels.width * by)),
    height: Math.max(1, Math.round(pixels.height * by)),
  };
  const small = by < 1 ? await resized(pixels, size) : pixels;
  return (await codecs.jpeg()).encode(onWhite(small));
}

/** JPEG knows no glass: what one sees through is white. */
function onWhite({ data, width, height }: Pixels): Pixels {
  const flat = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const through = 255 - data[at + 3]!;
    for (let of = 0; of < 3; of++) flat[at + of] = (data[at + of]! * data[at + 3]!) / 255 + through;
    flat[at + 3] = 255;
  }
  return { data: flat, width, height };
}
