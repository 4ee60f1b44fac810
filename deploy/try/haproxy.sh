#!/usr/bin/env bash
# The proxy of haproxy.cfg before two instances on one database: one is stopped in the midst of requests, and none fails.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
start_postgres
unpack haproxy liblua5.3-0 libopentracing-c-wrapper0 libopentracing1
serve one PORT=3001 DATABASE_URL="$database" ADDRESS_HEADER=x-forwarded-for
serve two PORT=3002 DATABASE_URL="$database" ADDRESS_HEADER=x-forwarded-for
two="${started[-1]}"
until_answers http://127.0.0.1:3001/readyz
until_answers http://127.0.0.1:3002/readyz
haproxy -f "$root/deploy/haproxy.cfg" >"$folder/haproxy.log" 2>&1 &
started+=($!)
until_answers http://127.0.0.1:8080/readyz
for n in $(seq 200); do
  [ "$n" = 60 ] && kill -TERM "$two"
  curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/readyz
done >"$folder/answers"
bad="$(grep -cv '^200$' "$folder/answers" || true)"
[ "$bad" = 0 ] || { echo "$bad of 200 requests failed" >&2; exit 1; }
echo tried
