import { toHex } from '@accord/domain/history/bytes'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { genesisHash } from '@accord/domain/history/hash'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { JoinedMessage, JoinMessage, PersonName } from '@accord/domain/sync/wire'
import { sha256 } from '../history/sealing.js'
import type { Member } from './members.js'
import type { PlanRoom } from './plan-room.js'
import type { RoomHouse } from './room-house.js'

type Have = NonNullable<JoinMessage['have']>

/** Somebody at the door of a room. */
export interface Joiner {
  readonly message: JoinMessage
  readonly member: Member
  readonly people: readonly PersonName[]
  readonly joined: (message: JoinedMessage) => void
}

/**
 * Gives a joiner what they missed, page by page. With the page that reaches the confirmed end they are in the room
 * within the same turn, so that no entry falls between page and room. (LP4)
 * @returns null when joined, or when a page was given after which they have to ask again
 */
export async function joinRoom(room: PlanRoom, joiner: Joiner, house: RoomHouse): Promise<Refusal | null> {
  const { clientId, have, lastOp = 0 } = joiner.message
  if (!room.tabs.has(clientId)) await room.tabs.learn(clientId)
  if (room.tabs.isForeign(clientId, joiner.member.actor.person)) return refuse('foreign-client')
  room.tabs.usedUp(clientId, lastOp)
  // A number told without its entry would have the client send the same words under the next one. (LP3)
  if (!(await hasReached(room, room.tabs.learnedAt(clientId)))) return refuse('resync')
  if (have === null) {
    enter(room, joiner, [], false)
    return null
  }
  const same = await isSameHistory(room, have, house)
  if (same && !(await hasReached(room, have.seq))) return refuse('resync')
  const read = same ? await missedSince(room, have.seq, house) : []
  // Nothing is waited for from here to the end. What is stored and not yet confirmed here comes as a change.
  const missed = read.filter((entry) => entry.seq <= room.confirmed.position.seq)
  const reached = have.seq + missed.length
  if (!same) enter(room, joiner, [], true)
  else if (reached >= room.confirmed.position.seq) enter(room, joiner, missed, false)
  else givePage(room, joiner, missed)
  return null
}

function enter(room: PlanRoom, joiner: Joiner, entries: readonly HistoryEntry[], reset: boolean): void {
  const { seq, hash } = room.confirmed.position
  const wantsPlan = joiner.message.snapshot || reset
  room.members.enter(joiner.member)
  joiner.joined({
    ...sameForAll(room, joiner),
    seq,
    hash: toHex(hash),
    entries,
    nextFrom: null,
    snapshot: wantsPlan ? room.confirmed.staging.plan : null,
    reset,
    here: room.members.here(),
  })
}

function givePage(room: PlanRoom, joiner: Joiner, entries: readonly HistoryEntry[]): void {
  const last = entries.at(-1)
  if (!last) throw new Error('a page without entries before the end')
  joiner.joined({
    ...sameForAll(room, joiner),
    seq: last.seq,
    hash: last.hash,
    entries,
    nextFrom: last.seq,
    snapshot: null,
    reset: false,
    here: [],
  })
}

function sameForAll(room: PlanRoom, { message, member, people }: Joiner) {
  const lastOp = room.tabs.lastUsed(message.clientId)
  return { plan: room.log, epoch: room.confirmed.staging.plan.epoch, you: member.present, lastOp, people }
}

async function missedSince(room: PlanRoom, seq: number, house: RoomHouse): Promise<readonly HistoryEntry[]> {
  const most = house.limits.joinPage
  const atHand = room.atHand.after(seq)
  if (atHand) return atHand.slice(0, most)
  const before = await positionAt(room, seq, house)
  return before ? (await house.history.pageFrom(room.place, before, most)).entries : []
}

/** Another process may have told them what this one has not read yet. */
async function hasReached(room: PlanRoom, seq: number): Promise<boolean> {
  const isThere = () => seq <= room.confirmed.position.seq
  if (isThere()) return true
  room.catchUp(seq)
  await room.idle()
  return isThere()
}

async function isSameHistory(room: PlanRoom, have: Have, house: RoomHouse): Promise<boolean> {
  if (have.epoch !== room.confirmed.staging.plan.epoch) return false
  const hash = room.atHand.hashAt(have.seq) ?? (await hashAt(room, have.seq, house))
  return hash === have.hash
}

async function hashAt(room: PlanRoom, seq: number, house: RoomHouse): Promise<string | null> {
  const at = await positionAt(room, seq, house)
  return at && toHex(at.hash)
}

async function positionAt(room: PlanRoom, seq: number, { entries }: RoomHouse) {
  const { log } = room
  if (seq === 0) return { log, seq, hash: genesisHash(log, sha256), at: 0, epoch: 0 }
  const entry = await entries.atSeq(room.place, seq)
  return entry && { log, seq, hash: entry.hash, at: entry.at, epoch: entry.epoch }
}
