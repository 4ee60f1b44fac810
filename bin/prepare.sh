# Sourced by the commands beside it: finds the checkout, installs and builds when that is needed.
root="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
node="$root/node_modules/.bin/node"
export PATH="$root/node_modules/.bin:$PATH"

install_packages() {
  installed && return
  command -v npm >/dev/null || {
    echo "Cần Node.js 20 trở lên và npm trên máy này." >&2
    echo "Node.js 20 or later and npm are needed on this machine." >&2
    exit 1
  }
  echo "Đang cài các gói… / Installing packages…" >&2
  # Not `npm ci`: it refuses a lock file without the optional packages of other platforms, which not every
  # registry carries. The versions are the lock file's all the same.
  (cd "$root" && npm install --no-save --no-audit --no-fund --loglevel=error >&2)
}

# Whether what is installed is what the lock file says; by time first, by content when in doubt.
installed() {
  [ -x "$node" ] && [ -f "$root/node_modules/.package-lock.json" ] || return 1
  [ "$root/node_modules/.package-lock.json" -nt "$root/package-lock.json" ] && return
  "$node" "$root/bin/same-packages.mjs" "$root" && touch "$root/node_modules/.package-lock.json"
}

build_application() {
  built && return
  echo "Đang dựng ứng dụng… / Building the application…" >&2
  (cd "$root" && "$node" node_modules/vite/bin/vite.js build --logLevel warn >&2)
}

# Folders count too: a deleted file changes its folder's time.
built() {
  [ -f "$root/build/handler.js" ] || return 1
  local newer
  newer="$(cd "$root" && find src db/schema project.inlang vite.config.ts package-lock.json \
    -path src/paraglide -prune -o -path project.inlang/cache -prune -o -name '*.test.ts' -prune -o \
    -newer build/handler.js -print -quit)"
  [ -z "$newer" ]
}

# Node with the settings of .env, when there is such a file.
run_node() {
  if [ -f "$root/.env" ]; then exec "$node" --env-file="$root/.env" "$@"; fi
  exec "$node" "$@"
}
