import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { useRooms } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
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
      <section aria-labelledby="how-you-like-things">
        <h2 className="ac-portal-section" id="how-you-like-things">
          {t('comfort.section')}
        </h2>
        <ComfortRows />
      </section>
      <section aria-labelledby="when-it-is-hard">
        <h2 className="ac-portal-section" id="when-it-is-hard">
          {t('help.section')}
        </h2>
        <ul className="pt-rows">
          <li>
            <Link className="pt-row" href={paths.help}>
              <span className="pt-row-body">
                <b>{t('help.row')}</b>
                <span className="ac-muted">{t('help.rowNote')}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        </ul>
      </section>
      <section aria-labelledby="your-record">
        <h2 className="ac-portal-section" id="your-record">
          {t('you.record')}
        </h2>
        <ul className="pt-rows">
          <li>
            <Link className="pt-row" href={paths.record}>
              <span className="pt-row-body">
                <b>{t('record.title')}</b>
                <span className="ac-muted">{t('you.recordNote')}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
          <li>
            <Link className="pt-row" href={paths.ways}>
              <span className="pt-row-body">
                <b>{t('ways.title')}</b>
                <span className="ac-muted">{t('ways.lead')}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
          <li>
            <Link className="pt-row" href={paths.notes}>
              <span className="pt-row-body">
                <b>{t('notes.title')}</b>
                <span className="ac-muted">{t('notes.note')}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        </ul>
      </section>
    </PortalShell>
  )
}
