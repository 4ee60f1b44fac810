import { readdirSync, readFileSync } from "node:fs";

/** Resident memory of a process in MB, where the system tells. */
export function memoryOf(pid: number): number | null {
  const pages = /VmRSS:\s+(\d+)/.exec(told(pid, "status"))?.[1];
  return pages ? Math.round(Number(pages) / 1024) : null;
}

/** The process in which a server makes papers, while there is one. */
export function workshopOf(server: number): number | null {
  const children = told(server, `task/${server}/children`).split(" ").filter(Boolean).map(Number);
  return children.find((pid) => told(pid, "cmdline").includes("workshop/beside.ts")) ?? null;
}

/** Milliseconds of processor time: of a process, and of its children that have ended. */
function processorTimeOf(pid: number): { own: number; ended: number } {
  // The name in brackets may hold anything; what is counted stands behind it, in hundredths of a second.
  const counts = told(pid, "stat").split(") ").at(-1)!.split(" ").slice(11, 15).map(Number);
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = counts;
  return { own: (user + system) * 10, ended: (childrenUser + childrenSystem) * 10 };
}

/** Milliseconds of processor time of a server: of the process itself, and of those that serve under it where there are several. */
export function servingTimeOf(server: number): number {
  const children = told(server, `task/${server}/children`).split(" ").filter(Boolean).map(Number);
  const serving = children.filter((pid) => told(pid, "cmdline").includes("bin/serve.ts"));
  return [server, ...serving].reduce((sum, pid) => sum + processorTimeOf(pid).own, 0);
}

/** Milliseconds of processor time of everything in which a server has made papers. */
export function workshopTimeOf(server: number): number {
  const present = workshopOf(server);
  return processorTimeOf(server).ended + (present ? processorTimeOf(present).own : 0);
}

/** Milliseconds of processor time of a database server and all its processes, by the folder of its socket. */
export function databaseTimeOf(socketFolder: string): number {
  const pids = readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);
  const above = pids.find((pid) => told(pid, "cmdline").includes(`unix_socket_directories=${socketFolder}`));
  if (!above) return 0;
  const children = told(above, `task/${above}/children`).split(" ").filter(Boolean).map(Number);
  const { own, ended } = processorTimeOf(above);
  return children.reduce((sum, pid) => sum + processorTimeOf(pid).own, own + ended);
}

function told(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
