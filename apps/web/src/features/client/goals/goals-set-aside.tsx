import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Goal } from '@accord/domain/goal/goal'
import { hasWords } from '@accord/domain/goal/wording'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { Button } from '@accord/ui/controls/button'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'

/** Goals that wait, with the reason that somebody gave; never gone. (LP8) */
export function GoalsSetAside({ goals }: { readonly goals: readonly Goal[] }) {
  const t = useWebMessages()
  if (goals.length === 0) return null
  return (
    <Disclosure className="web-aside-goals">
      <Heading level={3}>
        <AriaButton slot="trigger" className="ac-button" data-kind="quiet" data-size="medium">
          <ArchiveIcon />
          <span>{t('goals.setAside.count', { count: goals.length })}</span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <ul>
          {goals.map((goal) => (
            <GoalSetAside key={goal.id} goal={goal} />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}

function GoalSetAside({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const { live, plan, voices, mayWrite } = useRoom()
  const name = goalName(t, plan, goal.id)
  return (
    <li className="web-aside-goal">
      <div className="ac-grow">
        <h4 className="ac-goal-name">{name}</h4>
        {hasWords(goal.statement.text) && (
          <p className="web-aside-words" dir="auto">
            <AttributedText text={goal.statement.text} runs={goal.statement.runs} voices={voices} plain />
          </p>
        )}
        {goal.setAsideBecause !== null && (
          <p className="ac-muted ac-small">
            {t.rich('goals.setAside.because', {
              reason: goal.setAsideBecause,
              q: (words) => <q dir="auto">{words}</q>,
            })}
          </p>
        )}
      </div>
      {mayWrite && (
        <Button
          size="small"
          aria-label={t('goals.takeUpNamed', { goal: name })}
          onPress={() => live.command({ name: 'goal.takeUp', goal: goal.id })}
        >
          {t('goals.takeUp')}
        </Button>
      )}
    </li>
  )
}
