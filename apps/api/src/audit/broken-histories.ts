import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'
import { HistoryBroken } from '../history/history.service.js'
import { KeyMissing } from '../history/key-store.js'
import { AlertRepository, type Alert } from './alert.repository.js'

/** Sees to it that a history that could not be read is known, and fails nothing else. (HI20) */
@Injectable()
export class BrokenHistories {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param reader in whose name it is read
   * @returns what was read; null, with an alarm, where the history does not hold or its key is missing
   */
  async orNull<T>(reader: Omit<LogPlace, 'log'>, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read()
    } catch (error) {
      const flaw = flawOf(error)
      if (!flaw) throw error
      await this.raise({ ...reader, log: flaw.log }, flaw)
      return null
    }
  }

  /** Once for one entry. */
  async raise(place: LogPlace, { seq, reason }: Pick<Alert, 'seq' | 'reason'>): Promise<void> {
    await this.alerts.raise({ ...place, seq, reason, kind: 'history-broken', at: this.clock.now() })
  }
}

/** What an error says of a history; null for one that says something else. */
export function flawOf(error: unknown) {
  if (error instanceof HistoryBroken) {
    const { log, seq, reason } = error.flaw
    return { log, seq, reason }
  }
  return error instanceof KeyMissing ? { log: error.log, seq: 0, reason: 'key-missing' as const } : null
}
