import type pg from "pg";
import { isSilence } from "../act/database-problems.ts";

/** Hears when an answer comes; where none comes from a server that answers nobody any more, its connection is given up. */
export type Listening = (client: pg.Client, answer: Promise<unknown>) => void;

/**
 * A long statement and a server that has fallen silent look the same from here: nothing comes. So who has waited `after`
 * milliseconds asks beside, over a connection of its own, whether anybody is there. The statement goes on where somebody
 * is.
 */
export function listenFor(isThere: () => Promise<void>, after: number): Listening {
  return (client, answer) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const listen = () => (timer = setTimeout(() => void askBeside(), after).unref());
    const askBeside = async () => {
      const silent = await isThere().then(() => false, isSilence);
      if (over) return;
      if (silent) giveUp(client);
      else listen();
    };
    const end = () => {
      over = true;
      clearTimeout(timer);
    };
    listen();
    answer.then(end, end);
  };
}

/** A connection on which an answer never came is of no further use: whatever is asked next would wait for it. */
export function giveUp(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
