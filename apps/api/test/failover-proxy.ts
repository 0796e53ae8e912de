import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '../src/live-plan/replay/free-port.js'

/** What stands before several processes: gives each connection to the next one that answers. */
export interface FailoverProxy {
  readonly origin: string
  /** The ports that somebody is connected to now. */
  readonly inUse: () => readonly number[]
  readonly close: () => Promise<void>
}

export async function startProxy(port: number, upstreams: readonly number[]): Promise<FailoverProxy> {
  const open = new Set<Socket>()
  const behind = new Map<Socket, number>()
  let turn = 0
  const server: Server = createServer((client) => {
    open.add(client)
    client.on('error', () => client.destroy()).on('close', () => open.delete(client) && behind.delete(client))
    reach(upstreams, turn++, upstreams.length).then(
      (upstream) => {
        behind.set(client, upstream.remotePort ?? 0)
        upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
        client.on('close', () => upstream.destroy())
        client.pipe(upstream).pipe(client)
      },
      () => client.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
  return { origin: `http://localhost:${port}`, inUse: () => [...behind.values()], close }
}

async function reach(upstreams: readonly number[], from: number, tries: number): Promise<Socket> {
  try {
    return await dial(upstreams[from % upstreams.length] ?? 0)
  } catch (error) {
    if (tries <= 1) throw error
    return reach(upstreams, from + 1, tries - 1)
  }
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', reject).once('connect', () => resolve(socket.off('error', reject)))
  })
}

/** Ports for so many processes, and one more for the proxy before them. */
export async function portsFor(
  processes: number,
): Promise<{ readonly front: number; readonly behind: number[] }> {
  const behind: number[] = []
  while (behind.length < processes) behind.push(await freePort())
  return { front: await freePort(), behind }
}
