import { useId } from 'react'
import type { ClientConsents } from '@accord/domain/rest/consent'
import { LONGEST_CONSENT } from '@accord/domain/rest/consent'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from './people.js'
import { useSelf } from './self-context.js'
import { usePortalMessages } from './use-portal-messages.js'

interface NameBoxProps {
  readonly name: string
  readonly onChange: (name: string) => void
  readonly of: Pick<ClientConsents, 'client' | 'name'>
}

/** A name that is typed under words, in the writer's own ink. (CO3) */
export function NameBox({ name, onChange, of }: NameBoxProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const id = useId()
  const { person } = useSelf()
  const day = format.day(new Date(), new Date())
  return (
    <>
      <h2 className="ac-portal-section">
        <label htmlFor={id}>{t('consent.ink')}</label>
      </h2>
      <div className="ac-sign-box">
        <input
          id={id}
          dir="auto"
          value={name}
          placeholder={t('consent.namePlaceholder')}
          autoComplete="name"
          maxLength={LONGEST_CONSENT.name}
          onChange={(event) => onChange(event.target.value)}
        />
        <span className="ac-muted ac-small">
          {of.client === person.id
            ? t('consent.signs', { day })
            : t('consent.signsFor', { day, name: firstName(of.name) })}
        </span>
      </div>
    </>
  )
}
