#!/usr/bin/env bash
# What systemd says of the units. Paths that only the real machine has are replaced.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
for unit in doi-thoai.service doi-thoai-backup.service doi-thoai-backup.timer; do
  sed -e "s|/opt/doi-thoai|$root|g" -e "s|^User=.*|User=$(id -un)|" "$root/deploy/$unit" >"$folder/$unit"
done
said="$(systemd-analyze verify --man=no "$folder"/doi-thoai* 2>&1 | grep "$folder\|doi-thoai" || true)"
[ -z "$said" ] || { echo "$said" >&2; exit 1; }
echo tried
