import { useId } from 'react'
import type { ComfortProfiles } from '@accord/domain/rest/comfort'
import { DeskIcon } from '@accord/ui/icons/desk-icon'
import { Avatar } from '@accord/ui/presence/avatar'
import { useSelf } from '../../../lib/self-context.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Everybody who reads this case now, by the server's own rule, each with what that means. (CL20) */
export function PeopleWithAccess({ people }: { readonly people: ComfortProfiles['people'] }) {
  const t = useWebMessages()
  const titleId = useId()
  const self = useSelf()
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('profile.access')}
      </h2>
      <ul className="web-access">
        {people.map(({ person, name, relation }) => (
          <li key={person}>
            <Avatar name={name} relation={relation} isPresent={person === self.person.id} />
            <span>
              <b>
                {person === self.person.id
                  ? t('profile.access.you', { name: givenName(name) })
                  : givenName(name)}
              </b>
              <span className="ac-muted ac-small">{t(`profile.access.${relation}`)}</span>
            </span>
          </li>
        ))}
        <li>
          <span className="web-access-desk" aria-hidden="true">
            <DeskIcon size={16} />
          </span>
          <span>
            <b>{t('profile.access.desk')}</b>
            <span className="ac-muted ac-small">{t('profile.access.deskSees')}</span>
          </span>
        </li>
      </ul>
    </section>
  )
}
