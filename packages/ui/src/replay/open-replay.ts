import type { Flaw } from '@accord/domain/history/verify'
import type { GoalId, LogId } from '@accord/domain/ids'
import { finishFilm, startFilm, takeIn, type Filming } from '@accord/domain/replay/film'
import type { RecordAt } from '@accord/domain/rest/record'
import type { PersonName } from '@accord/domain/sync/wire'
import type { CheckMessage } from './check/check-message.js'
import { leaveReplay, type ReplayDoor } from './replay-door.js'
import type { ReplayView } from './replay-view.js'

/** How often the page is told how far the check has come, in ms. */
const TOLD_EVERY = 200

export interface ReplayScope {
  readonly plan: LogId
  readonly goal: GoalId | null
}

interface Opened {
  readonly film: Filming
  last: RecordAt | null
  people: readonly PersonName[]
  of: number
  toldAt: number
}

/**
 * Begins a replay, shows its last moment, and has its record checked meanwhile. (RP13)
 * @returns leaves the replay: the check stops, and the look's end is said once
 */
export function openReplay(
  door: ReplayDoor,
  { plan, goal }: ReplayScope,
  show: (view: ReplayView) => void,
): () => void {
  const opened: Opened = { film: startFilm(plan), last: null, people: [], of: 0, toldAt: 0 }
  let leave: (() => void) | null = null
  let isLeft = false
  const showIfHere = (view: ReplayView) => {
    if (!isLeft) show(view)
  }
  const begin = async () => {
    const { replay } = await door.begin(plan, goal)
    const say = () => leaveReplay(plan, replay)
    if (isLeft) {
      say()
      return
    }
    leave = say
    opened.last = await door.last(plan, replay).catch(() => null)
    const stop = startChecking(door, { plan, replay }, opened, showIfHere)
    leave = () => {
      stop()
      say()
    }
    if (hasLeft()) leave()
  }
  const hasLeft = () => isLeft
  const end = () => {
    if (isLeft) return
    isLeft = true
    window.removeEventListener('pagehide', end)
    leave?.()
  }
  window.addEventListener('pagehide', end)
  begin().catch((error: unknown) => {
    showIfHere({ phase: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  })
  return end
}

function startChecking(
  door: ReplayDoor,
  order: { readonly plan: LogId; readonly replay: string },
  opened: Opened,
  show: (view: ReplayView) => void,
): () => void {
  opened.of = opened.last?.head.seq ?? 0
  opened.people = opened.last?.people ?? []
  show(running(opened))
  let flaw: Flaw | null = null
  return door.check(order, (message) => {
    if (message.kind === 'entries') {
      // An entry that holds but cannot be folded ends the film; what comes after it follows nothing.
      if (flaw === null) flaw = takenIn(opened, message)
      const now = Date.now()
      if (now - opened.toldAt < TOLD_EVERY) return
      opened.toldAt = now
      show(running(opened))
    } else show(ended(opened, message, flaw))
  })
}

function takenIn(opened: Opened, { entries, of }: Extract<CheckMessage, { kind: 'entries' }>): Flaw | null {
  opened.of = of
  const seq = takeIn(opened.film, entries)
  return seq === null ? null : { log: opened.film.end.log, seq, reason: 'fold-differs' }
}

function running({ film, last, people, of }: Opened): ReplayView {
  const check = { kind: 'running', checked: film.entries.length, of } as const
  return { phase: 'open', last, film: null, check, people }
}

function ended(
  { film: filming, last, people, of }: Opened,
  message: Exclude<CheckMessage, { kind: 'entries' }>,
  unfolded: Flaw | null,
): ReplayView {
  const count = filming.entries.length
  const at = Date.now()
  if (message.kind === 'failed') {
    const check = { kind: 'failed', checked: count, of } as const
    return { phase: 'open', last, film: null, check, people }
  }
  const flaw = unfolded ?? message.flaw
  const check = flaw
    ? ({ kind: 'broken', flaw, count, at } as const)
    : ({ kind: 'holds', count, at } as const)
  const named = message.people.length > 0 ? message.people : people
  return { phase: 'open', last, film: finishFilm(filming), check, people: named }
}
