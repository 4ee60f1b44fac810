/**
 * The least that an answer out of the database costs: `node:http` and `pg`, which ask one question of the same text with
 * the same gate and send on what they are told. Nothing is read of the request.
 */
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import pg from "pg";

const { connection, asked } = JSON.parse(await text(process.stdin)) as {
  connection: pg.PoolConfig;
  asked: pg.QueryArrayConfig<unknown[]>;
};
const pool = new pg.Pool({
  ...connection,
  max: 4,
  onConnect: async (client) => {
    await client.query("set plan_cache_mode = force_generic_plan; set jit = off; set enable_seqscan = off");
  },
});
createServer((_, response) => {
  pool.query(asked).then(
    ({ rows: [row] }) =>
      response.setHeader("content-type", "application/json").end(Buffer.from(row![1] as string)),
    () => response.writeHead(500).end(),
  );
}).listen(0, "127.0.0.1", function (this: import("node:net").Server) {
  console.log((this.address() as { port: number }).port);
});
