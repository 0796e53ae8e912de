import type { Tombstone } from '@accord/domain/refusal'
import { savedState, type ClientState } from '@accord/domain/sync/client-state'
import { shownPlan } from '@accord/domain/sync/shown'
import type { PersonName, Present } from '@accord/domain/sync/wire'
import type { Ending, LiveView, SavedNow, Typing } from './live-plan.js'
import { othersThan } from './presence.js'

interface ViewParts {
  readonly state: ClientState | null
  readonly isConnected: boolean
  /** What was written waits for the server for too long. */
  readonly isLate: boolean
  readonly ended: Ending | null
  readonly erased: Tombstone | null
  readonly here: readonly Present[]
  readonly people: readonly PersonName[]
  readonly typing: readonly Typing[]
  readonly isKeptHere: boolean
  readonly you: Present | null
  readonly now: number
}

export const OPENING_VIEW: LiveView = {
  phase: 'opening',
  ended: null,
  erased: null,
  isOnline: false,
  plan: null,
  seq: 0,
  me: null,
  here: [],
  people: [],
  typing: [],
  saved: { kind: 'saved' },
  notSaved: [],
  isKeptHere: true,
}

export function viewOf(parts: ViewParts): LiveView {
  const { state, ended, erased, people, typing, isKeptHere } = parts
  if (!state) return { ...OPENING_VIEW, ended, erased, phase: ended ? 'ended' : 'opening' }
  const plan = shownPlan(state, parts.now)
  const phase = plan ? 'open' : 'opening'
  return {
    phase: ended ? 'ended' : phase,
    ended,
    erased,
    isOnline: state.link === 'live',
    plan,
    seq: state.position?.seq ?? 0,
    me: state.me,
    here: othersThan(parts.you?.person ?? null, parts.here),
    people,
    typing,
    saved: savedNow(state, parts),
    notSaved: state.refused,
    isKeptHere,
  }
}

/** Fetching a missed entry on a connection that stands is no absence of it; an answer that stays away is told. (LP13) */
function savedNow(state: ClientState, { isConnected, isLate }: ViewParts): SavedNow {
  const waiting = state.pending.length
  const saved = savedState(state)
  const isJoining = state.link === 'joining' && isConnected && state.confirmed !== null
  if (saved.kind === 'not-saved' || (saved.kind === 'offline' && !isJoining)) return saved
  if (waiting === 0) return { kind: 'saved' }
  return isLate ? { kind: 'late', waiting } : { kind: 'saving' }
}
