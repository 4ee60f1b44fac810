import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * The typefaces that the product ships and no other, whatever the machine has: Tinos also in the place of Times New Roman,
 * whose measures it has, so that lines and pages break as in an office and a page is as wide on every machine.
 */
const config = (folder: string) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${resolve("node_modules/@expo-google-fonts/tinos")}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

let folder: string | undefined;

/** What a program that draws text is started with; the folder behind it goes with the process. */
export function ownFonts(): { FONTCONFIG_FILE: string } {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), "fonts-"));
    folder = made;
    writeFileSync(join(made, "fonts.conf"), config(made));
    process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  return { FONTCONFIG_FILE: join(folder, "fonts.conf") };
}
