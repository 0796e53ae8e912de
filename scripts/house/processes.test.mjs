import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { freePort, requirePort } from './ports.mjs'
import { isAlive } from './processes.mjs'

/** A server with threads and much memory, so that its first thread is gone well before the last one is. */
const SERVER = `
const { Worker } = require('node:worker_threads')
const busy = 'setInterval(() => { const end = Date.now() + 5; while (Date.now() < end); }, 6)'
for (let at = 0; at < 4; at++) new Worker(busy, { eval: true })
global.much = Buffer.alloc(100e6, 1)
require('node:net').createServer().listen(Number(process.argv[1]), () => console.log('listens'))
process.on('SIGTERM', () => process.exit(0))
`

describe('a process that ends', () => {
  it('[HO7] [HO12] is alive until it has let go of its port, and not only until its first thread is gone', async () => {
    for (let round = 0; round < 3; round++) {
      const port = await freePort()
      const server = spawn(process.execPath, ['-e', SERVER, String(port)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await once(server.stdout, 'data')
      const exited = once(server, 'exit')
      server.kill('SIGTERM')
      // Without a pause: whoever waited a little would never see the moment that counts.
      while (isAlive(server.pid ?? 0));
      await requirePort(port, 'PORT')
      await exited
    }
  })
})
