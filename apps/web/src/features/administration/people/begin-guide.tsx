import type { People } from '@accord/domain/rest/people'
import { ButtonLink } from '@accord/ui/controls/link'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** An empty clinic: what comes first, what comes then; gone with the first case. */
export function BeginGuide({ people }: { readonly people: People }) {
  const t = useWebMessages()
  const hasPractitioner = people.staff.some(({ roles }) => roles.includes('practitioner'))
  const hasClient = people.clients.length > 0
  const steps = [
    { id: 'practitioner', isDone: hasPractitioner, href: '/administration/staff/new' },
    { id: 'client', isDone: hasClient, href: '/administration/clients/new' },
    { id: 'case', isDone: false, href: '/administration/cases/new' },
  ] as const
  const next = steps.find(({ isDone }) => !isDone)?.id
  return (
    <section className="web-begin" aria-labelledby="desk-begin">
      <h2 className="ac-heading" id="desk-begin">
        {t('desk.begin.heading')}
      </h2>
      <ol>
        {steps.map(({ id, isDone, href }, at) => (
          <li key={id} data-next={id === next ? '' : undefined}>
            <span className="web-begin-mark" data-done={isDone ? '' : undefined} aria-hidden="true">
              {isDone ? <CheckIcon size={16} /> : at + 1}
            </span>
            <div>
              <p className="ac-strong">{t('desk.begin.title', { step: id })}</p>
              <p className="ac-muted ac-small">
                {isDone ? t('desk.begin.done') : t('desk.begin.hint', { step: id })}
              </p>
            </div>
            {id === next && (
              <ButtonLink kind="primary" href={href}>
                {t('desk.begin.action', { step: id })}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
