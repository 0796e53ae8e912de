import { agreementOf } from '@accord/domain/agreement/state'
import type { PersonId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { QueueCase, QueuePage } from '@accord/domain/rest/supervision'
import type { RecordFacts } from '@accord/domain/supervision/queue-facts'
import { bandOf, reasonsOf } from '@accord/domain/supervision/reasons-of'
import type { QueueThresholds } from '@accord/domain/supervision/thresholds'
import type { PersonName } from '@accord/domain/sync/wire'
import type { ReviewFound } from './queue-plans.js'
import type { SupervisedRow } from './queue.repository.js'

interface Context {
  readonly supervisor: PersonId
  /** When the queue is read, in ms. */
  readonly at: number
  readonly thresholds: QueueThresholds
  readonly plan: Plan | null
  readonly confidential: RecordFacts | null
  readonly reviewed: ReviewFound
  readonly people: readonly PersonName[]
  readonly brought: QueueCase['brought'] | undefined
}

/** A case as it stands in its supervisor's queue. */
export function queueCase(row: SupervisedRow, context: Context): QueueCase {
  const { plan, people, supervisor, at: now, thresholds, confidential, reviewed } = context
  const { alerts, read_ms: readAt, since_ms: since } = row
  const review = reviewed.facts
  const facts = { supervisor, plan, alerts, readAt, confidential, review, since, now }
  const reasons = reasonsOf(facts, thresholds)
  return {
    caseId: row.case_id,
    plan: row.plan,
    discipline: row.discipline,
    phase: row.phase,
    people,
    goals: plan === null ? [] : goalsOf(plan),
    band: bandOf(reasons, facts, thresholds),
    reasons,
    readAt,
    readUpTo: row.read_up_to,
    changes: row.head_seq - row.read_up_to,
    unsigned: reviewed.changes,
    head: { seq: row.head_seq, hash: row.head_hash },
    brought: context.brought ?? null,
  }
}

function goalsOf(plan: Plan): QueueCase['goals'] {
  return goalsInOrder(plan)
    .filter(({ lifecycle }) => lifecycle !== 'on-hold')
    .map((goal) => {
      const { id, name, lifecycle } = goal
      return { id, name: name.text, lifecycle, agreement: agreementOf(goal, plan.parties) }
    })
}

/** Everybody whose cases these are, with how many, by name. */
export function practitionersAmong(cases: readonly QueueCase[]): QueuePage['practitioners'] {
  const found = new Map<PersonId, { name: string; cases: number }>()
  for (const { people } of cases) {
    for (const { person, name, relation } of people) {
      if (relation !== 'practitioner') continue
      found.set(person, { name, cases: (found.get(person)?.cases ?? 0) + 1 })
    }
  }
  return [...found]
    .map(([person, { name, cases: count }]) => ({ person, name, cases: count }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
