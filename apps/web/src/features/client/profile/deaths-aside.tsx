import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { clientQuery } from '../../../lib/client-file.js'
import { DeathBox } from '../../../lib/death/death-box.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** That a client of the case died, noted by its practitioner. (CL19) */
export function DeathsAside({ summary }: { readonly summary: CaseSummary }) {
  return clientsOf(summary.people).map((client) => <DeathAside key={client.person} client={client} />)
}

function DeathAside({ client: { person, name } }: { readonly client: PersonName }) {
  const t = useWebMessages()
  const titleId = useId()
  const { data: client, error, refetch } = useQuery(clientQuery(person))
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {client === undefined || client.death.day === null
          ? t('death.titleOf', { name: givenName(name) })
          : t('death.title')}
      </h2>
      {client === undefined && error === null && <p className="ac-muted ac-small">{t('death.loading')}</p>}
      {client === undefined && error !== null && (
        <FailedPage error={error} what={t('desk.file.what')} onRetry={() => void refetch()} />
      )}
      {client !== undefined && <DeathBox client={client} />}
    </section>
  )
}
