import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type CaseId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { SafetyAlerts } from '@accord/domain/rest/safety'
import type { AlertAcknowledgement, SafetyAlert } from '@accord/domain/safety/alert'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'
import { AlertRepository, type AlertRow } from './alert.repository.js'
import { openAlert, openWords, sealWords } from './safety-seal.js'

/** What somebody has to see at once, and who said that they know. (SA1–SA4) */
@Injectable()
export class AlertService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: AlertRepository,
    private readonly keys: CaseKeys,
    private readonly clock: Clock,
  ) {}

  /** What this reader is told of and nobody has acknowledged. */
  async open(actor: Actor): Promise<SafetyAlerts> {
    const rows = await this.repository.open(actor)
    return { alerts: await this.opened(actor, rows) }
  }

  /** All of a case, the earliest first; row-level security asks who reads. */
  async ofCase(actor: Actor, caseId: CaseId): Promise<readonly SafetyAlert[]> {
    return this.opened(actor, await this.repository.ofCase(actor, caseId))
  }

  /** Somebody says that they know, and what they did. One person's word is enough, and it stays. (SA3) */
  async acknowledge(actor: Actor, alert: string, words: string): Promise<Refusal | null> {
    const row = isUuid(alert) ? await this.repository.find(actor, alert) : null
    const facts = row && (await this.access.factsOfCase(actor.clinic, row.caseId))
    const no = this.access.refusal(actor, 'safety.acknowledge', facts)
    if (no || !row) return no ?? refuse('not-found')
    if (row.by !== null) return refuse('already-exists')
    const key = await this.keys.of(actor.clinic, row.caseId)
    if (!key) return refuse('not-found')
    const at = this.clock.now()
    const said = { alert, at, keyVersion: key.version, words: sealWords(words, alert, key) }
    return (await this.repository.know(actor, said)) ? null : refuse('already-exists')
  }

  private async opened({ clinic }: Actor, rows: readonly AlertRow[]): Promise<readonly SafetyAlert[]> {
    const cases = [...new Set(rows.map(({ caseId }) => caseId))]
    const rooms = await Promise.all(
      cases.map(async (caseId) => {
        const [key, people] = await Promise.all([
          this.keys.of(clinic, caseId),
          this.access.peopleOfCase(clinic, caseId),
        ])
        const supervisors = people.flatMap(({ name, relation }) => (relation === 'supervisor' ? [name] : []))
        return [caseId, { key, supervisors }] as const
      }),
    )
    const room = new Map(rooms)
    return rows.flatMap((row) => {
      const { key, supervisors } = room.get(row.caseId) ?? { key: null, supervisors: [] }
      return key ? [alertOf(row, supervisors, key)] : []
    })
  }
}

function alertOf(row: AlertRow, supervisors: readonly string[], key: LogKey): SafetyAlert {
  const { id, caseId, client, clientName, request, kind, at, dueAt, escalatedAt, content } = row
  return {
    ...{ id, caseId, client, clientName, request, kind, at, dueAt, escalatedAt },
    ...{ supervisors, ...openAlert(content, id, key), acknowledged: knownOf(row, key) },
  }
}

function knownOf({ id, by, byName, knownAt, words }: AlertRow, key: LogKey): AlertAcknowledgement | null {
  if (by === null || knownAt === null || words === null) return null
  return { by, name: byName ?? '', at: knownAt, words: openWords(words, id, key) }
}
