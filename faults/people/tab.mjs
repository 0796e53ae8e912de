import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@accord/domain/ids'
import { newClient, restoreClient, storeClient } from '@accord/domain/sync/client-state'
import { command, dismissRefused, edit, joinMessage, outgoing } from '@accord/domain/sync/local'
import { passes } from '@accord/domain/sync/numbering'
import * as receive from '@accord/domain/sync/receive'
import { shownPlan } from '@accord/domain/sync/shown'
import { undo } from '@accord/domain/sync/undo'
import { askedBy } from './asked.mjs'
import { Wire } from './wire.mjs'

/** @import { ClientState, OutgoingMessage } from '@accord/domain/sync/client-state' */
/** @import { TextPlace } from '@accord/domain/goal/field' */
/** @import { PlanCommand } from '@accord/domain/plan/command' */
/** @import { ChangeSet } from '@codemirror/state' */
/** @import { Person } from '../house/furnish.mjs' */
/** @import { Random } from '../random.mjs' */
/** @import { Journal } from './journal.mjs' */
/** @import { ComeBack, Heard } from './wire.mjs' */

/**
 * @typedef {object} TabParts
 * @property {Person} person
 * @property {string} plan
 * @property {readonly string[]} origins one for each process, any of which may answer
 * @property {Journal} journal
 * @property {Random} random
 * @property {ComeBack | undefined} comeBack how it connects again
 * @property {number} doubles how likely an operation is sent twice, from 0 to 1
 */

/** Refusals of a join that mean that this person has no business here any more. */
const BARRED = ['not-found', 'not-yours', 'read-only', 'case-closed', 'foreign-client']
const AGAIN = 60

/**
 * One browser tab: the domain's own client machine over a WebSocket. What an app is, without its screen; it joins,
 * waits and tries again as packages/ui does, with shorter waits.
 */
export class Tab {
  /** @type {ClientState} */
  state
  edits = 0
  acknowledged = 0
  /** True once the server said that this person has no part here any more. */
  isBarred = false
  #parts
  #wire
  /** @type {NodeJS.Timeout | null} */
  #pause = null
  #isFlushAsked = false
  #isOffline = false

  /** @param {TabParts} parts */
  constructor(parts) {
    this.#parts = parts
    this.state = this.#fresh()
    this.#wire = new Wire(parts, {
      connected: () => this.#join(),
      lost: () => this.#become(receive.dropped(this.state)),
      heard: (heard) => this.#hearOrBreak(heard),
    })
    this.#wire.open()
  }

  get person() {
    return this.#parts.person
  }

  /** Where it is connected, or tries to be. */
  get origin() {
    return this.#wire.origin
  }

  get plan() {
    return this.#parts.plan
  }

  /** The plan as it is on screen. */
  get shown() {
    return shownPlan(this.state, Date.now())
  }

  get isSettled() {
    return this.isBarred || (this.state.link === 'live' && this.state.pending.length === 0)
  }

  /**
   * @param {TextPlace} place
   * @param {ChangeSet} changes
   */
  edit(place, changes) {
    this.edits += 1
    this.#become(edit(this.state, place, changes, Date.now()))
  }

  /** @param {PlanCommand} asked */
  command(asked) {
    this.edits += 1
    this.#become(command(this.state, asked))
  }

  /** @param {TextPlace} place */
  undo(place) {
    this.edits += 1
    this.#become(undo(this.state, place, Date.now()).state)
  }

  /** The page is loaded anew: what is in memory is lost, what was kept of unsent words is not. */
  reload() {
    const kept = storeClient(this.state)
    this.#stopWaiting()
    this.#wire.drop()
    // Through JSON, as it goes through a device's storage.
    this.state = kept ? restoreClient(JSON.parse(JSON.stringify(kept)), null) : this.#fresh()
    if (!this.#isOffline) this.#wire.open()
  }

  /** @param {boolean} isOffline */
  goOffline(isOffline) {
    if (isOffline === this.#isOffline) return
    this.#isOffline = isOffline
    this.#stopWaiting()
    if (isOffline) {
      this.#wire.drop()
      this.#become(receive.dropped(this.state))
    } else if (!this.isBarred) this.#wire.open()
  }

  /** @param {boolean} isSlow */
  readSlowly(isSlow) {
    this.#wire.pause(isSlow)
  }

  /** Somebody whose part begins again opens the plan again. */
  return() {
    if (!this.isBarred) return
    this.isBarred = false
    this.state = this.#fresh()
    if (!this.#isOffline) this.#wire.open()
  }

  close() {
    this.#stopWaiting()
    this.#wire.drop()
  }

  #fresh() {
    const clientId = uuidV7(Date.now(), randomBytes(10))
    return newClient(/** @type {any} */ (this.#parts.plan), /** @type {any} */ (clientId), null)
  }

  #join() {
    this.#stopWaiting()
    this.#become(receive.joining(this.state))
    this.#wire.send('join', joinMessage(this.state))
  }

  /**
   * What does not fit what a tab has cannot come from a history that holds: it is noted, and the page begins anew.
   *
   * @param {Heard} heard
   */
  #hearOrBreak(heard) {
    try {
      this.#hear(heard)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#note({ t: 'broken' })
      this.close()
      this.state = this.#fresh()
      this.#wire.open()
    }
  }

  /** @param {Heard} heard */
  #hear(heard) {
    switch (heard.event) {
      case 'joined':
        return this.#joined(heard.message)
      case 'accepted': {
        const { op, seq, hash } = heard.message
        this.acknowledged += 1
        this.#note({ t: 'accepted', client: this.state.clientId, op, seq, hash })
        return this.#live(receive.accepted(this.state, heard.message).state, false)
      }
      case 'changed': {
        const { seq, hash } = heard.message.entry
        this.#note({ t: 'seen', seq, hash })
        return this.#live(receive.changed(this.state, heard.message).state, false)
      }
      case 'refused':
        return this.#refused(heard.message)
      case 'closed':
        return this.#closed(heard.message.reason)
    }
  }

  /** @param {import('@accord/domain/sync/wire').JoinedMessage} message */
  #joined(message) {
    if (this.state.link !== 'joining') return
    if (message.reset) this.#note({ t: 'reset' })
    for (const { seq, hash } of message.entries) this.#note({ t: 'seen', seq, hash })
    this.#note({ t: 'seen', seq: message.seq, hash: message.hash })
    this.#become(receive.joined(this.state, message).state)
    if (this.state.link === 'joining') this.#join()
  }

  /** @param {import('@accord/domain/sync/wire').RefusedMessage} message */
  #refused(message) {
    if (message.op === null) {
      if (this.state.link !== 'joining') return
      if (BARRED.includes(message.code)) this.#bar()
      else this.#wait(() => this.#join())
      return
    }
    const { op, code } = message
    const isOwn = this.state.sent && op === this.state.nextOp
    const key = isOwn ? (this.state.pending[0]?.key ?? null) : null
    this.#note({ t: 'refused', client: this.state.clientId, op, key, code, final: !passes(code) })
    if (code === 'too-fast') this.#wait(() => this.#flush())
    this.#live(receive.refused(this.state, message).state, true)
    if (this.state.refused.length > 0) this.#become(dismissRefused(this.state, 0))
  }

  /** @param {import('@accord/domain/sync/wire').ClosedReason} reason */
  #closed(reason) {
    if (reason === 'access-ended') this.#bar()
    else this.#become(receive.closed(this.state, reason))
  }

  #bar() {
    this.isBarred = true
    this.#note({ t: 'barred', client: this.state.clientId })
    this.#stopWaiting()
    this.#wire.drop()
    this.state = receive.barred(this.state).state
  }

  /**
   * A step after which something may be missing; then it is asked for. (LP4)
   *
   * @param {ClientState} state
   * @param {boolean} isRefused
   */
  #live(state, isRefused) {
    const wasLive = this.state.link === 'live'
    this.#become(state)
    if (!wasLive || this.state.link !== 'joining') return
    if (isRefused) this.#wait(() => this.#join())
    else this.#join()
  }

  /** @param {() => void} then */
  #wait(then) {
    this.#stopWaiting()
    this.#pause = setTimeout(
      () => {
        this.#pause = null
        then()
      },
      AGAIN * (1 + this.#parts.random.next()),
    )
  }

  #stopWaiting() {
    if (this.#pause) clearTimeout(this.#pause)
    this.#pause = null
  }

  /** @param {ClientState} state */
  #become(state) {
    this.state = state
    if (this.#isFlushAsked) return
    this.#isFlushAsked = true
    queueMicrotask(() => this.#flush())
  }

  #flush() {
    this.#isFlushAsked = false
    if (this.#pause) return
    const { state, send } = outgoing(this.state)
    this.state = state
    if (send) this.#send(send)
  }

  /** @param {OutgoingMessage} send */
  #send({ event, message }) {
    const { clientId: client, op } = message
    const key = this.state.pending[0]?.key ?? 0
    this.#note({ t: 'sent', client, op, key, at: Date.now(), asked: askedBy(message) })
    this.#wire.send(event, message)
    if (this.#parts.random.chance(this.#parts.doubles)) this.#wire.send(event, message)
  }

  /** @param {import('./journal.mjs').Note} note */
  #note(note) {
    this.#parts.journal.write(note)
  }
}
