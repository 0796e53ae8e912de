import { Link } from 'react-aria-components'
import type { LookConcern } from '@accord/domain/rest/looks'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Somebody answered why they looked, or opened the record in an emergency; each row is its way to the record. (AC11, EM10) */
export function LookNews({ concerns }: { readonly concerns: readonly LookConcern[] }) {
  const t = usePortalMessages()
  if (concerns.length === 0) return null
  return (
    <ul className="pt-rows">
      {concerns.map(({ kind, look: { look, name } }) => (
        <li key={look}>
          <Link className="pt-row" href={paths.record}>
            <span className="pt-row-body">
              <b>{t(kind === 'emergency' ? 'home.emergency' : 'home.look-answered', { name })}</b>
              <span className="ac-muted">{t('home.looks.go')}</span>
            </span>
            <ForwardIcon size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
