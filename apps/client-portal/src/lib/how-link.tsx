import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { HistoryIcon } from '@accord/ui/icons/history-icon'
import { usePortalMessages } from './use-portal-messages.js'

/** The way to how a goal, or all of them, came to be. (RP17) */
export function HowLink({ href }: { readonly href: string }) {
  const t = usePortalMessages()
  return (
    <div className="pt-rows pt-how-link">
      <Link className="pt-row" href={href}>
        <HistoryIcon size={22} />
        <span className="pt-row-body">
          <b>{t('how.open')}</b>
          <span className="ac-muted">{t('how.open.note')}</span>
        </span>
        <ForwardIcon size={20} />
      </Link>
    </div>
  )
}
