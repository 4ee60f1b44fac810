import type { Env } from "#env";
import { Problem } from "#kernel/problem.ts";
import { problemAgain } from "./messages.ts";
import { openWorkshop, type Workshop, type WorkshopSettings } from "./workshop.ts";

/** The one workshop of this process, for the built bundle too: as with the database, a registered symbol is the same. */
const slot = Symbol.for("doi-thoai.workshop");
type Holder = { [slot]?: Workshop };

/** While people are served: a turn comes within 20 s or not at all, and a file is made within 30 s. */
const whileServing = { patience: { waits: 20_000, most: 50 }, limit: 30_000, idle: 2 * 60_000 };

/** A command has the time that it needs. */
const inCommands: WorkshopSettings = {
  processes: 1,
  patience: { waits: Infinity, most: Infinity },
  limit: Infinity,
  idle: 10_000,
};

/** Opens the workshop of a process that serves. */
export function openCurrentWorkshop({ workshopProcesses }: Pick<Env, "workshopProcesses">): Workshop {
  return ((globalThis as Holder)[slot] = openWorkshop({ processes: workshopProcesses, ...whileServing }));
}

export function currentWorkshop(): Workshop {
  const workshop = ((globalThis as Holder)[slot] ??= openWorkshop(inCommands));
  return {
    do: (kind, input) => workshop.do(kind, input).catch(refuse),
    get isFree() {
      return workshop.isFree;
    },
    prepare: (kind) => workshop.prepare(kind),
    close: () => workshop.close(),
  };
}

/** Who opened the workshop has a class `Problem` of their own copy of our modules; who asks here knows ours alone. */
function refuse(error: unknown): never {
  const isOfAnother = error instanceof Error && error.name === "Problem" && !(error instanceof Problem);
  throw isOfAnother ? problemAgain(error as Problem) : error;
}
