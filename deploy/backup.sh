#!/usr/bin/env bash
# backup.sh FOLDER: backs up, restores the file on trial into a database of its own, counts the restored register again, and
# only then keeps the file; attached files lie beside all backups, in `files`, each once. Backups older than 35 days are removed, files never. Fails where any step fails: watch the unit, not the folder.
set -euo pipefail
root="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
folder="$1"
doi_thoai() { "$root/node_modules/.bin/node" "$root/cli/main.ts" "$@"; }

mkdir -p "$folder"
file="$folder/doi-thoai-$(date +%Y%m%d-%H%M%S).gz"
trial="$(mktemp -d)"
trap 'rm -rf "$trial" "$file.trying"' EXIT
doi_thoai backup "$file.trying"
(
  unset DATABASE_URL FILES_URL
  export DATA_DIR="$trial" DEMO=no
  doi_thoai migrate
  doi_thoai restore "$file.trying"
  doi_thoai verify
)
mv "$file.trying" "$file"
find "$folder" -name 'doi-thoai-*.gz' -mtime +35 -delete
echo "$file"
