import { goalOf, type Plan } from '@accord/domain/plan/plan'
import type { CaseId, ClinicId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { RecordLook } from '@accord/domain/rest/looks'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { PlanReader } from '../plan/plan-reader.js'
import type { LookRow, SealedWords } from './look.repository.js'
import { LookWords } from './look-words.js'

type Telling = (row: LookRow) => RecordLook

/** A look as people read it: names for ids, words opened. */
@Injectable()
export class LookTelling {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlanReader,
    private readonly words: LookWords,
  ) {}

  async for(clinic: ClinicId, caseId: CaseId, log: LogId): Promise<Telling> {
    const [people, plan] = await Promise.all([
      this.access.peopleOfCase(clinic, caseId),
      // Looks are told though the plan itself cannot be read.
      this.plans.readOrNull({ clinic, log }),
    ])
    const names = new Map(people.map(({ person, name }) => [person, name]))
    const nameOf = (person: PersonId) => names.get(person) ?? ''
    return (row) => {
      const { event: look, person, relation, what, at, until, asked, answered } = row
      const said = (saying: 'question' | 'answer', { by, at: when, words }: SealedWords) => {
        return { by, name: nameOf(by), at: when, text: this.words.open(log, saying, look, words) }
      }
      const question = asked && {
        ...said('question', asked),
        answer: answered && said('answer', answered),
      }
      const session = row.session && { id: row.session, number: row.sessionNumber ?? 0 }
      const goal = row.goal && { id: row.goal, name: goalName(plan, row.goal) }
      const name = row.opening?.name ?? nameOf(person)
      const emergency = this.why(log, row)
      return { look, person, name, relation, what, goal, session, at, until, question, emergency }
    }
  }

  /** Null where row-level security showed no reason. (EM10) */
  private why(log: LogId, { event, opening }: LookRow): RecordLook['emergency'] {
    if (!opening?.parts || !opening.reason) return null
    const { parts, review } = opening
    return { parts, review, reason: this.words.openReason(log, event, opening.reason) }
  }
}

function goalName(plan: Plan | null, goal: GoalId): string {
  return (plan && goalOf(plan, goal)?.name.text) ?? ''
}
