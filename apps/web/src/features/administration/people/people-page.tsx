import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { People } from '@accord/domain/rest/people'
import { ButtonLink } from '@accord/ui/controls/link'
import { TextField } from '@accord/ui/controls/text-field'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { caseFilesQuery } from '../api/case-files.js'
import { peopleQuery } from '../api/people.js'
import { DeskEmpty } from '../desk-empty.js'
import { DeskFrame } from '../desk-frame.js'
import { BeginGuide } from './begin-guide.js'
import { ClientsTable, StaffTable } from './people-tables.js'

/** Everybody of the clinic, and the way to add somebody. */
export function PeoplePage() {
  const t = useWebMessages()
  const { data: people, error, refetch } = useQuery(peopleQuery)
  const { data: files } = useQuery(caseFilesQuery)
  return (
    <DeskFrame tab="people" title={t('desk.people.title')}>
      <ConsolePage title={t('desk.people.heading')} lead={t('desk.people.lead')}>
        {people === undefined ? (
          error === null ? (
            <GoalSkeleton sentence={t('desk.people.loading')} />
          ) : (
            <FailedPage error={error} what={t('desk.people.what')} onRetry={() => void refetch()} />
          )
        ) : (
          <>
            {files?.cases.length === 0 && <BeginGuide people={people} />}
            <Everybody people={people} />
          </>
        )}
      </ConsolePage>
    </DeskFrame>
  )
}

function Everybody({ people }: { readonly people: People }) {
  const t = useWebMessages()
  const [search, setSearch] = useSearchParams()
  const sought = search.get('q') ?? ''
  const staff = people.staff.filter((person) => isSought(person, sought))
  const clients = people.clients.filter((person) => isSought(person, sought))
  const seek = (words: string) => setSearch(words === '' ? {} : { q: words }, { replace: true })
  return (
    <>
      <div className="web-desk-search">
        <TextField label={t('desk.people.search')} type="search" value={sought} onChange={seek} />
      </div>
      <section>
        <div className="web-desk-head">
          <h2 className="ac-heading">{t('desk.clients.heading')}</h2>
          <ButtonLink href="/administration/clients/new" icon={<PlusIcon />}>
            {t('desk.clients.add')}
          </ButtonLink>
        </div>
        {people.clients.length === 0 ? (
          <DeskEmpty
            title={t('desk.clients.empty')}
            sentence={t('desk.clients.emptyHint')}
            actions={<ButtonLink href="/administration/import">{t('desk.clients.import')}</ButtonLink>}
          />
        ) : clients.length === 0 ? (
          <p className="ac-muted">{t('desk.people.nobody', { sought })}</p>
        ) : (
          <ClientsTable clients={clients} />
        )}
      </section>
      <section>
        <div className="web-desk-head">
          <h2 className="ac-heading">{t('desk.staff.heading')}</h2>
          <ButtonLink href="/administration/staff/new" icon={<PlusIcon />}>
            {t('desk.staff.add')}
          </ButtonLink>
        </div>
        {staff.length === 0 ? (
          <p className="ac-muted">{t('desk.people.nobody', { sought })}</p>
        ) : (
          <StaffTable staff={staff} />
        )}
      </section>
    </>
  )
}

function isSought(person: { readonly name: string; readonly email: string }, sought: string): boolean {
  const words = plain(sought).split(/\s+/u)
  const whole = plain(`${person.name} ${person.email}`)
  return words.every((word) => whole.includes(word))
}

/** Accents and capitals don’t keep people apart in a search. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
