import { helpedSteps, type HelpedStep } from '@accord/domain/ending/helped'
import type { QuotedGoal } from '@accord/domain/ending/draft'
import { toHex } from '@accord/domain/history/bytes'
import type { CaseId, ClinicId, GoalId, LogId } from '@accord/domain/ids'
import { hasWords } from '@accord/domain/goal/wording'
import { goalOf, goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { KeepableGoal } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { PlanReader } from '../plan/plan-reader.js'

const PLAN = `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`

/** What of a plan can be put into a pack. */
interface OfferedOfPlan {
  readonly goals: readonly KeepableGoal[]
  readonly helped: readonly HelpedStep[]
}

export const NOTHING_OFFERED: OfferedOfPlan = { goals: [], helped: [] }

/** A case's goals, as a pack quotes them. (EN3) */
@Injectable()
export class QuotedGoals {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly plans: PlanReader,
  ) {}

  /** Goals that have words, and steps that may have helped; none where the plan cannot be read. (EN3, EN13) */
  async offered(clinic: ClinicId, caseId: CaseId): Promise<OfferedOfPlan> {
    const log = await this.planOf(clinic, caseId)
    const plan = log && (await this.plans.readOrNull({ clinic, log }))
    if (!plan) return NOTHING_OFFERED
    const goals = goalsInOrder(plan).flatMap((goal) => keepableOf(plan, goal.id) ?? [])
    return { goals, helped: helpedSteps(plan) }
  }

  /** A goal as it stands after the plan's last entry, which number and hash name for good. */
  async quote(clinic: ClinicId, caseId: CaseId, goal: GoalId): Promise<QuotedGoal | null> {
    const log = await this.planOf(clinic, caseId)
    if (!log) return null
    const { plan, position } = await this.plans.load({ clinic, log })
    const found = keepableOf(plan, goal)
    return found && { ...found, log, seq: position.seq, hash: toHex(position.hash) }
  }

  private async planOf(clinic: ClinicId, caseId: CaseId): Promise<LogId | null> {
    const [row] = await this.transactions.ask<{ plan: LogId }[]>([clinic], PLAN, [caseId])
    return row?.plan ?? null
  }
}

function keepableOf(plan: Plan, id: GoalId): KeepableGoal | null {
  const goal = goalOf(plan, id)
  if (!goal || !hasWords(goal.statement.text)) return null
  return { goal: id, name: goal.name.text, statement: goal.statement.text }
}
