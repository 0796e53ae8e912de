import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { clientQuery } from '../../../lib/client-file.js'
import { DeathBox, NoteDeath } from '../../../lib/death/death-box.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** That a client of the case died, noted by its practitioner. (CL23) */
export function DeathsAside({ summary }: { readonly summary: CaseSummary }) {
  const clients = clientsOf(summary.people)
  return clients.map((client) => (
    <DeathAside key={client.person} client={client} isOnlyOne={clients.length === 1} />
  ))
}

interface DeathAsideProps {
  readonly client: PersonName
  readonly isOnlyOne: boolean
}

function DeathAside({ client: { person, name }, isOnlyOne }: DeathAsideProps) {
  const t = useWebMessages()
  const titleId = useId()
  const { data: client, error, refetch } = useQuery(clientQuery(person))
  // Of the living nothing is said: a page that is opened every day doesn't ask whether they died.
  if (client !== undefined && client.death.at === null)
    return (
      <NoteDeath client={client}>
        {t('death.noteOf', { name: givenName(name), count: isOnlyOne ? 1 : 2 })}
      </NoteDeath>
    )
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('death.title')}
      </h2>
      {client === undefined && error === null && <p className="ac-muted ac-small">{t('death.loading')}</p>}
      {client === undefined && error !== null && (
        <FailedPage error={error} what={t('desk.file.what')} onRetry={() => void refetch()} />
      )}
      {client !== undefined && <DeathBox client={client} />}
    </section>
  )
}
