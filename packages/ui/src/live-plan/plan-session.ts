import type { Tombstone } from '@accord/domain/refusal'
import { storeClient, type ClientState, type Step } from '@accord/domain/sync/client-state'
import { joinMessage, outgoing } from '@accord/domain/sync/local'
import {
  accepted,
  barred,
  changed,
  closed,
  dropped,
  joined,
  joining,
  refused,
} from '@accord/domain/sync/receive'
import type { ClosedMessage, RefusedMessage } from '@accord/domain/sync/wire'
import type { Claim } from '../pending-store/pending-store.js'
import type { Heard, LiveConnection } from './connection.js'
import type { Ending } from './live-plan.js'
import { endingOfRefusal } from './ending.js'
import { Pause } from './pause.js'

interface SessionParts {
  readonly connection: LiveConnection
  readonly claim: Claim
  /** A number from 0 to below 1, for waits that differ from tab to tab. */
  readonly random: () => number
  /** Told after the state changed, with what changed on screen and the message that did it. */
  readonly onStep: (step: Step, heard: Heard | null) => void
  /** @param erased with `erased`: when, and by which rule */
  readonly onEnded: (ending: Ending, erased: Tombstone | null) => void
  readonly onKept: (isKept: boolean) => void
}

/** Runs one client machine of the domain over a connection: joins, hears, keeps what is unsent, and sends it. (LP10) */
export class PlanSession {
  readonly #parts: SessionParts
  readonly #pause: Pause
  #state: ClientState
  #stopListening: (() => void) | null = null
  #isFlushAsked = false

  constructor(state: ClientState, parts: SessionParts) {
    this.#state = state
    this.#parts = parts
    this.#pause = new Pause(parts.random)
  }

  get state(): ClientState {
    return this.#state
  }

  start(): void {
    const { connection } = this.#parts
    this.#stopListening = connection.listen({
      connected: () => this.#join(),
      disconnected: () => this.#lost(),
      signedOut: () => this.#end('signed-out'),
      heard: (heard) => this.#hear(heard),
    })
    if (connection.isConnected()) this.#join()
  }

  /** A change that the person made, with what it changed on screen. */
  change(next: (state: ClientState) => ClientState, shown: Step['shown'] = []): void {
    this.#take({ state: next(this.#state), shown }, null)
  }

  /** Keeps and sends at once what else would be kept and sent at the end of the tick. */
  flush(): void {
    this.#isFlushAsked = false
    // Kept before it is sent: whatever happens on the wire, the words are on this device. (LP13)
    void this.#parts.claim.keep(storeClient(this.#state)).then(this.#parts.onKept)
    if (this.#pause.isOn) return
    const { state, send } = outgoing(this.#state)
    this.#state = state
    if (send) this.#parts.connection.send(send)
  }

  stop(): void {
    this.#pause.end()
    this.#stopListening?.()
    this.#stopListening = null
  }

  #join(): void {
    if (!this.#stopListening) return
    this.#pause.end()
    this.#take({ state: joining(this.#state), shown: [] }, null)
    this.#parts.connection.send({ event: 'join', message: joinMessage(this.#state) })
  }

  #lost(): void {
    this.#pause.end()
    this.#take({ state: dropped(this.#state), shown: [] }, null)
  }

  #hear(heard: Heard): void {
    // For pages, not for plans. (PU1)
    if (heard.event === 'stirred') return
    if (heard.message.plan !== this.#state.log && heard.message.plan !== null) return
    switch (heard.event) {
      case 'joined':
        // An answer to a question that is no longer open would be applied twice. (LP4)
        if (this.#state.link !== 'joining') return
        this.#joined(joined(this.#state, heard.message), heard)
        return
      case 'accepted':
        this.#pause.forgetTries()
        this.#takeLive(accepted(this.#state, heard.message), heard)
        return
      case 'changed':
        this.#takeLive(changed(this.#state, heard.message), heard)
        return
      case 'refused':
        this.#refused(heard.message, heard)
        return
      case 'looked':
        this.#parts.onStep({ state: this.#state, shown: [] }, heard)
        return
      case 'closed':
        this.#closed(heard.message)
        return
    }
  }

  #joined(step: Step, heard: Heard): void {
    this.#take(step, heard)
    // A page of what was missed; the rest is still to come. (LP4)
    if (step.state.link === 'joining') this.#join()
  }

  #refused(message: RefusedMessage, heard: Heard): void {
    if (message.op !== null) {
      const step = refused(this.#state, message)
      if (message.code === 'too-fast' || message.code === 'sharing-paused')
        this.#pause.begin(() => this.flush())
      this.#takeLive(step, heard)
      return
    }
    if (this.#state.link !== 'joining') return
    const ending = endingOfRefusal(message.code)
    if (ending) this.#end(ending, message.erased)
    else this.#pause.begin(() => this.#join())
  }

  #closed({ reason, erased }: ClosedMessage): void {
    if (reason !== 'draining') {
      this.#end(reason, erased)
      return
    }
    this.#take({ state: closed(this.#state, reason), shown: [] }, null)
    // The server hangs up next and another answers; should it not hang up, ask it again.
    this.#pause.begin(() => {
      if (this.#parts.connection.isConnected()) this.#join()
    })
  }

  /** A step that may have found a gap: then what is missing is asked for, later each time it happens. (LP4) */
  #takeLive(step: Step, heard: Heard): void {
    const wasLive = this.#state.link === 'live'
    this.#take(step, heard)
    if (!wasLive || this.#state.link !== 'joining') return
    if (heard.event === 'refused') this.#pause.begin(() => this.#join())
    else this.#join()
  }

  #take(step: Step, heard: Heard | null): void {
    this.#state = step.state
    this.#parts.onStep(step, heard)
    if (this.#isFlushAsked) return
    this.#isFlushAsked = true
    queueMicrotask(() => {
      if (this.#isFlushAsked && this.#stopListening) this.flush()
    })
  }

  #end(ending: Ending, erased: Tombstone | null = null): void {
    // Whatever was not sent can't be any more: its writer keeps it. (OF11)
    const isBarred = ending !== 'signed-out' && ending !== 'plan-unreadable'
    this.#take(isBarred ? barred(this.#state) : { state: closed(this.#state, ending), shown: [] }, null)
    this.flush()
    this.stop()
    this.#parts.onEnded(ending, erased)
  }
}
