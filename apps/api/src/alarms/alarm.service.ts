import type { Actor } from '@accord/domain/access/subject'
import { liveParties } from '@accord/domain/case/party'
import { isAlarmReason, type AlarmReport } from '@accord/domain/history/alarm'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { AlarmList, HistoryAlarm } from '@accord/domain/rest/alarms'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AlertRepository } from '../audit/alert.repository.js'
import { Clock } from '../config/clock.js'
import { placeFor } from '../history/entry.repository.js'
import { newUuid } from '../history/new-uuid.js'
import { AlarmNotes } from './alarm-notes.js'
import { AlarmReaders, type AlarmPeople } from './alarm-people.js'
import { AlarmRows, type AlarmRow } from './alarm-rows.repository.js'

/** What alarms are kept in. */
@Injectable()
export class AlarmBook {
  constructor(
    readonly rows: AlarmRows,
    readonly readers: AlarmReaders,
    readonly notes: AlarmNotes,
    readonly alerts: AlertRepository,
  ) {}
}

/** Records that do not hold: who found it, who was told, who knows. (HI20–HI23) */
@Injectable()
export class AlarmService {
  constructor(
    private readonly access: AccessService,
    private readonly book: AlarmBook,
    private readonly clock: Clock,
  ) {}

  /** What somebody is told of. Asking is being told, and is noted before the answer. (HI21) */
  async list(actor: Actor): Promise<AlarmList> {
    const at = this.clock.now()
    const rows = await this.book.rows.of(actor)
    const untold = rows.filter(({ notices }) => !notices.some(({ person }) => person === actor.person))
    await this.book.rows.told(
      actor,
      untold.map(({ id }) => id),
      new Date(at),
    )
    const noted = rows.map((row) =>
      untold.includes(row) ? { ...row, notices: [...row.notices, { person: actor.person, at }] } : row,
    )
    const people = await this.book.readers.of(actor, noted)
    return { at, alarms: noted.flatMap((row) => this.alarmOf(actor, row, people) ?? []) }
  }

  /** What a browser found stands as its reader's claim. (HI20) */
  async report(actor: Actor, plan: LogId, report: AlarmReport): Promise<Refusal | null> {
    const subject = await this.access.subjectOf(actor.clinic, plan, [actor.person])
    if (subject?.kind !== 'case') return refuse('not-found')
    const no = this.access.refusal(actor, 'alarms.report', subject.facts)
    if (no) return no
    const place = placeFor(actor, plan, subject)
    await this.book.alerts.report(place, { ...report, by: actor.person, at: this.clock.now() })
    return null
  }

  /** Says that somebody knows. It hides nothing. (HI23) */
  async acknowledge(actor: Actor, alarm: string, note: string): Promise<Refusal | null> {
    const row = (await this.book.rows.of(actor)).find(({ id }) => id === alarm)
    if (!row) return refuse('not-found')
    const facts = await this.access.factsOfCase(actor.clinic, row.case_id)
    const no = this.access.refusal(actor, 'alarms.acknowledge', facts)
    if (no) return no
    if (row.acknowledged.some(({ person }) => person === actor.person)) return refuse('already-exists')
    const now = this.clock.now()
    const id = newUuid(now)
    const sealed = this.book.notes.seal(id, note)
    const { clinic, person: by } = actor
    const said = { id, alarm, clinic, by, at: new Date(now), ...sealed }
    return (await this.book.rows.acknowledge(said)) ? null : refuse('already-exists')
  }

  private alarmOf(actor: Actor, row: AlarmRow, people: AlarmPeople): HistoryAlarm | null {
    const { id, case_id: caseId, log, audience, seq, entries, reason, found, reporter, at } = row
    const facts = people.factsOf(caseId)
    if (!facts || !isAlarmReason(reason)) return null
    const { nameOf } = people
    const acknowledged = row.acknowledged.map(({ id: key, person, at: when, note }) => {
      const words = this.book.notes.open(key, Buffer.from(note, 'base64'))
      return { person, name: nameOf(person), at: when, note: words }
    })
    const clients = liveParties(facts.parties).flatMap(({ person, relation }) =>
      relation === 'client' ? [nameOf(person)] : [],
    )
    const isTheirs =
      this.access.refusal(actor, 'alarms.acknowledge', facts) === null &&
      !acknowledged.some(({ person }) => person === actor.person)
    return {
      ...{ id, caseId, log, audience, clients, seq, entries, reason, found, at },
      reporter: reporter === null ? null : { person: reporter, name: nameOf(reporter) },
      told: people.toldOf(row),
      acknowledged,
      isTheirs,
    }
  }
}
