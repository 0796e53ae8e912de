import type {
  ClientEvent,
  CommandMessage,
  JoinMessage,
  LeaveMessage,
  LookMessage,
  OwnTextMessage,
  ServerEvents,
} from '@accord/domain/sync/wire'

/** One message of the server, with its name. */
export type Heard = {
  readonly [Event in keyof ServerEvents]: { readonly event: Event; readonly message: ServerEvents[Event] }
}[keyof ServerEvents]

interface SentMessages extends Record<ClientEvent, unknown> {
  readonly join: JoinMessage
  readonly text: OwnTextMessage
  readonly command: CommandMessage
  readonly look: LookMessage
  readonly leave: LeaveMessage
}

/** One message to the server, with its name. */
export type Sent = {
  readonly [Event in ClientEvent]: { readonly event: Event; readonly message: SentMessages[Event] }
}[ClientEvent]

export interface ConnectionListener {
  readonly connected: () => void
  readonly disconnected: () => void
  /** The server knows no sign-in for this page. */
  readonly signedOut: () => void
  readonly heard: (heard: Heard) => void
}

/** A way to the server that reconnects by itself. What is sent while it is down is lost, as on any wire. */
export interface LiveConnection {
  isConnected(): boolean
  send(sent: Sent): void
  listen(listener: ConnectionListener): () => void
  close(): void
}
