import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to a server's socket that can fall silent: connections are taken, and nothing ever comes back. */
export async function muteProxy(target: string) {
  let silent = false;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const beyond = connect(target);
    for (const each of [socket, beyond]) {
      open.add(each.on("error", () => undefined));
      each.on("close", () => (open.delete(each), socket.destroy(), beyond.destroy()));
    }
    socket.on("data", (chunk) => void (silent || beyond.write(chunk)));
    beyond.on("data", (chunk) => void (silent || socket.write(chunk)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: (now: boolean) => void (silent = now),
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
