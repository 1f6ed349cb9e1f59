#!/bin/sh
# Puts the hashes of the environment into the definitions and starts what is named behind.
# start.sh <definitions.json> <where they are read from> <program> [argument …]
set -eu
umask 077
cp "$1" "$2"
for name in $(sed -n 's/.*"\${\([A-Z_]*\)}".*/\1/p' "$1"); do
  hash=$(printenv "$name") || { echo "$name is not set" >&2; exit 1; }
  sed "s|\${$name}|$hash|" "$2" > "$2.new"
  mv "$2.new" "$2"
done
# The broker itself does not run as root.
if [ "$(id -u)" = 0 ] && id rabbitmq > /dev/null 2>&1; then chown rabbitmq "$2"; fi
shift 2
exec "$@"
