import type { LiveConnection } from './connection.js'

/** Lets all plans of a page use one connection: opened by the first, closed with the last. */
export function sharedConnection(open: () => LiveConnection): () => LiveConnection {
  let shared: LiveConnection | null = null
  let users = 0
  return () => {
    const connection = (shared ??= open())
    users += 1
    const stops = new Set<() => void>()
    return {
      isConnected: () => connection.isConnected(),
      send: (sent) => connection.send(sent),
      listen: (listener) => {
        const stop = connection.listen(listener)
        stops.add(stop)
        return stop
      },
      close: () => {
        for (const stop of stops) stop()
        users -= 1
        if (users > 0) return
        connection.close()
        shared = null
      },
    }
  }
}
