import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { casesQuery } from '../../lib/cases.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { useRooms } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { EndingRows } from './ending-rows.js'
import { ComfortRows } from './comfort/comfort-rows.js'

/** The person's own room: what the practice should know of them, in their words. */
export function YouPage({ account }: { readonly account: ReactNode }) {
  const t = usePortalMessages()
  const { person, clinic } = useSelf()
  const rooms = useRooms('you')
  return (
    <PortalShell title={person.name} actions={account} rooms={rooms}>
      <PageTitle name={t('rooms.you')} />
      <p className="ac-muted">{t('account.who', { email: person.email, clinic: clinic.name })}</p>
      <WithYou />
      <EndingRows />
      <section aria-labelledby="when-it-is-hard">
        <h2 className="ac-portal-section" id="when-it-is-hard">
          {t('help.section')}
        </h2>
        <ul className="pt-rows">
          <Way to={paths.help} name={t('help.row')} note={t('help.rowNote')} />
        </ul>
      </section>
      <section aria-labelledby="how-you-come-in">
        <h2 className="ac-portal-section" id="how-you-come-in">
          {t('you.comingIn')}
        </h2>
        <ul className="pt-rows">
          <Way to={paths.ways} name={t('ways.title')} note={t('ways.lead')} />
        </ul>
      </section>
      <section aria-labelledby="your-record">
        <h2 className="ac-portal-section" id="your-record">
          {t('you.record')}
        </h2>
        <ul className="pt-rows">
          <Way to={paths.record} name={t('record.title')} note={t('you.recordNote')} />
          <Way to={paths.notes} name={t('notes.title')} note={t('notes.note')} />
        </ul>
      </section>
    </PortalShell>
  )
}

/** How they like things, and, for a client, what gets in the way. */
function WithYou() {
  const t = usePortalMessages()
  const { data: list } = useQuery(casesQuery)
  const isClient = list?.cases.some(({ relation }) => relation === 'client') ?? false
  return (
    <>
      <section aria-labelledby="how-you-like-things">
        <h2 className="ac-portal-section" id="how-you-like-things">
          {t('comfort.section')}
        </h2>
        <ComfortRows />
      </section>
      {isClient && (
        <section aria-labelledby="working-together">
          <h2 className="ac-portal-section" id="working-together">
            {t('inTheWay.section')}
          </h2>
          <ul className="pt-rows">
            <Way to={paths.inTheWay} name={t('inTheWay.title')} note={t('inTheWay.note')} />
          </ul>
        </section>
      )}
    </>
  )
}

interface WayProps {
  readonly to: string
  readonly name: string
  readonly note: string
}

/** A row that leads to a room of its own. */
function Way({ to, name, note }: WayProps) {
  return (
    <li>
      <Link className="pt-row" href={to}>
        <span className="pt-row-body">
          <b>{name}</b>
          <span className="ac-muted">{note}</span>
        </span>
        <ForwardIcon size={20} />
      </Link>
    </li>
  )
}
