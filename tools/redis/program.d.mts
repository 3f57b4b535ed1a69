/** Where `redis-server` is, or Valkey, which speaks the same. */
export function redisProgram(): string | undefined
