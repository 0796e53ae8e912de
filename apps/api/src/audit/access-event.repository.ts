import { Injectable } from '@nestjs/common'
import type { Relation } from '@accord/domain/case/relation'
import type { CaseId, ClinicId, ConnectionId, GoalId, LogId, PersonId, SessionId } from '@accord/domain/ids'
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

type Looker = Pick<Viewing, 'clinic' | 'caseId' | 'log' | 'person'>

/** What somebody did with a record. */
type Deed =
  | 'plan-opened'
  | 'plan-left'
  | 'history-read'
  | 'replay-opened'
  | 'replay-left'
  | 'exported'
  | 'report-made'
  | 'note-read'

/** What an access event says beside who and when. */
interface Said {
  readonly what: Deed
  readonly openedBy?: string
  readonly goal?: GoalId | null
  /** Which session's note was read. */
  readonly session?: SessionId
}

const OPEN_REPLAY = `
SELECT relation FROM access_event WHERE access_event_id = $1 AND log_id = $2 AND person_id = $3
  AND what = 'replay-opened' AND at >= $4`

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

  async reportMade(viewing: Viewing): Promise<void> {
    await this.write(viewing, { what: 'report-made' })
  }

  async noteRead(viewing: Viewing, session: SessionId): Promise<void> {
    await this.write(viewing, { what: 'note-read', session })
  }

  /** True when somebody has a look at a case written down since then. */
  async looked({ clinic, caseId, log, person }: Looker, since: Date): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        `SELECT 1 FROM access_event WHERE case_id = $1 AND person_id = $2 AND at >= $3
         AND coalesce(log_id, $4) = $4 AND what IN ('plan-opened', 'replay-opened', 'history-read') LIMIT 1`,
        [caseId, person, since, log],
      ),
    )
    return rows.length > 0
  }

  /**
   * True when somebody's look reaches to what was written then: a replay that was begun later, or a plan that was open
   * to them, which shows what comes in. A plan that was never left counts for as long as a sign-in lasts. (RV7)
   */
  async sawUpTo({ clinic, caseId, log, person }: Looker, at: Date): Promise<boolean> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<unknown[]>(
        `SELECT 1 FROM access_event o WHERE o.case_id = $1 AND o.person_id = $2 AND coalesce(o.log_id, $4) = $4 AND (
           (o.what = 'replay-opened' AND o.at >= $3)
           OR (o.what = 'plan-opened' AND coalesce(
             (SELECT min(l.at) FROM access_event l WHERE l.opened_by_event = o.access_event_id AND l.case_id = $1),
             o.at + interval '12 hours') >= $3)) LIMIT 1`,
        [caseId, person, at, log],
      ),
    )
    return rows.length > 0
  }

  /** As what somebody opened a replay of a log since then; null when it is another's, or none. */
  async openReplay(
    { clinic, log, person, event }: Pick<Opened, 'clinic' | 'log' | 'person' | 'event'>,
    since: Date,
  ): Promise<Relation | null> {
    const asked = [event, log, person, since]
    const rows = await this.transactions.ask<{ relation: Relation }[]>([clinic], OPEN_REPLAY, asked, [person])
    return rows[0]?.relation ?? null
  }

  private async write(viewing: Viewing, { what, openedBy, goal, session }: Said): Promise<string> {
    const { clinic, caseId, log, person, relation, connection } = viewing
    const now = this.clock.now()
    const event = newUuid(now)
    await this.transactions.run([clinic], (manager) =>
      manager.query(
        `INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, connection_id,
         opened_by_event, goal_id, at, log_id, session_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          event,
          clinic,
          caseId,
          person,
          relation,
          what,
          connection,
          openedBy,
          goal,
          new Date(now),
          log,
          session,
        ],
      ),
    )
    return event
  }
}
