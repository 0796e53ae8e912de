import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** The way to what stands in the record, for saying what is not right. (AD1) */
export function ItemsLink() {
  const t = usePortalMessages()
  return (
    <div className="pt-rows">
      <Link className="pt-row" href={paths.inRecord}>
        <PenIcon size={22} />
        <span className="pt-row-body">
          <b>{t('addenda.open')}</b>
          <span className="ac-muted">{t('addenda.open.note')}</span>
        </span>
        <ForwardIcon size={20} />
      </Link>
    </div>
  )
}
