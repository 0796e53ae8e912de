import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import { CaseFileService } from '../case-file/case-file.service.js'
import { ClinicRepository } from '../clinic/clinic.repository.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { GuardianRepository, noteEnd, type EndingPart } from './guardian.repository.js'

/** How often it is looked when the next part ends, in ms; it is ended on the moment, not at the next look. */
const LOOK_MS = 60_000

/** Ends guardians' parts on their day, in every process at once and each part once. (GU4) */
@Injectable()
export class GuardianRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null
  private isStopped = false
  private walking: Promise<void> = Promise.resolve()

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly repository: GuardianRepository,
    private readonly clinics: ClinicRepository,
    private readonly cases: CaseFileService,
  ) {}

  onApplicationBootstrap(): void {
    this.later(0)
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    await this.walking
  }

  /** @returns in how many ms the next part ends, at most {@link LOOK_MS} */
  async round(): Promise<number> {
    const clinics = (await this.clinics.all()).map(({ clinic_id: clinic }) => clinic)
    if (clinics.length === 0) return LOOK_MS
    const parts = await this.repository.next(clinics)
    for (const part of parts) if (part.inMs <= 0) await this.end(part)
    const coming = parts.find(({ inMs }) => inMs > 0)
    return Math.min(LOOK_MS, Math.ceil(coming?.inMs ?? LOOK_MS))
  }

  private later(ms: number): void {
    if (this.isStopped) return
    this.timer = setTimeout(() => {
      this.walking = this.round()
        .catch((error: unknown) => {
          // The next round tries again; until then the rule is asked at every reading. (GU4)
          this.logger.warn({ event: 'guardians', trouble: error instanceof Error ? error.name : 'unknown' })
          return LOOK_MS
        })
        .then((next) => this.later(next))
    }, ms).unref()
  }

  private async end({ clinic, caseId, person }: EndingPart): Promise<void> {
    const by = await this.repository.answersFor(clinic)
    if (!by) return
    await this.cases.endByRule({ clinic, person: by }, caseId, person, (manager) =>
      noteEnd(manager, caseId, person),
    )
  }
}
