import { may } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import type { LogId } from '@accord/domain/ids'
import type { HistoryAlarm } from '@accord/domain/rest/alarms'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { Injectable } from '@nestjs/common'
import { AlarmService } from '../alarms/alarm.service.js'
import { CaseItems } from './case-items.js'

interface Times {
  /** Up to when somebody has seen each log, in ms. */
  readonly told: ReadonlyMap<LogId, number>
  readonly now: number
}

/** What logs ask for, with the alarms about them. (AT13) */
@Injectable()
export class CaseNews {
  constructor(
    private readonly items: CaseItems,
    private readonly alarms: AlarmService,
  ) {}

  async of(actor: Actor, logs: readonly LogId[], { told, now }: Times): Promise<readonly CaseAttention[]> {
    const seenUpTo = (log: LogId) => told.get(log) ?? 0
    const found = await Promise.all(
      logs.map((log) => this.items.of(actor, log, { seenUpTo: seenUpTo(log), now })),
    )
    // After the records were read, so that what was found in reading them is told at once.
    const { alarms } = tellsAlarms(actor) ? await this.alarms.list(actor) : { alarms: [] }
    return found.flatMap((one) => {
      if (!one) return []
      const about = alarms.filter((alarm) => isAbout(alarm, one))
      return { ...one, alarms: about.map((alarm) => concernOf(alarm, seenUpTo(one.plan))) }
    })
  }
}

function tellsAlarms(actor: Actor): boolean {
  return may(actor, 'alarms.read', { kind: 'clinic', clinic: actor.clinic })
}

/** A review's are told with its case's plan. */
function isAbout({ log, audience, caseId }: HistoryAlarm, one: CaseAttention): boolean {
  return log === one.plan || (audience === 'review' && one.audience === 'plan' && caseId === one.caseId)
}

function concernOf(
  { id, at, reason, acknowledged }: HistoryAlarm,
  seenUpTo: number,
): CaseAttention['alarms'][number] {
  return { id, at, reason, isNew: at > seenUpTo, acknowledgedBy: acknowledged.map(({ name }) => name) }
}
