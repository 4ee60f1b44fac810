#!/usr/bin/env bash
# Which modes of Debian's PgBouncer the product takes: `session`; `transaction` is refused, for this version loses prepared
# statements between transactions (from 1.21 on it need not).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
start_postgres
unpack pgbouncer libevent-2.1-7 libc-ares2
# pooler MODE PORT
pooler() {
  cat >"$folder/pg/$1.ini" <<EOF
[databases]
postgres = host=127.0.0.1 port=5433 user=doi_thoai
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $2
auth_type = any
pool_mode = $1
default_pool_size = 30
EOF
  "${as_nobody[@]}" env LD_LIBRARY_PATH="$LD_LIBRARY_PATH" pgbouncer "$folder/pg/$1.ini" >"$folder/$1.log" 2>&1 &
  started+=($!)
  sleep 1
}
through() {
  env -u LD_LIBRARY_PATH DATABASE_URL="postgres://doi_thoai@127.0.0.1:$1/postgres" "$node" "$root/cli/main.ts" verify 2>&1
}
pooler session 6432
through 6432 >/dev/null
pooler transaction 6433
said="$(through 6433 || true)"
grep -q "prepared statements" <<<"$said" || { echo "not refused: $said" >&2; exit 1; }
echo tried
