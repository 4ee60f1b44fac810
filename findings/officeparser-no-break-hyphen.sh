#!/usr/bin/env bash
# officeparser 8.1.1 drops the hyphen that does not break (w:noBreakHyphen, Ctrl+Shift+- in Word) from the text of a DOCX: the
# symbol of a paper, 89/HD-MTTQ-BTT, is read as 89/HDMTTQBTT, in its text, its Markdown and its tree. mammoth 1.13.0 gives
# U+2011 for it, and officeparser itself keeps U+2011 where that was typed.
# Fails when officeparser reads the hyphen.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --loglevel=error officeparser@8.1.1 docx@9.15.2 mammoth@1.13.0
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import { Document, NoBreakHyphen, Packer, Paragraph, TextRun } from "docx";
import mammoth from "mammoth";
import { parseOffice } from "officeparser";

const hyphen = () => new NoBreakHyphen();
const symbol = new TextRun({ children: ["Số: 89/HD", hyphen(), "MTTQ", hyphen(), "BTT"] });
const file = await Packer.toBuffer(
  new Document({
    sections: [{ children: [new Paragraph({ children: [symbol] }), new Paragraph("89/HD\u2011MTTQ")] }],
  }),
);
const { value } = await (await parseOffice(file, { fileType: "docx" })).to("text");
const { value: other } = await mammoth.extractRawText({ buffer: file });
console.log(JSON.stringify({ officeparser: value, mammoth: other }));
assert.equal(value.trim(), "Số: 89/HDMTTQBTT\n89/HD\u2011MTTQ");
assert.ok(other.startsWith("Số: 89/HD\u2011MTTQ\u2011BTT"));
process.exit(0);
EOF
node try.mjs
