import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary-folder.ts";

/** LibreOffice, where the machine has one. */
export const libreOffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].find((path) => existsSync(path));

/** Tinos in the place of Times New Roman, whose measures it has: lines and pages break as in an office. */
const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir><dir>${resolve("node_modules/@expo-google-fonts/tinos")}</dir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit>
  </match>
</fontconfig>`;

/** Word files as LibreOffice prints them: PDF files by the same names. */
export async function printed(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const { path, remove } = await temporaryFolder();
  try {
    await writeFile(join(path, "fonts.conf"), fonts);
    for (const [name, file] of files) await writeFile(join(path, `${name}.docx`), file);
    const given = [...files.keys()].map((name) => join(path, `${name}.docx`));
    const profile = `-env:UserInstallation=file://${path}/profile`;
    const command = [profile, "--headless", "--convert-to", "pdf", "--outdir", path, ...given];
    const env = { ...process.env, FONTCONFIG_FILE: join(path, "fonts.conf") };
    await promisify(execFile)(libreOffice!, command, { env });
    const sheets = new Map<string, Uint8Array>();
    for (const name of files.keys())
      sheets.set(name, new Uint8Array(await readFile(join(path, `${name}.pdf`))));
    return sheets;
  } finally {
    await remove();
  }
}
