import type { Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { PersonId } from '@accord/domain/ids'
import type { AgreementBlock } from '@accord/ui/agreement/agreement-block'
import type { AgreementParty } from '@accord/ui/agreement/agreement-party'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { nameOf } from '../../lib/people.js'

/** The halves of a goal's agreement with the names that people go by. */
export function agreementParties(
  agreement: Agreement,
  view: LiveView,
  unknown: string,
): readonly AgreementParty[] {
  return agreement.halves.map(({ person, relation, state, answer }) => ({
    id: person,
    name: nameOf(view.people, person) ?? unknown,
    side: relation === 'practitioner' ? 'practitioner' : 'client',
    state,
    isViewer: person === view.me?.person,
    answer: answer && { kind: answer.kind, reason: answer.reason },
  }))
}

/** Why agreeing has to wait just now, if it does. Words that move can't be agreed to. */
export function blockOf(view: LiveView, goal: Goal, unknown: string): AgreementBlock | undefined {
  if (!view.isOnline) return { kind: 'offline' }
  const typing = view.typing.find((one) => one.goal === goal.id && one.field === 'statement')
  if (typing) return { kind: 'typing', name: nameOf(view.people, typing.person) ?? unknown }
  return view.saved.kind === 'saving' || view.saved.kind === 'late' ? { kind: 'unsaved' } : undefined
}

/** Who changed the statement last; it was they if it changed as somebody agreed. */
export function lastWriter(goal: Goal): PersonId | null {
  return goal.lastChange.statement?.by ?? null
}
