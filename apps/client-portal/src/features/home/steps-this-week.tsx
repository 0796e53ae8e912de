import { Link } from 'react-aria-components'
import type { AttentionList } from '@accord/domain/rest/attention'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** The steps that this person does, due within a week or past. (AT7) */
export function StepsThisWeek({ list }: { readonly list: AttentionList }) {
  const t = usePortalMessages()
  const format = useFormat()
  const now = new Date(list.at)
  const steps = list.cases.flatMap(({ plan, items }) =>
    items.flatMap((item) => (item.kind === 'step-due' ? [{ ...item, plan }] : [])),
  )
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps-this-week">
      <h2 className="ac-portal-section" id="steps-this-week">
        {t('home.steps')}
      </h2>
      <ul className="pt-rows">
        {steps.map(({ step, plan, goal, text, due }) => (
          <li key={step}>
            <Link className="pt-row" href={paths.goal(plan, goal)}>
              <span className="pt-row-body">
                <b dir="auto">{text}</b>
                <span className="ac-muted">
                  {t('home.steps.due', { day: format.day(new Date(`${due}T12:00:00`), now) })}
                </span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
