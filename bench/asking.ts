import type { OpenDatabase } from "#platform/server/database/open.ts";
import type { Ask, LoadFigures } from "./load.ts";
import { askers, PASSWORD } from "./nation.ts";
import { offices } from "./offices.ts";

export type Measured = {
  what: string;
  figures: LoadFigures;
  pgbench?: number | null;
  ratio?: number | null;
  /** What is measured besides. */
  more?: Record<string, number | null>;
};

/** Where it is measured; `server` is the id of the process that serves. */
export type Bench = {
  origin: string;
  database: OpenDatabase;
  seconds: number;
  today: string;
  server: number;
};

/** How the list is asked for. */
export async function listAsked({ database }: Pick<Bench, "database">): Promise<() => Ask> {
  const [office] = await offices(database.db, [askers.office.unit], Temporal.Now.instant());
  const path = `/api/v1/recommendations?unit=${office!.unit}&view=open&size=20`;
  return () => ({ ...get(office!.token), path });
}

export const get = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

export const post = (token: string) => ({
  method: "POST" as const,
  headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
});

export async function signedIn(origin: string, username: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in?/password`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, accept: "text/html" },
    body: new URLSearchParams({ username, password: PASSWORD }),
  });
  // What was just done is said once, on the first page.
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";", 1)[0]!)
    .filter((one) => !one.startsWith("said="));
  if (answer.status !== 303 || cookie.length === 0) throw new Error(`Sign-in answered ${answer.status}.`);
  return cookie.join("; ");
}
