import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { once } from "node:events";

export type SmtpServer = {
  readonly url: string;
  /** What was taken in, headers and body, in the order of arrival. */
  readonly letters: string[];
  /** Turns away the next letters with a passing error. */
  refuse(count: number): void;
  close(): Promise<void>;
};

/** The world outside: just enough of an SMTP server (RFC 5321) to take letters in, or to turn them away. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const letters: string[] = [];
  let refusals = 0;
  const server = createServer((socket) => {
    converse(socket, () => refusals-- > 0, letters);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (count) => (refusals = count),
    close: () => closed(server),
  };
}

function converse(socket: Socket, refuses: () => boolean, letters: string[]): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let letter: string[] | null = null;
  const take = (line: string) => {
    if (line !== ".") return letter!.push(line);
    letters.push(letter!.join("\n"));
    letter = null;
    say("250 taken");
  };
  socket.on("error", () => undefined);
  createInterface({ input: socket }).on("line", (line) => {
    if (letter) return take(line);
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "DATA") {
      letter = [];
      say("354 go on");
    } else if (verb === "MAIL" && refuses()) say("451 not now");
    else if (verb === "QUIT") socket.end("221 bye\r\n");
    else say("250 ok");
  });
  say("220 test");
}

async function closed(server: Server): Promise<void> {
  const done = once(server, "close");
  server.close();
  await done;
}
