import { createClient } from '@redis/client'
import { HintBus, type BusListener } from './hint-bus.js'
import { LastingConnection } from './lasting-connection.js'

const BLOCKS_FOR = 5_000
const ANSWERS_WITHIN = 15_000
/** Letters that Redis keeps, about; whoever falls behind further looks into the log anyway. */
const KEPT = '10000'

type Client = ReturnType<typeof clientOf>

/** One to read, which waits most of the time, and one to write. */
interface Pair {
  readonly reader: Client
  readonly writer: Client
}

/** The same letters over a stream of Redis, for many processes or a busy database. (MP4) */
export class StreamBus extends HintBus {
  private connection: LastingConnection<Pair> | null = null

  /** @param stream the stream's name, which all processes of one database share */
  constructor(
    private readonly address: string,
    private readonly stream: string,
  ) {
    super()
  }

  open(listener: BusListener): void {
    const connect = (lost: () => void) => this.connect(listener, lost)
    this.connection = new LastingConnection({ connect, end }, listener.opened)
    this.connection.open()
  }

  async send(letter: string): Promise<void> {
    const pair = this.connection?.get()
    if (!pair) throw new Error('the bus is not there')
    await pair.writer.sendCommand(['XADD', this.stream, 'MAXLEN', '~', KEPT, '*', 'letter', letter])
  }

  async close(): Promise<void> {
    await this.connection?.close()
    this.connection = null
  }

  private async connect(listener: BusListener, lost: () => void): Promise<Pair> {
    const pair = { reader: clientOf(this.address), writer: clientOf(this.address) }
    try {
      for (const client of [pair.reader, pair.writer]) {
        client.on('error', lost)
        client.on('end', lost)
        await client.connect()
      }
      const newest = lettersIn(
        await pair.writer.sendCommand(['XREVRANGE', this.stream, '+', '-', 'COUNT', '1']),
      )
      void this.read(pair.reader, newest[0]?.id ?? '0-0', listener).catch(lost)
      return pair
    } catch (error) {
      await end(pair)
      throw error
    }
  }

  private async read(reader: Client, from: string, listener: BusListener): Promise<void> {
    let after = from
    while (reader.isReady) {
      const options = ['COUNT', '500', 'BLOCK', String(BLOCKS_FOR)]
      const reply: unknown = await reader.sendCommand(['XREAD', ...options, 'STREAMS', this.stream, after])
      const [stream] = Array.isArray(reply) ? (reply as unknown[]) : []
      for (const { id, letter } of lettersIn(Array.isArray(stream) ? stream[1] : null)) {
        after = id
        listener.heard(letter)
      }
    }
  }
}

function clientOf(url: string) {
  return createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    pingInterval: BLOCKS_FOR,
    socket: { reconnectStrategy: false, connectTimeout: BLOCKS_FOR, socketTimeout: ANSWERS_WITHIN },
  })
}

async function end({ reader, writer }: Pair): Promise<void> {
  for (const client of [reader, writer]) if (client.isOpen) client.destroy()
  return Promise.resolve()
}

/** What a stream holds, as Redis writes it: [id, ['letter', words]] each. */
function lettersIn(reply: unknown): readonly { readonly id: string; readonly letter: string }[] {
  if (!Array.isArray(reply)) return []
  return reply.flatMap((entry: unknown) => {
    const [id, fields] = Array.isArray(entry) ? (entry as unknown[]) : []
    const letter: unknown = Array.isArray(fields) ? fields[1] : null
    return typeof id === 'string' && typeof letter === 'string' ? [{ id, letter }] : []
  })
}
