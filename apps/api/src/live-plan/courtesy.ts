import type { LogId } from '@accord/domain/ids'
import type { Source } from '../watch/figures.js'
import type { LaneMember } from './commit-lane.js'

/** How long another process that has stored in a plan is taken to be writing there still, in ms. */
const WRITES_FOR = 1_000
/** About what the other one needs to read what came before its own entry and to store that, in ms. */
const WAIT = 12

interface Shared {
  neighbourAt: number
  /** Whether the entry stored last was ours. */
  isOurs: boolean
  waiting: { readonly timer: NodeJS.Timeout; readonly go: () => void } | null
}

/**
 * In a plan that another process writes in as well, whoever stored last waits a moment before they store again. Else the
 * one that came too late reads, tries again, and comes too late again. Where nobody else writes nothing waits. (MP14)
 */
export class Courtesy {
  private readonly shared = new Map<LogId, Shared>()

  /** An entry was stored, by us or by another process. */
  told(log: LogId, source: Source): void {
    const shared = this.shared.get(log)
    if (source === 'neighbour') {
      this.shared.set(log, { neighbourAt: performance.now(), isOurs: false, waiting: null })
      this.go(shared)
    } else if (shared) shared.isOurs = true
  }

  /** Lets a plan store what it has, now or when it is the other one's turn no more. */
  wake(member: LaneMember, store: (member: LaneMember) => void): void {
    const shared = this.shared.get(member.log)
    if (!shared || performance.now() - shared.neighbourAt > WRITES_FOR) {
      this.shared.delete(member.log)
      this.go(shared)
      store(member)
    } else if (!shared.isOurs) store(member)
    else {
      const go = () => store(member)
      shared.waiting ??= { timer: setTimeout(() => this.go(shared), WAIT), go }
    }
  }

  /** Nothing waits any longer: the process is asked to stop. */
  end(): void {
    for (const shared of this.shared.values()) this.go(shared)
  }

  private go(shared: Shared | undefined): void {
    const waiting = shared?.waiting
    if (!shared || !waiting) return
    clearTimeout(waiting.timer)
    shared.waiting = null
    waiting.go()
  }
}
