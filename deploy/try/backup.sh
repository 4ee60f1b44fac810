#!/usr/bin/env bash
# The nightly backup as it stands in backup.sh, of a register with the demo in it, and one that cannot be restored.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export DATA_DIR="$folder/data"
serve demo DEMO=yes PORT=0 DATA_DIR="$DATA_DIR"
until grep -q "http://" "$folder/demo.log"; do sleep 0.2; done
file="$("$root/deploy/backup.sh" "$folder/kept" 2>/dev/null | tail -1)"
[ -s "$file" ] || { echo "no backup was kept" >&2; exit 1; }
[ -z "$(find "$folder/kept" -name '*.trying')" ] || { echo "something was left behind" >&2; exit 1; }
echo tried
