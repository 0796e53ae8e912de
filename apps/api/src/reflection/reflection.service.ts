import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { OwnReflection, ReflectionBody } from '@accord/domain/rest/reflection'
import { NO_REFLECTION } from '@accord/domain/session/reflection'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { SessionService } from '../session/session.service.js'
import type { StoredSession } from '../session/session.repository.js'
import { ReflectionRepository } from './reflection.repository.js'

const NONE: OwnReflection = { ...NO_REFLECTION, version: 0, at: null }

/** A practitioner's own thoughts about how they were in a session, for nobody else. (RF1–RF4) */
@Injectable()
export class ReflectionService {
  constructor(
    private readonly access: AccessService,
    private readonly sessions: SessionService,
    private readonly repository: ReflectionRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<OwnReflection | Refusal> {
    const found = await this.find(actor, session, 'reflection.read')
    return isRefusal(found) ? found : ((await this.repository.read(actor, found)) ?? NONE)
  }

  async write(actor: Actor, session: SessionId, body: ReflectionBody): Promise<OwnReflection | Refusal> {
    const found = await this.find(actor, session, 'reflection.write')
    if (isRefusal(found)) return found
    const { after, ...words } = body
    const saved = { ...words, version: after + 1, at: this.clock.now() }
    return (await this.repository.save(actor, found, saved)) ? saved : refuse('words-changed')
  }

  private async find(
    actor: Actor,
    session: SessionId,
    action: 'reflection.read' | 'reflection.write',
  ): Promise<StoredSession | Refusal> {
    const stored = await this.sessions.find(actor, session)
    const facts = stored && (await this.access.factsOfCase(actor.clinic, stored.caseId))
    const no = this.access.refusal(actor, action, facts)
    if (no || !stored) return no ?? refuse('not-found')
    return stored.state === 'cancelled' ? refuse('not-found') : stored
  }
}
