import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import type { AttentionList } from '@accord/domain/rest/attention'
import { goalAddress } from '../../lib/goal-address.js'
import { clientsOf, givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** The steps that this person said they would do, within a week or past. (AT7) */
export function OwnSteps({ list }: { readonly list: AttentionList }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const steps = list.cases.flatMap((of) =>
    of.items.flatMap((item) => (item.kind === 'step-due' ? [{ item, of }] : [])),
  )
  if (steps.length === 0) return <p className="ac-muted">{t('today.steps.none')}</p>
  return (
    <ul className="web-own-steps">
      {steps.map(({ item, of }) => (
        <li key={item.step}>
          <Link href={goalAddress(of, item.goal)}>{item.text}</Link>
          <span className="ac-muted ac-small">
            {t('today.steps.due', {
              names: format.list(clientsOf(of.people).map(({ name }) => givenName(name))),
              day: format.day(dayAtNoon(item.due), now),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A calendar day is the same day wherever it is read. */
function dayAtNoon(day: string): Date {
  return new Date(`${day}T12:00:00`)
}
