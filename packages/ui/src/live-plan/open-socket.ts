import { isSignedIn } from './is-signed-in.js'
import { SocketConnection } from './socket-connection.js'

/** A connection of its own to the page's server. */
export function openSocket(): SocketConnection {
  return new SocketConnection({ origin: '', random: Math.random, isSignedIn })
}
