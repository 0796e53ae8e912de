import { useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { Button } from '@accord/ui/controls/button'
import type { ClinicGreeting, SignInBody } from '@accord/domain/rest/self'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { Avatar } from '@accord/ui/presence/avatar'
import { OrRule } from '@accord/ui/sign-in/sign-in-page'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface DemoPeopleProps {
  readonly demo: NonNullable<ClinicGreeting['demo']>
  readonly busyEmail: string | null
  readonly onEnter: (body: SignInBody) => void
}

/** How many stand there at first; the others are one press away. */
const FIRST = 6

/** The demo clinic's clients, each one press away from their own portal. (ID6) */
export function DemoPeople({ demo, busyEmail, onEnter }: DemoPeopleProps) {
  const t = usePortalMessages()
  const [isWhole, setIsWhole] = useState(false)
  const people = demo.people.filter(({ relation }) => relation === 'client' || relation === 'guardian')
  if (people.length === 0) return null
  const shown = isWhole ? people : people.slice(0, FIRST)
  return (
    <section aria-label={t('signIn.demo')}>
      <OrRule word={t('signIn.demoOr')} />
      <ul className="pt-demo">
        {shown.map(({ name, email, relation }) => (
          <li key={email}>
            <PlainButton
              className="pt-demo-person"
              aria-busy={busyEmail === email}
              onPress={() => onEnter({ email, password: demo.password })}
            >
              <Avatar name={name} relation={relation} isPresent={busyEmail === email} />
              <span>{t('signIn.demoAs', { name })}</span>
              <ForwardIcon size={18} />
            </PlainButton>
          </li>
        ))}
      </ul>
      {shown.length < people.length && (
        <Button kind="quiet" block onPress={() => setIsWhole(true)}>
          {t('signIn.demoMore', { count: people.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
