import { Link } from 'react-aria-components'
import type { LogId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import { Link as TextLink } from '@accord/ui/controls/link'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { Seal } from '@accord/ui/seal/seal'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

const SHOWN = 3

/** The first goals, each a way in, and the way to all of them. */
export function GoalsGlance({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const t = usePortalMessages()
  const goals = cases
    .flatMap(({ plan, goals: all, confidential }) => [
      ...inLog(plan, all),
      // What is kept from a guardian stands behind what everybody of the case sees. (CF6)
      ...(confidential?.log ? inLog(confidential.log, confidential.goals) : []),
    ])
    .filter(({ goal }) => goal.lifecycle !== 'on-hold')
  return (
    <section aria-labelledby="goals-glance">
      <h2 className="ac-portal-section" id="goals-glance">
        {t('goals.title')}
        <TextLink href={paths.goals}>{t('home.goals.all', { count: goals.length })}</TextLink>
      </h2>
      <ul className="pt-rows">
        {goals.slice(0, SHOWN).map(({ plan, goal }) => (
          <li key={goal.id}>
            <Link className="pt-row" href={paths.goal(plan, goal.id)}>
              <Seal
                size={34}
                halves={goal.agreement.halves.map(({ relation, state }) => ({
                  side: relation === 'practitioner' ? 'practitioner' : 'client',
                  state,
                }))}
              />
              <span className="pt-row-body">
                <b>{goal.name === '' ? t('home.unnamed') : goal.name}</b>
                <span className="ac-muted">{t(`home.goals.${goal.agreement.kind}`)}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function inLog(plan: LogId, goals: readonly GoalSummary[]) {
  return goals.map((goal) => ({ plan, goal }))
}
