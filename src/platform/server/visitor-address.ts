import type { IncomingMessage } from "node:http";
import type { Env } from "#env";
import { log } from "./log.ts";

/** What proxies commonly add to a request. */
const proxyHeaders = ["x-forwarded-for", "x-real-ip", "forwarded"];

const notSet =
  "a proxy stands in front and ADDRESS_HEADER is not set, so everybody counts as one address when attempts to sign in are limited; set it to the header that the proxy writes, such as x-forwarded-for / có proxy đứng trước mà chưa đặt ADDRESS_HEADER: khi giới hạn số lần đăng nhập, mọi người bị tính chung một địa chỉ";

/**
 * Sees to it that each request says where its visitor came from. Attempts to sign in are counted by address, which
 * behind a proxy is a header's word: ADDRESS_HEADER says which. A request that came past the proxy has no such word and
 * is counted by its own address. Where a proxy shows itself and no header is named, the log says so, once.
 */
export function visitorNaming(env: Env): (request: IncomingMessage) => void {
  const { addressHeader, proxiesTrusted } = env;
  if (addressHeader) return (request) => fillIn(request, addressHeader, proxiesTrusted);
  let warned = false;
  const warn = () => {
    warned = true;
    log.warn({ setting: "ADDRESS_HEADER" }, notSet);
  };
  // This server speaks plain HTTP: an https address means that something else stands in front.
  if (env.originGiven && env.origin.startsWith("https:")) warn();
  return ({ headers }) => {
    if (!warned && proxyHeaders.some((name) => name in headers)) warn();
  };
}

/** The application refuses a request whose header is missing or names fewer proxies than are trusted. */
function fillIn({ headers, socket }: IncomingMessage, name: string, proxiesTrusted: number): void {
  const addresses = name === "x-forwarded-for" ? proxiesTrusted : 1;
  const told = String(headers[name] ?? "");
  if (told.trim() !== "" && told.split(",").length >= addresses) return;
  headers[name] = Array(addresses)
    .fill(socket.remoteAddress ?? "")
    .join();
}
