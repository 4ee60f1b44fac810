import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// Who may import whom. A folder is one kind of place; each kind says which kinds it may reach.
type Kind =
  | "kernel"
  | "platform"
  | "module pure"
  | "module server"
  | "module index"
  | "module ui"
  | "module face"
  | "module sheet"
  | "composition"
  | "edge"
  | "ui"
  | "settings";

const root = resolve(import.meta.dirname, "../..");

const law: Record<Kind, readonly Kind[]> = {
  kernel: ["kernel"],
  platform: ["platform", "kernel", "settings"],
  "module pure": ["module pure", "kernel"],
  // What a reading gives out as a file is written in the words of its page.
  "module server": [
    "module server",
    "module index",
    "module sheet",
    "module pure",
    "platform",
    "kernel",
    "settings",
  ],
  "module index": ["module server", "module index", "module pure", "platform", "kernel", "settings"],
  "module ui": ["module ui", "module face", "module sheet", "module pure", "ui", "kernel"],
  "module face": ["module ui", "module pure", "ui", "kernel"],
  "module sheet": ["module ui", "module face", "module pure", "ui", "kernel"],
  ui: ["ui", "kernel"],
  composition: ["composition", "module index", "module pure", "platform", "kernel", "settings"],
  edge: [
    "edge",
    "composition",
    "module index",
    "module pure",
    "module ui",
    "module face",
    "module sheet",
    "ui",
    "platform",
    "kernel",
    "settings",
  ],
  settings: ["settings", "platform"],
};

function kindOf(path: string): Kind | null {
  if (path.startsWith("src/kernel/")) return "kernel";
  if (path.startsWith("src/platform/")) return "platform";
  // Of the two largest nouns a room may have a face of its own, where the whole would import its importer.
  if (/^src\/modules\/[^/]+\/server\/(?:[^/]+\/)?index\.ts$/.test(path)) return "module index";
  if (/^src\/modules\/[^/]+\/server\//.test(path)) return "module server";
  if (/^src\/modules\/[^/]+\/ui\/(?:[^/]+\/)?[^/]+-sheet\.ts$/.test(path)) return "module sheet";
  if (/^src\/modules\/[^/]+\/ui\/index\.ts$/.test(path)) return "module face";
  if (/^src\/modules\/[^/]+\/ui\//.test(path)) return "module ui";
  if (path.startsWith("src/modules/")) return "module pure";
  if (path.startsWith("src/ui/")) return "ui";
  if (/^src\/(acts|api|demo)\//.test(path)) return "composition";
  if (path === "src/env.ts") return "settings";
  if (/^(src\/routes|cli|bin)\//.test(path) || /^src\/(hooks|service-worker)/.test(path)) return "edge";
  return null;
}

const aliases: [string, string][] = [
  ["#modules/", "src/modules/"],
  ["#kernel/", "src/kernel/"],
  ["#platform/", "src/platform/"],
  ["#acts/", "src/acts/"],
  ["#api/", "src/api/"],
  ["#ui/", "src/ui/"],
  ["#env", "src/env.ts"],
];

/** The file that an import names, from the checkout's root; null for a package or something generated. */
function target(from: string, name: string): string | null {
  const alias = aliases.find(([prefix]) => name.startsWith(prefix));
  if (alias) return name.replace(alias[0], alias[1]);
  return name.startsWith(".") ? relative(root, resolve(root, dirname(from), name)) : null;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return name === "paraglide" ? [] : sources(path);
    return /\.(ts|svelte)$/.test(name) && !/\.test\.ts$/.test(name) ? [path] : [];
  });
}

const files = ["src", "cli", "bin"].flatMap(sources);

/** A part that shows something may name the shape of what the server reads for it: types leave no trace. */
function importsOf(path: string): string[] {
  const whole = readFileSync(join(root, path), "utf8");
  const kind = kindOf(path);
  const text =
    kind === "module ui" || kind === "module sheet" ? whole.replace(/import type [^;]+;/g, "") : whole;
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
}

function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1];
}

function breach(from: string, name: string): string | null {
  const to = target(from, name);
  const [near, far] = [kindOf(from), to === null ? null : kindOf(to)];
  if (to === null || near === null || far === null) return null;
  if (!law[near].includes(far)) return `${from} (${near}) → ${to} (${far})`;
  const privateParts =
    far === "module server" ||
    (far === "module ui" && near === "module ui") ||
    (far === "module ui" && near === "module sheet") ||
    (far === "module sheet" && near === "module server");
  if (privateParts && moduleOf(from) !== moduleOf(to)) return `${from} → ${to}: only its own module may`;
  return null;
}

/** A code that has no name stands for itself in a report, whatever it is a code of. */
const namesUnknownCodes: ReadonlySet<string> = new Set(["src/modules/report/ui/texts.ts"]);

/** The files that an import leads to while it runs; what is only named as a type leaves no trace. */
function runsWith(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8").replace(/(?:import|export) type [^;]+;/g, "");
  const imports = [...text.matchAll(/(?:import|export)\s+([^;"']*?)\s+from\s+"([^"]+)"/g)];
  return imports
    .filter(([, names]) => !/^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names!))
    .flatMap(([, , name]) => target(path, name!) ?? []);
}

/** The files of one circle, in their order; none where there is no circle. */
function circleAmong(paths: readonly string[]): string[] {
  const known = new Set(paths);
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path) || !known.has(path)) return [];
    // A part of a tree draws itself.
    for (const next of runsWith(path).filter((each) => each !== path)) {
      const circle = walk(next, [...way, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of paths) {
    const circle = walk(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("the import law", () => {
  test("is kept by every file", () => {
    expect(files.length).toBeGreaterThan(100);
    const breaches = files.flatMap((path) => importsOf(path).flatMap((name) => breach(path, name) ?? []));
    expect(breaches).toEqual([]);
  });

  test("what a module with a face calls things is said by its face alone", () => {
    const faces = files.filter((path) => kindOf(path) === "module face").map((path) => moduleOf(path)!);
    const around = files.flatMap((path) => {
      const kind = kindOf(path);
      const shows = kind === "module ui" || kind === "module sheet" || kind === "edge";
      const words = importsOf(path).filter((name) => {
        const of = /^#modules\/([^/]+)\/(?:field-)?words\.ts$/.exec(name)?.[1];
        return of !== undefined && faces.includes(of) && of !== moduleOf(path);
      });
      return shows && !namesUnknownCodes.has(path) ? words.map((name) => `${path} → ${name}`) : [];
    });
    expect(faces.length).toBeGreaterThan(1);
    expect(around).toEqual([]);
  });

  test("pages take their parts from the two faces of ui", () => {
    const pages = files.filter(
      (path) => /^src\/routes\/.*\.svelte$/.test(path) && !path.endsWith("+layout.svelte"),
    );
    const around = pages.flatMap((path) =>
      importsOf(path)
        .filter((name) => /^#ui\/(?!(?:index|forms)\.ts$)/.test(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(pages.length).toBeGreaterThan(100);
    expect(around).toEqual([]);
  });

  test("nothing that runs imports itself by way of others", () => {
    expect(circleAmong(files)).toEqual([]);
  });

  test("report and portal write nothing", () => {
    const readers = files.filter((path) => /^src\/modules\/(report|portal)\/server\//.test(path));
    const writing =
      /\.(insertInto|updateTable|deleteFrom)\(|\b(insert into|update|delete from)\s+(?!.*temp)\w+\s+(set|values|\()/;
    expect(readers.length).toBeGreaterThan(0);
    expect(readers.filter((path) => writing.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
  });

  test("only the kernel's clock and the edges ask what time it is", () => {
    const asking = files.filter((path) => {
      const kind = kindOf(path);
      const rule = kind === "module pure" || kind === "module server" || kind === "kernel";
      return (
        rule &&
        path !== "src/kernel/clock.ts" &&
        /Temporal\.Now|Date\.now\(|new Date\(\)/.test(readFileSync(join(root, path), "utf8"))
      );
    });
    expect(asking).toEqual([]);
  });

  test("one file reads the environment", () => {
    const reading = files.filter((path) => /process\.env\b/.test(readFileSync(join(root, path), "utf8")));
    expect(reading.filter((path) => !["src/env.ts", "bin/serve.ts"].includes(path))).toEqual([]);
  });
});
