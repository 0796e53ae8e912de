import { Injectable } from '@nestjs/common'
import type { Relation } from '@accord/domain/case/relation'
import type { CaseId, ClinicId, ConnectionId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import { Clock } from '../config/clock.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'

/** Who looks at what, and as what. */
export interface Viewing {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly log: LogId
  readonly person: PersonId
  readonly relation: Relation
  readonly connection: ConnectionId | null
}

/** The event with which somebody began to look. */
export interface Opened extends Viewing {
  readonly event: string
}

/** What somebody did with a record. */
type Deed = 'plan-opened' | 'plan-left' | 'history-read' | 'replay-opened' | 'replay-left' | 'exported'

/** What an access event says beside who and when. */
interface Said {
  readonly what: Deed
  readonly openedBy?: string
  readonly goal?: GoalId | null
}

/** Who saw what, when. Written before anything is shown: if it can't be written, nothing is shown. (AC8) */
@Injectable()
export class AccessEventRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly clock: Clock,
  ) {}

  async opened(viewing: Viewing): Promise<Opened> {
    return { ...viewing, event: await this.write(viewing, { what: 'plan-opened' }) }
  }

  async left(opened: Opened): Promise<void> {
    await this.write(opened, { what: 'plan-left', openedBy: opened.event })
  }

  async historyRead(viewing: Viewing): Promise<void> {
    await this.write(viewing, { what: 'history-read' })
  }

  /** @param goal which goal alone is replayed; null for the whole plan */
  async replayOpened(viewing: Viewing, goal: GoalId | null): Promise<Opened> {
    return { ...viewing, event: await this.write(viewing, { what: 'replay-opened', goal }) }
  }

  async replayLeft(opened: Opened): Promise<void> {
    await this.write(opened, { what: 'replay-left', openedBy: opened.event })
  }

  async exported(viewing: Viewing): Promise<void> {
    await this.write(viewing, { what: 'exported' })
  }

  /** Somebody's replay of a log that was opened since then; null when it is another's, or none. */
  async openReplay(
    { clinic, caseId, log, person, event }: Omit<Opened, 'relation' | 'connection'>,
    since: Date,
  ): Promise<Opened | null> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<{ relation: Relation }[]>(
          `SELECT relation FROM access_event WHERE access_event_id = $1 AND log_id = $2 AND person_id = $3
           AND what = 'replay-opened' AND at >= $4`,
          [event, log, person, since],
        ),
      [person],
    )
    const [row] = rows
    return row ? { clinic, caseId, log, person, relation: row.relation, connection: null, event } : null
  }

  private async write(viewing: Viewing, { what, openedBy, goal }: Said): Promise<string> {
    const { clinic, caseId, log, person, relation, connection } = viewing
    const now = this.clock.now()
    const event = newUuid(now)
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, connection_id,
         opened_by_event, goal_id, at, log_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [event, clinic, caseId, person, relation, what, connection, openedBy, goal, new Date(now), log],
      ),
    )
    return event
  }
}
