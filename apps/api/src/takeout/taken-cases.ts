import type { Actor } from '@accord/domain/access/subject'
import type { CaseSummary } from '@accord/domain/rest/case'
import { TAKEOUT_FORMAT, type TakenCase } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { NotYours } from './or-not-yours.js'
import { TakenCare } from './taken-care.js'
import { TakenDesk } from './taken-desk.js'
import { TakenMeetings } from './taken-meetings.js'
import { TakenPlans, type TakenLog } from './taken-plans.js'
import { TakenTrust } from './taken-trust.js'

/** A case as its reader takes it away, and the logs whose history goes with it. */
export interface GatheredCase {
  readonly taken: TakenCase
  readonly logs: readonly TakenLog[]
}

/** Asks everything with the rights of whoever takes it: what a page would not show is not taken. (TO2) */
@Injectable()
export class TakenCases {
  constructor(
    private readonly plans: TakenPlans,
    private readonly meetings: TakenMeetings,
    private readonly care: TakenCare,
    private readonly trust: TakenTrust,
    private readonly desk: TakenDesk,
  ) {}

  async gather(
    actor: Actor,
    summary: CaseSummary,
    { madeAt, practice }: Pick<TakenCase, 'madeAt' | 'practice'>,
  ): Promise<GatheredCase> {
    const { caseId, discipline, openedAt, closedAt, relation, people } = summary
    const notYours = new NotYours()
    const logs = await this.logs(actor, summary, notYours)
    const planOf = (log: TakenLog['log']) => logs.find((one) => one.log === log)?.plan ?? null
    const sessions = await this.meetings.sessions(actor, caseId, notYours)
    const taken = {
      ...{ format: TAKEOUT_FORMAT, madeAt, practice, caseId, discipline, openedAt, closedAt },
      ...{ you: { person: actor.person, relation }, people },
      ...{ plan: planOf('shared'), betweenUs: planOf('between-us'), drafts: planOf('draft') },
      sessions,
      checkIns: await this.meetings.said(actor, sessions),
      questionnaires: await this.meetings.questionnaires(actor, caseId),
      ...(await this.care.ofClient(actor, caseId, notYours)),
      ...(await this.care.notes(actor, caseId, notYours)),
      ...(await this.trust.of(actor, caseId, notYours)),
      ...(await this.desk.of(actor, caseId, people)),
      notYours: notYours.parts,
    } satisfies TakenCase
    return { taken, logs }
  }

  private async logs(actor: Actor, of: CaseSummary, notYours: NotYours): Promise<readonly TakenLog[]> {
    const { plan, confidential, caseId } = of
    const shared = await notYours.unless('plan', this.plans.of(actor, plan, 'shared'))
    const between = confidential?.log
      ? await notYours.unless('betweenUs', this.plans.of(actor, confidential.log, 'between-us'))
      : null
    const drafts = await notYours.unless('drafts', this.plans.drafts(actor, caseId))
    return [shared, between, drafts?.taken ?? null].filter((one) => one !== null)
  }
}
