#!/usr/bin/env bash
# Starts a Redis of its own, runs the example, and ends that Redis.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v redis-server > /dev/null; then
  echo 'redis-server is not installed: install it (for example apt-get install redis-server), or set REDIS_URL and run main.ts' >&2
  exit 3
fi
port=${REDIS_PORT:-6390}
redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no > /dev/null &
redis=$!
trap 'kill "$redis"' EXIT
for _ in $(seq 50); do
  if redis-cli -p "$port" ping > /dev/null 2>&1; then break; fi
  sleep 0.1
done
status=0
REDIS_URL="redis://127.0.0.1:$port" npx tsx main.ts || status=$?
# The sample fleet holds an unhealthy environment: 1 is what this must end with.
if [ "$status" -ne 1 ]; then
  echo "expected exit code 1, got $status" >&2
  exit 1
fi
