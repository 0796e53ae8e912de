import type { ClientId, LogId } from '@accord/domain/ids'
import { io, type Socket } from 'socket.io-client'
import { newUuid } from '../../src/history/new-uuid.js'
import type { Address } from '../../src/live-plan/replay/live-client.js'

/** A message as it came: its event and its content. */
type Frame = readonly [string, unknown]

/** Every message that a server sent to a socket, as it came: no client machine in between that could leave one out. */
export interface Frames {
  forget(): void
  /** What has come by the time that a question of one's own is answered, the answer left out. */
  afterPing(): Promise<readonly Frame[]>
  /** Writes blindly into the log and gives what was answered. */
  write(): Promise<readonly Frame[]>
  close(): void
}

/** A bare socket that asked to join a log once. */
export async function framesOf(address: Address, log: LogId): Promise<Frames> {
  const socket = await connected(address)
  const frames: Frame[] = []
  socket.onAny((event: string, message: unknown) => frames.push([event, message]))
  const clientId = newUuid(Date.now()) as ClientId
  const join = (plan: LogId) => socket.emit('join', { plan, clientId, have: null, snapshot: true })
  const afterPing = async () => {
    // Joining is answered in order: when a log that nobody has is refused, everything before it has come.
    const nowhere = newUuid(Date.now()) as LogId
    const isAnswer = ([, message]: Frame) => aboutLog(message) === nowhere
    join(nowhere)
    await until(() => frames.some(isAnswer))
    return frames.splice(0).filter((frame) => !isAnswer(frame))
  }
  join(log)
  frames.push(...(await afterPing()))
  return {
    forget: () => void frames.splice(0),
    afterPing,
    write: async () => {
      const command = { name: 'goal.add', goal: newUuid(Date.now()), kind: 'change', title: 'Not mine' }
      socket.emit('command', { plan: log, clientId, op: 1, command })
      socket.emit('look', { plan: log, at: null })
      await until(() => frames.some(([, message]) => isAboutOperation(message)))
      return afterPing()
    },
    close: () => void socket.disconnect(),
  }
}

async function connected({ origin, cookie }: Address): Promise<Socket> {
  const extraHeaders = { origin, cookie }
  const socket = io(origin, { transports: ['websocket'], extraHeaders, forceNew: true, reconnection: false })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000
  while (!holds()) {
    if (Date.now() > end) throw new Error('the socket was not answered')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function aboutLog(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'plan' in message ? message.plan : null
}

function isAboutOperation(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'op' in message && message.op === 1
}
