import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#platform/server/project-root.ts";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import type { Paper } from "../document-model.ts";
import { layOut } from "../lay-out.ts";
import { sheet } from "../laid-paper.ts";

/** How many papers later the compiler forgets what it kept of one. */
const KEPT = 2;

const fonts = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((style) =>
  join(projectRoot, "node_modules", "@expo-google-fonts", "tinos", style),
);

type Press = { readonly compiler: NodeCompiler; readonly template: string };
let press: Press | undefined;

/** One compiler for the process, with its fonts: made when the first paper is wanted. */
function thePress(): Press {
  const folder = join(projectRoot, "src", "modules", "document", "server");
  press ??= {
    compiler: NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fonts }] }),
    template: readFileSync(join(folder, "paper.typ"), "utf8"),
  };
  return press;
}

/**
 * The paper as PDF, or several in one file, each from a page of its own. Their texts go in as data, so that no character is read as markup; the same paper gives the
 * same bytes. Composed and written in one step: a composed paper handed to us would be kept, out of the garbage
 * collector's sight, megabytes each.
 * @throws Error when the template itself is at fault
 */
export function renderPdf(...papers: readonly [Paper, ...Paper[]]): Promise<Uint8Array> {
  const { compiler, template } = thePress();
  const laid = papers.map((paper) => layOut(paper));
  const inputs = { papers: spelled(JSON.stringify(laid)), sheet: JSON.stringify(sheet) };
  const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: PdfStandard.V_1_7 });
  compiler.evictCache(KEPT);
  return Promise.resolve(new Uint8Array(pdf));
}

/** Characters beyond the first 65,536, such as emoji, are in no typeface here: they are spelled, not lost. */
function spelled(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    return `[U+${character.codePointAt(0)!.toString(16).toUpperCase()}]`;
  });
}
