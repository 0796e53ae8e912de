import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import type { Actor } from '@accord/domain/access/subject'
import { isPartnerOf } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { Subscription } from 'rxjs'
import { AccessService } from '../access/access.service.js'
import { isStorageAway } from '../database/failures.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { keyOfStir, type Stir } from '../processes/stir.js'
import { Stirrings } from '../processes/stirrings.js'
import { PlanHints } from './plan-hints.js'
import { Sessions } from './sessions.js'

/** For how long the same is gathered before it is told once, in ms. */
const GATHERED = 150

/** Whom one stir is told, by what is so at that moment. */
interface Hearers {
  readonly caseId: CaseId
  readonly may: (actor: Actor) => boolean
}

/** Tells whoever may read something, on any socket of theirs, that it stands otherwise: where to look, never what. (PU1–PU3) */
@Injectable()
export class StirTelling implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly heard = new Subscription()
  private readonly waiting = new Map<string, Stir>()
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly stirrings: Stirrings,
    private readonly hints: PlanHints,
    private readonly sessions: Sessions,
    private readonly access: AccessService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.heard.add(this.hints.stirring.subscribe((stir) => this.stirrings.tell(stir)))
    this.heard.add(this.stirrings.heard.subscribe((stir) => this.gather(stir)))
  }

  beforeApplicationShutdown(): void {
    this.heard.unsubscribe()
    if (this.timer) clearTimeout(this.timer)
  }

  private gather(stir: Stir): void {
    this.waiting.set(keyOfStir(stir), stir)
    this.timer ??= setTimeout(() => void this.tellAll(), GATHERED).unref()
  }

  private async tellAll(): Promise<void> {
    const stirs = [...this.waiting.values()]
    this.waiting.clear()
    this.timer = null
    try {
      for (const stir of stirs) await this.tell(stir)
    } catch (error) {
      // Whoever was not told looks for themselves within a round. (PU3)
      if (!isStorageAway(error)) logBug(this.logger, error)
    }
  }

  private async tell(stir: Stir): Promise<void> {
    const sessions = this.sessions.ofClinic(stir.clinic)
    if (sessions.length === 0) return
    const hearers = await this.hearersOf(stir)
    if (!hearers) return
    const { caseId, may } = hearers
    for (const session of sessions) if (may(session.actor)) session.tell('stirred', { caseId, of: stir.of })
  }

  /** Asked of today's facts by the rule that the reading itself asks. (PU2) */
  private async hearersOf(stir: Stir): Promise<Hearers | null> {
    const { access } = this
    if (stir.of === 'attention') {
      const { clinic, log } = stir
      const people = this.sessions.ofClinic(clinic).map(({ actor }) => actor.person)
      const subject = await access.subjectOf(clinic, log, [...new Set(people)])
      if (subject?.kind !== 'case') return null
      return {
        caseId: subject.facts.caseId,
        may: (actor) => access.refusalInLog(actor, 'read', subject) === null,
      }
    }
    const { clinic, caseId } = stir
    const facts = await access.factsOfCase(clinic, caseId)
    if (!facts) return null
    if (stir.of === 'ending')
      return { caseId, may: (actor) => access.refusal(actor, 'ending.read', facts) === null }
    const isOthers = (actor: Actor) => isPartnerOf(facts, actor.person, stir.client)
    return {
      caseId,
      may: (actor) => access.refusal(actor, 'barrier.read', facts) === null && !isOthers(actor),
    }
  }
}
