import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Client } from '@accord/domain/rest/people'
import { ButtonLink } from '@accord/ui/controls/link'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { DeathBox } from '../../../lib/death/death-box.js'
import { DeathLine } from '../../../lib/death/death-line.js'
import { givenName } from '../../../lib/people.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { clientQuery } from '../../../lib/client-file.js'
import { DeskFrame } from '../desk-frame.js'
import { SignInBox } from '../sign-in-box.js'
import { ClientForm } from './client-form.js'

/** What is kept about how to reach somebody; nothing of what they wrote. (CL5) */
export function ClientFilePage() {
  const t = useWebMessages()
  const navigate = useNavigate()
  const { person = '' } = useParams()
  const isNew = person === 'new'
  const { data: client, error, refetch } = useQuery({ ...clientQuery(person), enabled: !isNew })
  const saved = ({ id, name }: Client) => {
    toasts.add({ kind: 'done', words: t('desk.saved', { name }) })
    if (isNew) void navigate(`/administration/clients/${id}`, { replace: true })
  }
  return (
    <DeskFrame tab="people" title={isNew ? t('desk.clients.new') : (client?.name ?? t('client.unnamed'))}>
      {isNew || client !== undefined ? (
        <ConsoleColumns
          sideLabel={t('desk.file.side')}
          side={isNew ? <WhoSees /> : client && <ClientSide client={client} />}
        >
          <h1 className="ac-title web-desk-title">{isNew ? t('desk.clients.new') : client?.name}</h1>
          {client && <DeathLine client={client} />}
          <ClientForm key={person} client={client ?? null} onSaved={saved} />
        </ConsoleColumns>
      ) : (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('client.unnamed')}</h1>
          {error === null ? (
            <GoalSkeleton sentence={t('desk.people.loading')} />
          ) : (
            <FailedPage error={error} what={t('desk.file.what')} onRetry={() => void refetch()} />
          )}
        </div>
      )}
    </DeskFrame>
  )
}

function ClientSide({ client }: { readonly client: Client }) {
  const t = useWebMessages()
  return (
    <>
      {client.death.day === null && <SignInBox person={client} />}
      <section className="web-desk-box" aria-labelledby="death-box">
        <h2 className="ac-subheading" id="death-box">
          {t('death.title')}
        </h2>
        <DeathBox client={client} />
      </section>
      {client.death.day === null && (
        <section className="web-desk-box">
          <h2 className="ac-subheading">{t('desk.file.case')}</h2>
          <p className="ac-muted ac-small">{t('desk.file.caseHint', { name: givenName(client.name) })}</p>
          <ButtonLink href={`/administration/cases/new?client=${client.id}`}>
            {t('desk.cases.open')}
          </ButtonLink>
        </section>
      )}
      <WhoSees />
    </>
  )
}

function WhoSees() {
  const t = useWebMessages()
  return (
    <section className="web-desk-box">
      <h2 className="ac-subheading">{t('desk.file.sees')}</h2>
      <p className="ac-muted ac-small">{t('desk.file.seesWho')}</p>
    </section>
  )
}
