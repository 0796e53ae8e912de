import { passes } from '@accord/domain/sync/numbering'
import type { ClientId, ConnectionId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { Asker } from '@accord/domain/plan/decide'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { emptyPlan } from '@accord/domain/plan/plan'
import { enactStaged, stage, startStaging, type Staging } from '@accord/domain/plan/stage'
import { isRefusal, type RefusalCode } from '@accord/domain/refusal'
import type {
  AcceptedMessage,
  JoinedMessage,
  JoinMessage,
  PersonName,
  Present,
} from '@accord/domain/sync/wire'
import type { Heard, Sent } from '../connection.js'

export const LOG = '018f0000-0000-7000-8000-000000000001' as LogId
export const GOAL = '018f0000-0000-7000-8000-0000000000aa' as GoalId
export const MARA: Asker = {
  person: '018f0000-0000-7000-9000-000000000001' as PersonId,
  relation: 'practitioner',
}
export const JONAH: Asker = { person: '018f0000-0000-7000-9000-000000000002' as PersonId, relation: 'client' }
const NAMES: Readonly<Record<string, string>> = {
  [MARA.person]: 'Mara Lindqvist',
  [JONAH.person]: 'Jonah Okafor',
}

/** One socket as the room sees it. */
export interface Guest {
  readonly asker: Asker
  readonly connection: ConnectionId
  readonly hear: (heard: Heard) => void
}

/** A plan's server for tests: the domain's own accept path, with sockets that are function calls. */
export class Room {
  readonly entries: HistoryEntry[] = []
  /** The next operations are refused with these codes. */
  readonly refusing: RefusalCode[] = []
  /** Nobody is let in any more: the case is another's. */
  barred = false
  readonly #usedUp = new Map<ClientId, number>()
  #staging: Staging = startStaging(emptyPlan(LOG))
  #here: { readonly guest: Guest; present: Present }[] = []

  constructor() {
    for (const { person, relation } of [MARA, JONAH]) {
      this.#append({ person, relation }, null, null, { kind: 'party.joined', person, relation })
    }
    this.#append(JONAH, null, null, { kind: 'goal.add', goal: GOAL, goalKind: 'change', title: 'Sleep' })
  }

  get plan() {
    return this.#staging.plan
  }

  hear(guest: Guest, sent: Sent): void {
    switch (sent.event) {
      case 'join':
        this.#join(guest, sent.message)
        return
      case 'look': {
        const found = this.#here.find((one) => one.guest === guest)
        if (!found) return
        found.present = { ...found.present, at: sent.message.at }
        this.#tellOthers(guest, { event: 'looked', message: { plan: LOG, who: found.present, gone: false } })
        return
      }
      case 'leave':
        this.leave(guest)
        return
      case 'text':
      case 'command':
        this.#operate(guest, sent)
        return
    }
  }

  leave(guest: Guest): void {
    const found = this.#here.find((one) => one.guest === guest)
    this.#here = this.#here.filter((one) => one !== found)
    if (found)
      this.#tellOthers(guest, { event: 'looked', message: { plan: LOG, who: found.present, gone: true } })
  }

  #join(guest: Guest, { clientId, have, snapshot }: JoinMessage): void {
    if (this.barred) {
      guest.hear({ event: 'refused', message: { plan: LOG, op: null, code: 'not-yours' } })
      return
    }
    const you: Present = { connection: guest.connection, ...guest.asker, at: null }
    const people = [MARA, JONAH].map(({ person, relation }): PersonName => {
      return { person, relation, name: NAMES[person] ?? '' }
    })
    const message: JoinedMessage = {
      plan: LOG,
      epoch: 1,
      seq: this.entries.length,
      hash: '',
      you,
      lastOp: this.#lastOp(clientId),
      entries: this.entries.slice(have?.seq ?? this.entries.length),
      nextFrom: null,
      snapshot: snapshot ? this.plan : null,
      reset: false,
      people,
      here: this.#here.map(({ present }) => present),
    }
    this.leave(guest)
    this.#here.push({ guest, present: you })
    guest.hear({ event: 'joined', message })
    this.#tellOthers(guest, { event: 'looked', message: { plan: LOG, who: you, gone: false } })
  }

  #operate(guest: Guest, sent: Extract<Sent, { event: 'text' | 'command' }>): void {
    const { clientId, op } = sent.message
    const stored = this.entries.find((entry) => entry.clientId === clientId && entry.op === op)
    const refuse = (code: RefusalCode) => {
      // A number refused for good is used up. (LP3)
      if (!passes(code)) this.#usedUp.set(clientId, op)
      guest.hear({ event: 'refused', message: { plan: LOG, op, code } })
    }
    if (stored) {
      guest.hear({ event: 'accepted', message: answerOf(stored) })
      return
    }
    const forced = this.refusing.shift()
    if (forced) {
      refuse(forced)
      return
    }
    if (op !== this.#lastOp(clientId) + 1) {
      refuse('out-of-order')
      return
    }
    const operation =
      sent.event === 'text'
        ? { kind: 'text' as const, text: sent.message }
        : { kind: 'command' as const, command: sent.message.command }
    const staged = stage(this.#staging, operation, guest.asker, Date.now(), PLAN_LIMITS)
    if (isRefusal(staged)) {
      refuse(staged.refused)
      return
    }
    const entry = this.#append(guest.asker, clientId, op, staged.payload)
    guest.hear({ event: 'accepted', message: answerOf(entry) })
    this.#tellOthers(guest, { event: 'changed', message: { plan: LOG, prevSeq: entry.seq - 1, entry } })
  }

  #lastOp(clientId: ClientId): number {
    const usedUp = this.#usedUp.get(clientId) ?? 0
    return Math.max(usedUp, ...this.entries.map((one) => (one.clientId === clientId ? (one.op ?? 0) : 0)))
  }

  #tellOthers(guest: Guest, heard: Heard): void {
    for (const one of [...this.#here]) if (one.guest !== guest) one.guest.hear(heard)
  }

  #append(
    by: Asker,
    clientId: ClientId | null,
    op: number | null,
    payload: HistoryEntry['payload'],
  ): HistoryEntry {
    const stamp = { seq: this.entries.length + 1, at: Date.now(), author: by.person, relation: by.relation }
    const { after, record } = enactStaged(this.#staging, stamp, payload, undefined, PLAN_LIMITS)
    this.#staging = after
    const entry = { ...stamp, epoch: 1, hash: '', clientId, op, session: null, payload, record }
    this.entries.push(entry)
    return entry
  }
}

function answerOf({ op, seq, hash, at, payload }: HistoryEntry): AcceptedMessage {
  const plain = payload.kind === 'text' && payload.undoes === undefined
  const answer = { plan: LOG, op: op ?? 0, seq, hash, at }
  return plain ? answer : { ...answer, payload }
}
