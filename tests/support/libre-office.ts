import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { ownFonts } from "./own-fonts.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** LibreOffice, where the machine has one. */
export const libreOffice = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path));

/** Word files as LibreOffice prints them: PDF files by the same names. */
export async function printed(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const { path, remove } = await temporaryFolder();
  try {
    for (const [name, file] of files) await writeFile(join(path, `${name}.docx`), file);
    const given = [...files.keys()].map((name) => join(path, `${name}.docx`));
    const profile = `-env:UserInstallation=file://${path}/profile`;
    const command = [profile, "--headless", "--convert-to", "pdf", "--outdir", path, ...given];
    const env = { ...process.env, ...ownFonts() };
    await promisify(execFile)(libreOffice!, command, { env });
    const sheets = new Map<string, Uint8Array>();
    for (const name of files.keys())
      sheets.set(name, new Uint8Array(await readFile(join(path, `${name}.pdf`))));
    return sheets;
  } finally {
    await remove();
  }
}
