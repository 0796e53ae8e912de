import { ChangeSet, Text } from '@codemirror/state'
import { textAt } from '@accord/domain/plan/plan'
import type { Asker } from '@accord/domain/plan/decide'
import type { TextPlace } from '@accord/domain/goal/field'
import { openPendingStore, type Device } from '../../pending-store/open-pending-store.js'
import { openLivePlan } from '../driver.js'
import type { LivePlan } from '../live-plan.js'
import { GOAL, LOG, type Room } from './room.js'
import { Wire } from './wire.js'

export const STATEMENT: TextPlace = { goal: GOAL, field: 'statement' }

/** A tab with the plan open, as its person has it. */
export interface Tab {
  readonly live: LivePlan
  readonly wire: Wire
}

export function openTab(room: Room, asker: Asker, device: Device | null = null): Tab {
  const wire = new Wire(room, asker)
  const live = openLivePlan({
    plan: LOG,
    store: openPendingStore(asker.person, device),
    connect: () => wire,
    connectAlone: () => new Wire(room, asker),
    clock: Date.now,
    random: () => 0,
  })
  return { live, wire }
}

export function wordsOf({ live }: Tab): string | undefined {
  const { plan } = live.view()
  return plan ? textAt(plan, STATEMENT)?.text : undefined
}

/** Types at the end of the statement. */
export function typeIn(tab: Tab, words: string): void {
  const length = wordsOf(tab)?.length ?? 0
  tab.live.edit(STATEMENT, ChangeSet.of({ from: length, insert: Text.of(words.split('\n')) }, length))
}

/** Waits until something holds; fails with what it waited for. */
export async function until(holds: () => boolean, what = holds.toString()): Promise<void> {
  for (let round = 0; round < 400; round++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`never came: ${what}`)
}
