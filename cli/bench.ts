import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inheritedEnvironment } from "#env";
import { projectRoot } from "#platform/server/project-root.ts";
import { startProblem } from "#platform/server/start-problem.ts";
import { UsageError } from "./command.ts";

export const summary = "Đo tốc độ trên dữ liệu giả. / Measures speed on invented data.";
export const usage = `[--size 20000] [--seconds 5] [--only create,list] [--processes 2] [--directus FOLDER]

Dựng một cơ sở dữ liệu riêng trong .bench/SIZE với SIZE kiến nghị giả (lần đầu mất vài phút), chạy chương trình trên đó
và đo từng việc trong số giây ấy, mỗi việc một dòng JSON. Không chạm tới dữ liệu của cơ quan.
Fills a database of its own in .bench/SIZE with SIZE invented matters (the first time takes minutes), serves it, and
measures each thing for so many seconds, one line of JSON each. The office's own data is not touched.`;

const options = {
  size: { type: "string", default: "20000" },
  seconds: { type: "string", default: "5" },
  only: { type: "string" },
  processes: { type: "string" },
  directus: { type: "string" },
} as const;

export async function run(args: string[]): Promise<void> {
  const { size, seconds, only, processes, directus } = parseArgs({ args, options }).values;
  const asked = ["--size", positive("--size", size), "--seconds", positive("--seconds", seconds)];
  const script = join(projectRoot, "bench", "run.ts");
  const named = Object.entries({ only, processes, directus }).flatMap(([name, value]) =>
    value ? [`--${name}`, value] : [],
  );
  const bench = spawn(process.execPath, [script, ...asked, ...named], {
    cwd: projectRoot,
    env: inheritedEnvironment(),
    stdio: "inherit",
  });
  const [exitCode] = (await once(bench, "close")) as [number | null];
  if (exitCode !== 0) throw startProblem("Việc đo không hoàn thành.", "The measuring did not finish.");
}

function positive(name: string, value: string): string {
  if (/^[1-9]\d{0,7}$/.test(value)) return value;
  throw new UsageError(`${name} phải là một số nguyên dương.\n${name} must be a whole number above zero.`);
}
