import { startWorkProcess, type WorkProcess } from "./work-process.ts";

/** A place where one process works: what it does at present, if anything. */
export type Station = {
  readonly process: WorkProcess;
  work?: { readonly expected: number; readonly since: number };
  rest?: NodeJS.Timeout;
};

export type Stations = {
  /** Whether somebody is there, or may come, who has nothing to do. */
  readonly hasFree: boolean;
  readonly running: readonly NonNullable<Station["work"]>[];
  /** Who has nothing to do: somebody new where there is room for them. */
  free(): Station | undefined;
  /** The work is done, in a process that has come to hold so much memory. */
  done(station: Station, memory: number): void;
  kill(station: Station): void;
  /** Ends all of them, in the middle of a work too. */
  close(): void;
};

/** A process that has come to hold as much is let go after its work: what a large paper took is given back. */
const mostMemory = 300 * 1024 * 1024;

/** So many processes at most; one without work ends after so many milliseconds. */
export function openStations(most: number, idle: number): Stations {
  const stations = new Set<Station>();
  const resting = () => [...stations].find(({ work }) => work === undefined);

  function start(): Station {
    const station: Station = { process: startWorkProcess(() => stations.delete(station)) };
    stations.add(station);
    return station;
  }

  function leave(station: Station, how: "dismiss" | "kill"): void {
    clearTimeout(station.rest);
    stations.delete(station);
    station.process[how]();
  }

  return {
    get hasFree() {
      return stations.size < most || resting() !== undefined;
    },
    get running() {
      return [...stations].flatMap(({ work }) => (work ? [work] : []));
    },
    free() {
      const station = resting() ?? (stations.size < most ? start() : undefined);
      clearTimeout(station?.rest);
      return station;
    },
    done(station, memory) {
      delete station.work;
      if (memory > mostMemory) leave(station, "dismiss");
      else station.rest = setTimeout(() => leave(station, "dismiss"), idle).unref();
    },
    kill: (station) => leave(station, "kill"),
    close() {
      for (const station of [...stations]) leave(station, station.work ? "kill" : "dismiss");
    },
  };
}
