#!/usr/bin/env bash
# Two PostgreSQL kept by Patroni, a third that votes, the proxy of haproxy-patroni.cfg, and the product on it. The machine that is first
# dies in the midst of writing: another becomes first, nothing acknowledged is missing, and the product goes on by itself.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
unpack patroni python3-pysyncobj python3-psycopg2 python3-psutil python3-dateutil python3-prettytable python3-wcwidth \
  python3-urllib3 python3-yaml python3-click python3-six python3-cdiff python3-pkg-resources python3-cryptography \
  haproxy liblua5.3-0 libopentracing-c-wrapper0 libopentracing1 \
  postgresql-15 postgresql-client-15 libpq5 libicu72 libxml2 libldap-2.5-0 libsasl2-2
export PYTHONPATH="$folder/unpacked/usr/lib/python3/dist-packages"
bin="$folder/unpacked/usr/lib/postgresql/15/bin"
mkdir "$folder/kept"
[ "$(id -u)" != 0 ] || chown nobody:nogroup "$folder/kept"

# On one machine each has an address of its own: 127.0.0.1, 127.0.0.2, and 127.0.0.3 for who only votes.
# settings NAME SELF PARTNERS
settings() {
  sed -e "s/\bNAME\b/$1/" -e "s/\bSELF\b/$2/" -e "s/\bPARTNERS\b/$3/" -e "s|/var/lib/patroni|$folder/kept/$1|" \
    -e "s|/usr/lib/postgresql/15/bin|$bin|" -e "s|127.0.0.1/32|127.0.0.0/8|" "$root/deploy/patroni.yml" >"$folder/$1.yml"
  "${as_nobody[@]}" mkdir -p "$folder/kept/$1/raft"
}
keep() {
  "${as_nobody[@]}" setsid /usr/bin/python3 "$folder/unpacked/usr/bin/$2" "$folder/$1.yml" >"$folder/$1.log" 2>&1 &
  started+=($!)
}
settings one 127.0.0.1 "'127.0.0.2:2380', '127.0.0.3:2380'"
settings two 127.0.0.2 "'127.0.0.1:2380', '127.0.0.3:2380'"
settings three 127.0.0.3 "'127.0.0.1:2380', '127.0.0.2:2380'"
keep three patroni_raft_controller
keep one patroni
keep two patroni
sed -e 's/10\.0\.0\.1/127.0.0.1/; s/10\.0\.0\.2/127.0.0.2/' "$root/deploy/haproxy-patroni.cfg" >"$folder/haproxy.cfg"
haproxy -f "$folder/haproxy.cfg" >"$folder/haproxy.log" 2>&1 &
started+=($!)

# Both are there, and the one that follows has what is acknowledged.
follows() { curl -sf -o /dev/null "http://127.0.0.$1:8008/sync"; }
for _ in $(seq 240); do
  { follows 1 || follows 2; } && break
  sleep 0.5
done
follows 1 || follows 2 || { echo "none follows" >&2; for log in "$folder"/*.log; do tail -n 5 "$log" >&2; done; exit 1; }
database=postgres://doi_thoai@127.0.0.1:5000/postgres
ask() { PGCONNECT_TIMEOUT=3 "$bin/psql" -XAtq "$database" -c "$1"; }
until ask "select 1" >/dev/null 2>&1; do sleep 0.5; done
ask "create table noted (n int primary key)"
serve product PORT=3001 DATABASE_URL="$database" DATABASE_REPLICA_URL=postgres://doi_thoai@127.0.0.1:5001/postgres
until_answers http://127.0.0.1:3001/readyz

first=one
[ "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8008/primary)" = 200 ] || first=two
head -1 "$folder/kept/$first/data/postmaster.pid" >"$folder/first.pid"
acknowledged=()
for n in $(seq 400); do
  # The whole machine at once: what keeps it, and the server.
  [ "$n" = 100 ] && { pkill -KILL -f "$folder/$first.yml" || true; kill -KILL "$(cat "$folder/first.pid")"; }
  if ask "insert into noted values ($n)" 2>>"$folder/asked.log"; then acknowledged+=("$n"); else sleep 0.2; fi
done
until_answers http://127.0.0.1:3001/readyz
[ "${#acknowledged[@]}" -gt 200 ] || { echo "only ${#acknowledged[@]} of 400 were written" >&2; exit 1; }
missing="$(ask "select count(*) from unnest(array[$(IFS=,; echo "${acknowledged[*]}")]) n where n not in (select n from noted)")"
[ "$missing" = 0 ] || { echo "$missing acknowledged rows are missing" >&2; exit 1; }
echo "${#acknowledged[@]} of 400 written, none missing"
echo tried
