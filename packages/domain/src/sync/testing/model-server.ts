import type { Asker } from '../../plan/decide.js'
import type { HistoryEntry } from '../../history/entry.js'
import type { ClientId, ConnectionId, LogId, PersonId } from '../../ids.js'
import { emptyPlan } from '../../plan/plan.js'
import { PLAN_LIMITS } from '../../plan/limits.js'
import { enactStaged, stage, startStaging, type Staging } from '../../plan/stage.js'
import { isRefusal, type RefusalCode } from '../../refusal.js'
import { lastNumber, passes, placeOf, withUsedUp, type Numbering } from '../numbering.js'
import type { OutgoingMessage } from '../client-state.js'
import type { AcceptedMessage, ChangedMessage, JoinedMessage, JoinMessage, RefusedMessage } from '../wire.js'

/** A log's room in memory, for schedules: the domain's own accept path without storage or network. */
export interface ModelServer {
  staging: Staging
  readonly entries: HistoryEntry[]
  readonly refusals: Map<ClientId, { readonly op: number; readonly code: RefusalCode }>
}

export const LOG = '018f0000-0000-7000-8000-000000000001' as LogId

export type Answered =
  | { readonly to: 'author'; readonly event: 'accepted'; readonly message: AcceptedMessage }
  | { readonly to: 'author'; readonly event: 'refused'; readonly message: RefusedMessage }
  | { readonly to: 'others'; readonly event: 'changed'; readonly message: ChangedMessage }

export function modelServer(parties: readonly Asker[]): ModelServer {
  const server: ModelServer = { staging: startStaging(emptyPlan(LOG)), entries: [], refusals: new Map() }
  for (const party of parties) {
    append(server, party, null, null, {
      kind: 'party.joined',
      person: party.person,
      relation: party.relation,
    })
  }
  return server
}

/** A process that died and came back: it has the log, and no memory of recent changes. */
export function restart(server: ModelServer): void {
  server.staging = startStaging(server.staging.plan)
  server.refusals.clear()
}

export function receive(server: ModelServer, from: Asker, sent: OutgoingMessage): readonly Answered[] {
  const { clientId, op } = sent.message
  const stored = server.entries.find((entry) => entry.clientId === clientId && entry.op === op)
  if (stored) return [acceptedAnswer(stored)]
  const refused = (code: RefusalCode): readonly Answered[] => [
    { to: 'author', event: 'refused', message: { plan: LOG, op, code } },
  ]
  const numbers = numbering(server, clientId)
  const place = placeOf(numbers, op)
  if (place === 'answered' && numbers.refused?.op === op) return refused(numbers.refused.code)
  if (place !== 'next') return refused('out-of-order')
  const operation =
    sent.event === 'text'
      ? { kind: 'text' as const, text: sent.message }
      : { kind: 'command' as const, command: sent.message.command }
  const staged = stage(server.staging, operation, from, server.entries.length, PLAN_LIMITS)
  if (isRefusal(staged)) {
    if (!passes(staged.refused)) server.refusals.set(clientId, { op, code: staged.refused })
    return refused(staged.refused)
  }
  const entry = append(server, from, clientId, op, staged.payload)
  return [
    acceptedAnswer(entry),
    { to: 'others', event: 'changed', message: { plan: LOG, prevSeq: entry.seq - 1, entry } },
  ]
}

export function join(server: ModelServer, from: Asker, message: JoinMessage, page: number): JoinedMessage {
  const after = message.have?.seq ?? server.entries.length
  const missed = server.entries.slice(after, after + page)
  const whole = after + missed.length === server.entries.length
  const refusal = withUsedUp(numbering(server, message.clientId), message.lastOp ?? 0)
  if (refusal) server.refusals.set(message.clientId, refusal)
  return {
    plan: LOG,
    epoch: 1,
    seq: after + missed.length,
    hash: '',
    you: { connection: '' as ConnectionId, ...from, at: null },
    lastOp: lastNumber(numbering(server, message.clientId)),
    entries: missed,
    nextFrom: whole ? null : after + missed.length,
    snapshot: whole && message.snapshot ? server.staging.plan : null,
    reset: false,
    people: [],
    here: [],
  }
}

function numbering(server: ModelServer, clientId: ClientId): Numbering {
  const ops = server.entries.map((entry) => (entry.clientId === clientId ? (entry.op ?? 0) : 0))
  return { stored: Math.max(0, ...ops), refused: server.refusals.get(clientId) ?? null }
}

function acceptedAnswer(entry: HistoryEntry): Answered {
  const { seq, hash, at, op, payload } = entry
  const plain = payload.kind === 'text' && payload.undoes === undefined
  const answer = { plan: LOG, op: op ?? 0, seq, hash, at }
  return { to: 'author', event: 'accepted', message: plain ? answer : { ...answer, payload } }
}

function append(
  server: ModelServer,
  author: Asker,
  clientId: ClientId | null,
  op: number | null,
  payload: HistoryEntry['payload'],
): HistoryEntry {
  const stamp = {
    seq: server.entries.length + 1,
    at: server.entries.length,
    author: author.person,
    relation: author.relation,
  }
  const staged = enactStaged(server.staging, stamp, payload, undefined, PLAN_LIMITS)
  server.staging = staged.after
  const entry = { ...stamp, epoch: 1, hash: '', clientId, op, session: null, payload, record: staged.record }
  server.entries.push(entry)
  return entry
}

/** Ids for tests that can be told apart. */
export function personId(number: number): PersonId {
  return `018f0000-0000-7000-9000-00000000000${String(number)}` as PersonId
}
