import { ButtonLink } from '@accord/ui/controls/link'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { addressOf } from './caseload-address.js'
import type { CaseloadPage, CaseloadView } from './caseload-view.js'

interface CaseloadPagesProps {
  readonly view: CaseloadView
  readonly shown: CaseloadPage
}

/** Where this page stands among all, and the way to the one before and after it. */
export function CaseloadPages({ view, shown: { page, pages, from, rows, total } }: CaseloadPagesProps) {
  const t = useWebMessages()
  if (pages === 1) return null
  return (
    <nav className="web-pages" aria-label={t('caseload.pages')}>
      <p className="ac-muted ac-small">{t('caseload.range', { from, to: from + rows.length - 1, total })}</p>
      {page > 1 && (
        <ButtonLink size="small" href={addressOf({ ...view, page: page - 1 })}>
          {t('caseload.previous')}
        </ButtonLink>
      )}
      {page < pages && (
        <ButtonLink size="small" href={addressOf({ ...view, page: page + 1 })}>
          {t('caseload.next')}
        </ButtonLink>
      )}
    </nav>
  )
}
