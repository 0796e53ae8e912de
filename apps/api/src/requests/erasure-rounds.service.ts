import type { ClinicId } from '@accord/domain/ids'
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Rounds } from '../config/rounds.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { DueErasures } from './due-erasures.service.js'

/** A day is over somewhere every hour. */
const ROUND_MS = 60 * 60_000

/** Erases at the start and every hour what became due, in every process: whichever comes first does it, the others find it done. (DR24) */
@Injectable()
export class ErasureRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds(() => this.round(), ROUND_MS)
  private walking: Promise<void> = Promise.resolve()

  constructor(
    private readonly database: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly due: DueErasures,
  ) {}

  onApplicationBootstrap(): void {
    // One that is started anew every day would never be an hour old; nobody waits for it. (DR24)
    void this.round().finally(() => this.rounds.begin())
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop()
    await this.walking
  }

  private round(): Promise<void> {
    this.walking = this.eraseAll().catch((error: unknown) => {
      // The next round tries again; what is due stays written down.
      this.logger.warn({ event: 'erasure', trouble: error instanceof Error ? error.name : 'unknown' })
    })
    return this.walking
  }

  private async eraseAll(): Promise<void> {
    const clinics = await this.database.query<{ clinic_id: ClinicId }[]>(
      'SELECT clinic_id FROM find_clinics()',
    )
    for (const { clinic_id: clinic } of clinics) {
      const cases = await this.due.eraseIn(clinic)
      if (cases > 0) this.logger.info({ event: 'erasure', cases })
    }
  }
}
