import { openSocket } from './open-socket.js'
import { sharedConnection } from './shared-connection.js'

/** The one connection of this page, for its plans and for what it is told of besides. */
export const connect = sharedConnection(openSocket)
