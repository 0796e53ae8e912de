import type { Actor } from '@accord/domain/access/subject'
import { barrierCue, type Barrier, type BarrierEntry } from '@accord/domain/barrier/barrier'
import type { CaseId } from '@accord/domain/ids'
import { untouchedAfter } from '@accord/domain/measure/thresholds'
import type { ShownBarrier } from '@accord/domain/rest/barriers'
import { Injectable } from '@nestjs/common'
import type { LogKey } from '../history/key-store.js'
import { SessionService } from '../session/session.service.js'
import { ThresholdsService } from '../thresholds/thresholds.service.js'
import { openEntry } from './barrier-seal.js'
import { BarrierRepository, type EntryRow } from './barrier.repository.js'

/** Barriers with one reader's own eyes: PostgreSQL shows what is for them. (BA3) */
@Injectable()
export class BarrierReadings {
  constructor(
    private readonly repository: BarrierRepository,
    private readonly sessions: SessionService,
    private readonly thresholds: ThresholdsService,
  ) {}

  /** In the order in which they were stored. To clients nothing is said to be worth asking. (BA5) */
  async ofCase(actor: Actor, caseId: CaseId, key: LogKey): Promise<readonly ShownBarrier[]> {
    const isStaff = actor.audience === 'console'
    const [rows, held, numbers] = await Promise.all([
      this.repository.ofCase(actor.clinic, caseId, actor.person),
      isStaff ? this.sessions.heldOf(actor, caseId) : [],
      isStaff ? this.thresholds.rows(actor.clinic) : [],
    ])
    const ended = held.map(({ endedAt }) => endedAt)
    const ids = [...new Set(rows.map(({ barrier }) => barrier))]
    return ids.flatMap((id) => {
      const barrier = opened(
        rows.filter((row) => row.barrier === id),
        key,
      )
      if (barrier === null) return []
      return [{ ...barrier, cue: isStaff ? barrierCue(barrier, ended, untouchedAfter(numbers)) : null }]
    })
  }
}

function opened([first, ...later]: readonly EntryRow[], key: LogKey): Barrier | null {
  const { kind, words } = first?.content ? openEntry(first.content, first, key) : {}
  if (!first || kind === undefined || words === undefined) return null
  const { barrier: id, client, seq, by, at } = first
  const noticed = { kind: 'moved', station: 'noticed', words: null, seq, by, at } as const
  return { id, client, kind, words, entries: [noticed, ...later.map((row) => entryOf(row, key))] }
}

function entryOf(row: EntryRow, key: LogKey): BarrierEntry {
  const { seq, by, at, station, content } = row
  const words = content && openEntry(content, row, key).words
  if (station !== null) return { kind: 'moved', station, words, seq, by, at }
  return { kind: 'said', words: words ?? '', seq, by, at }
}
