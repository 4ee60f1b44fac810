import {
  Document,
  DeletedTextRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
  CommentRangeStart,
} from "docx";
import { strToU8, zipSync, type Zippable } from "fflate";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Problem } from "#kernel/problem.ts";
import { codecs, type Pixels } from "./codecs.ts";
import { work } from "./judge-work.ts";

const judged = (name: string, bytes: Uint8Array) => work({ name, bytes });

/** The code of the refusal, and its sentence. */
async function refusal(name: string, bytes: Uint8Array): Promise<readonly [string, string]> {
  const problem = (await judged(name, bytes).then(
    () => null,
    (error: unknown) => error,
  )) as Problem | null;
  return [problem?.definition.code ?? "taken", problem?.vi ?? ""];
}

/** Red above, blue below. */
function picture(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    const below = at / 4 / width >= height / 2;
    data.set(below ? [0, 0, 255, 255] : [255, 0, 0, 255], at);
  }
  return { data, width, height };
}

const image = async (kind: "jpeg" | "png" | "webp", width: number, height: number) =>
  Buffer.from(await (await codecs[kind]()).encode(picture(width, height)));

/** What a telephone hangs on a photograph: how it was held, and where. */
function withExif(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(64);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.write("GPS 21.5248 107.9697", 30, "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(tiff.length + 8);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1]), length, Buffer.from("Exif\0\0", "latin1"), tiff]);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

test("a photograph loses its place and keeps the way it was held", async () => {
  const sent = withExif(await image("jpeg", 640, 480), 6);
  expect(sent.includes("GPS 21.5")).toBe(true);
  const file = await judged("Cống thôn 1.JPG", sent);
  expect(file).toMatchObject({
    name: "Cống thôn 1.jpg",
    kind: "jpeg",
    width: 480,
    height: 640,
    findings: [],
  });
  expect(Buffer.from(file.bytes).includes("Exif")).toBe(false);
  expect(Buffer.from(file.bytes).includes("GPS")).toBe(false);
  // Turned to the right: what was above is to the right now.
  const { data, width } = await (await codecs.jpeg()).decode(Buffer.from(file.bytes));
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  expect(at(400, 320)[0]).toBeGreaterThan(200);
  expect(at(80, 320)[2]).toBeGreaterThan(200);
});

test.each(["jpeg", "png", "webp"] as const)("a %s gets a thumbnail", async (kind) => {
  const { thumbnail, kind: found } = await judged("anh", await image(kind, 800, 400));
  expect(found).toBe(kind);
  const small = await (await codecs.jpeg()).decode(Buffer.from(thumbnail!));
  expect([small.width, small.height]).toEqual([320, 160]);
});

test("what is hidden behind the end of an image does not come along", async () => {
  const archive = zipSync({ "a.html": strToU8("<script>alert(1)</script>") });
  const { bytes } = await judged("anh.png", Buffer.concat([await image("png", 20, 20), archive]));
  expect(Buffer.from(bytes).includes("PK\x03\x04")).toBe(false);
});

test("an image that would unpack to more than any camera takes is refused by its head", async () => {
  const huge = await image("png", 20, 20);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  const [code, sentence] = await refusal("anh.png", huge);
  expect(code).toBe("attachment.too_many_pixels");
  expect(sentence).toContain("60000 × 60000");
});

test("an image that was cut short is a sentence", async () => {
  const cut = (await image("png", 400, 400)).subarray(0, 200);
  expect((await refusal("anh.png", cut))[0]).toBe("attachment.damaged");
});

const docx = (parts: Zippable = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "word/document.xml": strToU8("<w:document/>"),
    ...parts,
  });

const xlsx = (workbook: string, parts: Zippable = {}) =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    "xl/workbook.xml": strToU8(workbook),
    ...parts,
  });

const pdf = (objects: string) => Buffer.from(`%PDF-1.7\n${objects}\ntrailer\n%%EOF\n`, "latin1");

test("a Word file tells its tracked changes, its comments and who wrote it", async () => {
  const by = { author: "Nguyễn Văn A", date: "2026-01-01T00:00:00Z", id: 1 };
  const document = new Document({
    creator: "Nguyễn Văn A",
    comments: {
      children: [{ ...by, id: 0, date: new Date(0), children: [new Paragraph("Xem lại số này")] }],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun("Đã sửa "),
              new InsertedTextRun({ ...by, text: "xong" }),
              new DeletedTextRun({ ...by, id: 2, text: "một phần" }),
            ],
          }),
        ],
      },
    ],
  });
  const file = await judged("Thông báo.docx", await Packer.toBuffer(document));
  expect(file.findings).toEqual(["comments", "tracked_changes", "author"]);
});

test.each([
  ["plain", docx(), []],
  ["hidden text", docx({ "word/document.xml": strToU8("<w:rPr><w:vanish/></w:rPr>") }), ["hidden_text"]],
  ["text that is not hidden", docx({ "word/document.xml": strToU8('<w:vanish w:val="0"/>') }), []],
  [
    "written in UTF-16",
    docx({ "word/document.xml": Buffer.from('\ufeff<w:ins w:id="1"/>', "utf16le") }),
    ["tracked_changes"],
  ],
  ["another file inside", docx({ "word/embeddings/a.xlsx": strToU8("x") }), ["files_inside"]],
  ["a photograph inside", docx({ "word/media/1.jpg": strToU8("..Exif\0\0..") }), ["photo_data"]],
  ["hidden sheets", xlsx('<sheet name="Lương" sheetId="2" state="veryHidden"/>'), ["hidden_sheets"]],
  [
    "hidden rows, a link to another workbook",
    xlsx('<sheet name="A" sheetId="1"/>', {
      "xl/worksheets/sheet1.xml": strToU8('<row r="2" hidden="1"/>'),
      "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
    }),
    ["hidden_cells", "links_to_files"],
  ],
  ["a plain PDF", pdf("1 0 obj <</Type/Catalog>> endobj"), []],
  [
    "a PDF with a script and a file inside",
    pdf("1 0 obj <</OpenAction <</S/JavaScript/JS(app.alert)>> /Names <</EmbeddedFiles 2 0 R>>>> endobj"),
    ["files_inside", "script"],
  ],
  [
    "a PDF whose objects are packed",
    pdf(
      `1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\n${deflateSync("<</Subtype/Text/Contents(x)>>").toString("latin1")}\nendstream`,
    ),
    ["comments"],
  ],
] as const)("%s", async (_, bytes, findings) => {
  const file = await judged("tệp", bytes);
  expect(file.findings).toEqual(findings);
  expect(Buffer.from(file.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test.each([
  [
    "of nothing but beginnings of elements",
    docx({ "word/document.xml": strToU8("<w:ins ".repeat(3_000_000)) }),
  ],
  [
    "of nothing but packed objects before one stream",
    pdf(`${"/ObjStm".repeat(2_000_000)} stream\nx\nendstream`),
  ],
])("a file %s is looked through once", async (_, bytes) => {
  const before = process.cpuUsage();
  await judged("tệp", bytes);
  expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
});

test.each([
  ["a program", "anh.jpg", Buffer.from(`MZ${"\0".repeat(200)}`, "latin1"), "unknown_kind"],
  ["a page", "anh.png", Buffer.from("<!doctype html><script>alert(1)</script>"), "unknown_kind"],
  ["a drawing that is a program", "anh.svg", Buffer.from("<svg onload='alert(1)'/>"), "unknown_kind"],
  ["a PDF called a photograph", "anh.jpg", pdf(""), "called_otherwise"],
  ["a Word file called a sheet", "so.xlsx", docx(), "called_otherwise"],
  ["an archive of anything", "a.zip", zipSync({ a: strToU8("x") }), "unknown_kind"],
  ["an old Word file", "a.doc", Buffer.from("d0cf11e0a1b11ae1".padEnd(2000, "0"), "hex"), "old_office"],
  ["macros", "a.docx", docx({ "word/vbaProject.bin": strToU8("x") }), "with_macros"],
  ["a Word file with something before it", "a.docx", docxAfter("<html>"), "unknown_kind"],
  [
    "a Word file with something behind it",
    "a.docx",
    Buffer.concat([docx(), Buffer.from("<html>")]),
    "two_things",
  ],
  ["a PDF that is an archive, too", "a.pdf", Buffer.concat([pdf(""), docx()]), "two_things"],
  ["a PDF cut short", "a.pdf", pdf("").subarray(0, 12), "damaged"],
  ["a bomb", "a.docx", docx({ "word/a.xml": new Uint8Array(210 * 1024 ** 2) }), "unpacks_too_large"],
] as const)("%s is refused with a sentence that names it", async (_, name, bytes, code) => {
  const [found, sentence] = await refusal(name, bytes);
  expect(found).toBe(`attachment.${code}`);
  expect(sentence).toContain(name);
});

function docxAfter(text: string): Buffer {
  return Buffer.concat([Buffer.from(text), docx()]);
}
