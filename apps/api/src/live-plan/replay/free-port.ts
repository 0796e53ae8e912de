import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the ports that a system gives to outgoing connections (32768 on Linux, 49152 elsewhere). */
const LOWEST = 20_000
const HIGHEST = 32_000
/** Whoever looks at the same time finds the same port free: test files that run at once each look in a part of their own. */
const PARTS = 8
const SIZE = (HIGHEST - LOWEST) / PARTS

const given = new Set<number>()

/** A port that nobody listens on just now, and that no outgoing connection can take before it is used. */
export async function freePort(): Promise<number> {
  const lowest = LOWEST + (Number(process.env.JEST_WORKER_ID ?? 0) % PARTS) * SIZE
  for (;;) {
    const port = lowest + randomInt(SIZE)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
