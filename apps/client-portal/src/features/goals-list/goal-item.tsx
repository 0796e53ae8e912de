import type { Half } from '@accord/domain/agreement/state'
import type { LogId } from '@accord/domain/ids'
import type { GoalSummary } from '@accord/domain/rest/case'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { voicesOf } from '@accord/ui/attributed-text/voices-of'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import { GoalLinkCard } from '@accord/ui/goal/goal-link-card'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import type { SealHalf } from '@accord/ui/seal/seal-half'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { lastChangeWords, type Reader, standingWords } from './goal-standing.js'

interface GoalItemProps {
  readonly plan: LogId
  readonly goal: GoalSummary
  readonly reader: Reader
}

export function GoalItem({ plan, goal, reader }: GoalItemProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { text, runs } = goal.statement
  return (
    <GoalLinkCard
      href={paths.goal(plan, goal.id)}
      name={goal.name === '' ? ui('goal.unnamed') : goal.name}
      halves={goal.agreement.halves.map(sealHalf)}
      meta={lastChangeWords(reader, goal)}
      {...standingWords(reader, goal)}
    >
      {text === '' ? (
        <em>{t('goals.noWords')}</em>
      ) : (
        <AttributedText text={text} runs={runs} voices={othersOf(reader)} />
      )}
    </GoalLinkCard>
  )
}

/** In the list the reader's own words stay in plain ink, so that one sees at a glance what others put in. */
function othersOf({ people, self }: Reader): Voices {
  const all = Object.entries(voicesOf(people, firstName))
  return Object.fromEntries(all.filter(([person]) => person !== self))
}

function sealHalf({ relation, state }: Half): SealHalf {
  return { side: relation === 'practitioner' ? 'practitioner' : 'client', state }
}
