#!/usr/bin/env bash
# @sveltejs/adapter-node 6.0.1 (@sveltejs/kit 3.2.0): a request by HTTP/1.0, which names no host (RFC 1945 knows none), is
# answered 400 Bad Request by the built server, though the same by HTTP/1.1 is answered 200 and ORIGIN is not needed for a GET.
# A balancer whose check is plain HTTP/1.0 (HAProxy's `option httpchk GET /path`) takes every server for dead.
# Fails when the first is answered 200.
set -euo pipefail
folder="$(mktemp -d)"
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
cat >package.json <<'EOF'
{ "name": "tried", "private": true, "type": "module" }
EOF
npm install --no-audit --no-fund --loglevel=error \
  @sveltejs/kit@3.2.0 @sveltejs/adapter-node@6.0.1 @sveltejs/vite-plugin-svelte@7.3.1 svelte@5.57.3 vite@8.3.8
mkdir -p src/routes/alive
echo '<!doctype html><html lang="en"><head><title>x</title>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
echo 'export const GET = () => new Response("ok");' >src/routes/alive/+server.js
cat >vite.config.js <<'EOF'
import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
export default { plugins: [sveltekit({ adapter: adapter() })] };
EOF
npx vite build --logLevel error >/dev/null
PORT=38123 HOST=127.0.0.1 node build >/dev/null 2>&1 &
server=$!
cat >try.mjs <<'EOF'
import assert from "node:assert/strict";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

async function statusOf(request) {
  for (let tries = 0; ; tries++) {
    try {
      const socket = connect(38123, "127.0.0.1", () => socket.write(request));
      return (await text(socket)).split("\r\n")[0];
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((later) => setTimeout(later, 100));
    }
  }
}
const one = await statusOf("GET /alive HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
const nought = await statusOf("GET /alive HTTP/1.0\r\n\r\n");
console.log({ "HTTP/1.1": one, "HTTP/1.0": nought });
assert.match(one, / 200 /);
assert.match(nought, / 400 /);
EOF
node try.mjs
