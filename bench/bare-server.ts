/** A server that does nothing but answer: what a rate is compared with, on the same machine in the same run. */
import { createServer } from "node:http";

const body = JSON.stringify({
  rows: Array.from({ length: 20 }, (_, index) => ({ index, text: "x".repeat(200) })),
});
createServer((_, response) => response.setHeader("content-type", "application/json").end(body)).listen(
  0,
  "127.0.0.1",
  function (this: import("node:net").Server) {
    console.log((this.address() as { port: number }).port);
  },
);
