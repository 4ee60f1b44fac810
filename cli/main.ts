/** `bin/doi-thoai COMMAND …`: finds the command's file and runs it. */
import { problemText } from "#platform/server/start-problem.ts";
import { UsageError, type Command } from "./command.ts";

const commands: Record<string, () => Promise<Command>> = {
  backup: () => import("./backup.ts"),
  bench: () => import("./bench.ts"),
  export: () => import("./export.ts"),
  import: () => import("./import.ts"),
  mend: () => import("./mend.ts"),
  migrate: () => import("./migrate.ts"),
  remind: () => import("./remind.ts"),
  report: () => import("./report.ts"),
  restore: () => import("./restore.ts"),
  units: () => import("./units.ts"),
  user: () => import("./user.ts"),
  verify: () => import("./verify.ts"),
};

/** Bytes that are no letter come here as this mark: nothing in the register has it, and no file is called so. */
const unreadable = "\ufffd";

// `doi-thoai … | head` closes our output early, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") return list();
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return unknownCommand(name);
  const command = await load();
  if (args.includes("--help")) return say(usageOf(name, command));
  return attempt(name, command, args);
}

async function attempt(name: string, command: Command, args: string[]): Promise<number> {
  const wrong = args.find((arg) => arg.includes(unreadable));
  if (wrong !== undefined)
    return complain(
      `“${wrong}” có ký tự không phải chữ nào (UTF-8).\n“${wrong}” has bytes that are no letter (UTF-8).\n`,
      2,
    );
  try {
    await command.run(args);
    return 0;
  } catch (error) {
    if (!isUsageError(error)) return complain(problemText(error), 1);
    return complain(`${error.message}\n\n${usageOf(name, command)}`, 2);
  }
}

async function list(): Promise<number> {
  const names = Object.keys(commands).sort();
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(10)} ${(await commands[name]!()).summary}`),
  );
  return say(["bin/doi-thoai COMMAND [--help]", "", ...lines].join("\n"));
}

async function unknownCommand(name: string): Promise<number> {
  complain(`Không có lệnh “${name}”.\nThere is no command “${name}”.\n`, 1);
  await list();
  return 1;
}

function usageOf(name: string, command: Command): string {
  return `${command.summary}\n\nbin/doi-thoai ${name} ${command.usage}`;
}

/** Also what `parseArgs` throws for an option it does not know. */
function isUsageError(error: unknown): error is Error {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof UsageError || (typeof code === "string" && code.startsWith("ERR_PARSE_ARGS"));
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string, exitCode: number): number {
  process.stderr.write(`${text}\n`);
  return exitCode;
}
