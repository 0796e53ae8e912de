import type { Goal } from '@accord/domain/goal/goal'
import type { PersonId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { Voices } from '../attributed-text/author-runs.js'
import type { LivePlan, LiveView } from '../live-plan/live-plan.js'
import type { Messages } from '../messages/compiled/messages.js'
import type { Translate } from '../messages/translate.js'

/** One goal of an open plan, and who looks at it: what its steps, scale and conversation need. */
export interface GoalAtHand {
  readonly live: LivePlan
  readonly view: LiveView
  readonly plan: Plan
  readonly goal: Goal
  /** Everybody whose words may stand here, by id. */
  readonly voices: Voices
  readonly viewer: PersonId
  /** Whether the viewer may write here now. */
  readonly mayWrite: boolean
  readonly now: Date
  /** Of the headings of its parts, below the goal's own. */
  readonly headingLevel: 2 | 4
}

/** The name that people go by here; somebody who left the case has none any more. */
export function nameAmong(t: Translate<Messages>, voices: Voices, person: PersonId): string {
  return voices[person]?.name ?? t('person.former')
}
