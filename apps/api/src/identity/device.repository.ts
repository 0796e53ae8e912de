import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'

/** Browsers that somebody has signed in with before, each by the hash of a token that it keeps. (ID38) */
@Injectable()
export class DeviceRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  async isKnown(clinic: ClinicId, person: PersonId, tokenHash: Buffer): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        'SELECT 1 FROM known_device WHERE clinic_id = $1 AND person_id = $2 AND token_hash = $3',
        [clinic, person, tokenHash],
      ),
    )
    return rows.length > 0
  }

  /** @param tell is called in the same transaction when there were others before */
  async add(
    { clinic, person, tokenHash, at }: NewDevice,
    tell: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run([clinic], async (manager) => {
      const others = await manager.query<unknown[]>(
        'SELECT 1 FROM known_device WHERE clinic_id = $1 AND person_id = $2 LIMIT 1',
        [clinic, person],
      )
      await manager.query(
        'INSERT INTO known_device (clinic_id, person_id, token_hash, first_seen) VALUES ($1, $2, $3, $4)',
        [clinic, person, tokenHash, at],
      )
      if (others.length > 0) await tell(manager)
    })
  }
}

interface NewDevice {
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly tokenHash: Buffer
  readonly at: Date
}
