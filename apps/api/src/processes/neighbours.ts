import { randomUUID } from 'node:crypto'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { Subject, type Observable } from 'rxjs'
import { LOGGER, type Logger } from '../http/logging.js'
import { Figures } from '../watch/figures.js'
import { readLetter, type Hint } from './hint.js'
import { HintBus } from './hint-bus.js'
import { OutgoingHints } from './outgoing-hints.js'

/** A hint and the process that gave it. */
export interface HeardHint {
  readonly from: string
  readonly hint: Hint
}

/** How often a process gives a sign of life to neighbours, or asks whether there are any. In ms. */
const BEAT = 1_000
const ASKS_EVERY = 15_000
/** A neighbour of whom nothing is heard for so long is no longer there. */
const SILENCE = 5_000

/**
 * The other processes on this database. Whoever is alone asks now and then and says nothing else, so one process
 * pays for none of this. (MP5)
 */
@Injectable()
export class Neighbours implements OnApplicationShutdown {
  private readonly self = randomUUID()
  private readonly lastHeard = new Map<string, number>()
  private readonly hints = new Subject<HeardHint>()
  private readonly changes = new Subject<{ readonly came?: string; readonly left?: string }>()
  private readonly openings = new Subject<void>()
  private readonly outgoing: OutgoingHints
  private beat: NodeJS.Timeout | null = null
  private lastAsked = 0

  /** What neighbours say of plans and sign-ins. */
  readonly heard: Observable<HeardHint> = this.hints.asObservable()
  /** A neighbour was heard for the first time, or is no longer. */
  readonly changed = this.changes.asObservable()
  /** The bus is there again: what was said meanwhile is not known. */
  readonly opened: Observable<void> = this.openings.asObservable()

  constructor(
    private readonly bus: HintBus,
    figures: Figures,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.outgoing = new OutgoingHints(
      this.self,
      (letter) => bus.send(letter),
      (sent, lost) => figures.letters(sent, lost),
    )
    figures.gauge('accord_neighbours', 'Other processes on this database.', () => this.lastHeard.size)
  }

  get count(): number {
    return this.lastHeard.size
  }

  get areThere(): boolean {
    return this.lastHeard.size > 0
  }

  begin(): void {
    this.bus.open({ heard: (payload) => this.read(payload), opened: () => this.busOpened() })
    this.beat = setInterval(() => this.giveSign(), BEAT).unref()
  }

  /** Tells the neighbours, if there are any. Nothing waits for it, and nothing depends on it. (MP1) */
  tell(hint: Hint): void {
    if (this.areThere) this.outgoing.add(hint)
  }

  /** After everything else has said what it had to say. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.beat) return
    clearInterval(this.beat)
    this.tell({ kind: 'bye' })
    await this.outgoing.idle()
    await this.bus.close()
  }

  private busOpened(): void {
    this.lastAsked = performance.now()
    this.outgoing.add({ kind: 'hello' })
    this.openings.next()
  }

  private giveSign(): void {
    const now = performance.now()
    for (const [process, at] of this.lastHeard) if (now - at > SILENCE) this.forget(process)
    if (now - this.lastAsked >= ASKS_EVERY) {
      this.lastAsked = now
      this.outgoing.add({ kind: 'hello' })
    } else this.tell({ kind: 'alive' })
  }

  private read(payload: string): void {
    const letter = readLetter(payload)
    if (!letter || letter.from === this.self) return
    const { from } = letter
    const isNew = !this.lastHeard.has(from)
    this.lastHeard.set(from, performance.now())
    if (isNew) {
      this.logger.info({ event: 'neighbour-came', neighbours: this.lastHeard.size })
      this.outgoing.add({ kind: 'alive' })
      this.changes.next({ came: from })
    }
    for (const hint of letter.hints) this.take(from, hint)
  }

  private take(from: string, hint: Hint): void {
    switch (hint.kind) {
      case 'hello':
        this.outgoing.add({ kind: 'alive' })
        break
      case 'alive':
        break
      case 'bye':
        this.forget(from)
        break
      case 'stored':
      case 'rights':
      case 'signed-out':
      case 'here':
      case 'gone':
      case 'asked':
      case 'stirred':
        this.hints.next({ from, hint })
        break
    }
  }

  private forget(process: string): void {
    if (!this.lastHeard.delete(process)) return
    this.logger.info({ event: 'neighbour-left', neighbours: this.lastHeard.size })
    this.changes.next({ left: process })
  }
}
