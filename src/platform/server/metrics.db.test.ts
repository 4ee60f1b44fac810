import { createServer } from "node:http";
import { once } from "node:events";
import { expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { doWhatIsDue, hourly } from "./jobs.ts";
import { tellMetrics, watch } from "./metrics.ts";

const { db, pool } = await testDatabase();

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

test("requests, connections, the outbox and the jobs are told on this machine", async () => {
  const serving = createServer((_, response) => response.writeHead(503).end()).listen(0, "127.0.0.1");
  await once(serving, "listening");
  watch(serving, { people: pool });
  await fetch(`http://127.0.0.1:${(serving.address() as { port: number }).port}/api/v1/recommendations`);
  await doWhatIsDue(db, [{ name: "told", lastDue: hourly(0), run: async () => undefined }], () =>
    Temporal.Instant.from("2026-03-01T09:30:00Z"),
  );
  const port = await freePort();
  const metrics = await tellMetrics(port, db, false);
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await metrics.stop();
  serving.close();
  expect(text).toContain('doi_thoai_request_seconds_count{door="api",status="5xx"} 1');
  expect(text).toMatch(/doi_thoai_connections\{pool="people",state="idle"\} \d/);
  expect(text).toContain("doi_thoai_database_up 1");
  expect(text).toContain('doi_thoai_outbox_words{state="failed"} 0');
  expect(text).toContain(
    `doi_thoai_job_done_through_seconds{job="told"} ${Date.parse("2026-03-01T09:00:00Z") / 1000}`,
  );
  expect(text).toContain("process_resident_memory_bytes");
});
