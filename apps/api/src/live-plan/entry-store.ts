import { Injectable } from '@nestjs/common'
import type { LogId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { AlertRepository } from '../audit/alert.repository.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { LaneConnection } from '../database/lane-connection.js'
import { EntryRepository } from '../history/entry.repository.js'
import type { LaneBatch } from './commit-lane.js'

/** Stores the lane's batches: entries in one statement, and alerts, when there are any, in one transaction with them. */
@Injectable()
export class EntryStore {
  constructor(
    private readonly connection: LaneConnection,
    private readonly transactions: ClinicTransactions,
    private readonly entries: EntryRepository,
    private readonly alerts: AlertRepository,
  ) {}

  async store({ entries, alerts }: LaneBatch): Promise<ReadonlySet<LogId>> {
    if (alerts.length === 0) return this.entries.commitAlone(entries, this.connection)
    const clinics = [...new Set(entries.map((entry) => entry.clinic))]
    const authors = [...new Set(entries.map((entry) => entry.author))]
    const work = async (manager: EntityManager) => {
      const stored = await this.entries.commit(entries, manager)
      for (const { entry, kind } of alerts) {
        const { clinic, log, seq, at } = entry
        if (stored.has(log)) await this.alerts.raise({ clinic, log, seq, kind, reason: '', at }, manager)
      }
      return stored
    }
    return this.transactions.run(clinics, work, authors)
  }
}
