import type { TextPlace } from '@accord/domain/goal/field'
import type { LogId } from '@accord/domain/ids'
import { textAt } from '@accord/domain/plan/plan'
import { ChangeSet, Text } from '@codemirror/state'
import { LiveClient, type Address, type Arrived } from './live-client.js'

/** Longer than a client gathers typing for: each transaction becomes an operation of its own. */
const APART = 10_000

/** A real client whose hands and eyes the replay holds: it sends so many operations, and sees so many entries. */
export class Writer {
  private client: LiveClient | null = null
  private readonly heldBack: Arrived[] = []
  private readonly waiting: (() => void)[] = []
  private clock = 0
  private allowed = Infinity
  private begunAt = 0
  /** How many operations were made. */
  made = 0
  /** Whether what is typed while an operation is on its way goes into one, as with any client. */
  gathers = true
  /** Whether messages are held back until {@link see}. */
  holds = false

  async connect(address: Address, plan: LogId): Promise<LiveClient> {
    const client = new LiveClient(address, plan)
    this.client = await client.live()
    client.maySend = () => this.sent() < this.allowed
    client.receive = (arrived) => this.hear(arrived)
    return client
  }

  /** What was stored so far is no part of the replay. */
  begin(): void {
    this.begunAt = this.machine.state.position?.seq ?? 0
  }

  get machine(): LiveClient {
    if (!this.client) throw new Error('the writer is not connected')
    return this.client
  }

  /** Operations that are on their way or stored. */
  sent(): number {
    const { pending, sent } = this.machine.state
    return this.made - pending.length + (sent ? 1 : 0)
  }

  /** Own operations that are stored, as far as this writer knows. */
  stored(): number {
    return this.made - this.machine.state.pending.length
  }

  /** Entries of others that this writer has before their eyes. */
  seen(): number {
    return (this.machine.state.position?.seq ?? 0) - this.begunAt - this.stored()
  }

  /** How long the text is on this writer's screen. Only this one text is written. */
  length(place: TextPlace): number {
    const { pending, confirmed } = this.machine.state
    const last = pending.at(-1)
    if (last?.kind === 'text') return last.changes.newLength
    return (confirmed && textAt(confirmed, place)?.text.length) ?? 0
  }

  type(place: TextPlace, from: number, removes: number, inserts: string): void {
    if (!this.gathers) this.clock += APART
    const insert = Text.of(inserts.split('\n'))
    const changes = ChangeSet.of({ from, to: from + removes, insert }, this.length(place))
    if (changes.empty) return
    this.made += 1
    this.machine.edit(place, changes, this.clock)
  }

  /** Lets operations go out until so many of them are sent. */
  allow(operations: number): void {
    this.allowed = operations
    this.machine.send()
  }

  /** Sees what has come, one message after the other, until `enough`; waits for what has not come yet. */
  async see(enough: () => boolean): Promise<void> {
    while (!enough()) {
      if (this.heldBack.length > 0) this.takeNext()
      else await this.more()
      while (this.heldBack[0]?.event === 'accepted') this.takeNext()
    }
  }

  private hear(arrived: Arrived): void {
    if (arrived.event === 'looked') return
    if (arrived.event === 'refused' || arrived.event === 'closed')
      throw new Error(`the server said ${arrived.event}`)
    this.heldBack.push(arrived)
    // An answer to one's own operation shows nothing of anybody else.
    while (this.heldBack[0] && (!this.holds || this.heldBack[0].event === 'accepted')) this.takeNext()
    for (const wake of this.waiting.splice(0)) wake()
  }

  /** Sees everything that has come, and from now on whatever comes. */
  release(): void {
    this.holds = false
    for (const arrived of this.heldBack.splice(0)) this.machine.take(arrived)
    this.allow(Infinity)
  }

  private takeNext(): void {
    const next = this.heldBack.shift()
    if (next) this.machine.take(next)
  }

  private more(): Promise<void> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error('the replay waits for what does not come')), 30_000)
      this.waiting.push(() => {
        clearTimeout(patience)
        resolve()
      })
    })
  }
}
