#!/usr/bin/env bash
# @signpdf/signer-p12 3.3.0 (node-forge 1.4.3): where the certificate's name is Vietnamese, as that of every office is, the
# issuer in the SignerInfo of the signature is encoded as UTF-8 twice ("Ủy ban" becomes "á»¦y ban"), so it names no certificate there is:
# openssl says "signer certificate not found". With a name in ASCII the same steps verify. The issuer in the certificate that
# lies beside it is right. Fails when the Vietnamese one verifies, or the other does not.
# Needs openssl (tried with 3.0).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "tried", "private": true, "type": "module" }' >package.json
npm install --no-audit --no-fund --loglevel=error \
  @signpdf/signpdf@3.3.0 @signpdf/signer-p12@3.3.0 @signpdf/placeholder-plain@3.3.0 pdf-lib@1.17.1 node-forge@1.4.3
cat >sign.mjs <<'EOF'
import { readFileSync, writeFileSync } from "node:fs";
import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { P12Signer } from "@signpdf/signer-p12";
import { SignPdf } from "@signpdf/signpdf";
import { PDFDocument } from "pdf-lib";
const page = await PDFDocument.create();
page.addPage([300, 200]);
const pdfBuffer = Buffer.from(await page.save({ useObjectStreams: false }));
const about = { reason: "tried", contactInfo: "office@example.vn", name: "Office", location: "VN" };
const open = plainAddPlaceholder({ pdfBuffer, ...about, signatureLength: 8192 });
const signed = await new SignPdf().sign(open, new P12Signer(readFileSync("office.p12"), { passphrase: "" }));
const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/.exec(signed.toString("latin1")).slice(1).map(Number);
const [from, long, then, rest] = range;
writeFileSync("said.bin", Buffer.concat([signed.subarray(from, from + long), signed.subarray(then, then + rest)]));
const signature = Buffer.from(signed.subarray(from + long + 1, then - 1).toString("latin1"), "hex");
writeFileSync("signature.der", signature.subarray(0, signature.readUInt16BE(2) + 4));
EOF
verified() {
  openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out office.pem -days 30 -utf8 -subj "/CN=$1" 2>/dev/null
  openssl pkcs12 -export -inkey key.pem -in office.pem -out office.p12 -passout pass:
  node sign.mjs
  openssl cms -verify -inform DER -in signature.der -content said.bin -binary -CAfile office.pem -purpose any -out /dev/null 2>&1
}
verified "Office of Ban Moi" | grep -q "Verification successful"
said="$(verified "Ủy ban nhân dân xã Thử" || true)"
grep -q "signer certificate not found" <<<"$said"
echo "@signpdf/signer-p12 3.3.0: verified with a name in ASCII; with a Vietnamese one: signer certificate not found"
