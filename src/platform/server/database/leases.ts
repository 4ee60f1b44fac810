import type { Socket } from "node:net";
import { onFirstLine } from "./lines.ts";
import type { LeaseAnswer, LeaseRequest } from "./keeper-messages.ts";

export type Leases = {
  /** Listens to a process that has connected; `answer` is asked once its role is known and admitted. */
  welcome(socket: Socket, answer: () => Promise<LeaseAnswer>): void;
  count(): number;
  /** Closes every connection, which tells the holders (if any are left) that the database is gone. */
  closeAll(): void;
};

/** Keeps who holds the database. A holder is its open connection: when a process dies, its lease ends. */
export function createLeases(onEmpty: () => void): Leases {
  const holders = new Map<Socket, LeaseRequest>();
  const waitingToLeave = new Set<Socket>();

  const appBeside = (socket: Socket) =>
    [...holders].find(([other, holder]) => other !== socket && holder.role === "app")?.[1];

  const leave = (socket: Socket) => {
    if (!holders.delete(socket)) return;
    waitingToLeave.add(socket);
    if (holders.size === 0) return onEmpty();
    socket.end();
  };

  return {
    welcome(socket, answer) {
      socket.on("error", () => leave(socket)).on("end", () => leave(socket));
      socket.on("close", () => (leave(socket), waitingToLeave.delete(socket)));
      onFirstLine<LeaseRequest>(socket, async (request) => {
        if (!request) return socket.destroy();
        const app = request.role === "app" ? appBeside(socket) : undefined;
        if (app) return say(socket, { kind: "refused", pid: app.pid }).end();
        holders.set(socket, request);
        socket.resume();
        const reply = await answer();
        say(socket, reply);
        if (reply.kind !== "granted") leave(socket);
      });
    },
    count: () => holders.size,
    closeAll: () => [...holders.keys(), ...waitingToLeave].forEach((socket) => socket.end()),
  };
}

function say(socket: Socket, answer: LeaseAnswer): Socket {
  if (!socket.destroyed) socket.write(JSON.stringify(answer) + "\n");
  return socket;
}
