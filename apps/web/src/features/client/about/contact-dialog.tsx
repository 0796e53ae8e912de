import { useQuery } from '@tanstack/react-query'
import type { PersonName } from '@accord/domain/sync/wire'
import { Dialog } from '@accord/ui/controls/dialog'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { languageNamed } from '../../../lib/languages.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { contactQuery } from '../api/contact.js'

interface ContactDialogProps {
  readonly client: PersonName
  readonly onClose: () => void
}

/** How to reach a client, and whom to ring for them. */
export function ContactDialog({ client, onClose }: ContactDialogProps) {
  const t = useWebMessages()
  const { data: contact, error, refetch } = useQuery(contactQuery(client.person))
  const unknown = t('contact.unknown')
  return (
    <Dialog title={t('contact.title', { name: client.name })} isOpen onClose={onClose}>
      {contact === undefined ? (
        error === null ? (
          <GoalSkeleton sentence={t('contact.loading')} />
        ) : (
          <FailedPage error={error} what={t('contact.what')} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <dl className="web-facts">
            {(
              [
                [t('desk.label.pronouns'), contact.pronouns],
                [t('desk.label.language'), contact.language && languageNamed(contact.language)],
                [t('desk.label.email'), contact.email],
                [t('desk.label.phone'), contact.phone],
                [t('desk.label.birth'), contact.dateOfBirth],
                [
                  t('desk.label.emergency'),
                  contact.emergencyContact && t('contact.emergency', contact.emergencyContact),
                ],
              ] as const
            ).map(([term, words]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words ?? <span className="ac-muted">{unknown}</span>}</dd>
              </div>
            ))}
          </dl>
          <p className="web-contact-sees ac-muted ac-small">
            <EyeIcon size={16} />
            {t('contact.sees')}
          </p>
        </>
      )}
    </Dialog>
  )
}
