import type { CaseId } from '@accord/domain/ids'
import { TakePaper } from '@accord/ui/ending/take-paper'
import { takeAccounting } from '../../lib/consents.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What outsiders were told that has to be accounted for, on paper. (CO10) */
export function TakeAccounting({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  return (
    <div className="pt-take-accounting">
      <p className="ac-muted ac-small">{t('told.accounting.what')}</p>
      <TakePaper file="accounting.pdf" take={(paper) => takeAccounting(caseId, paper)} />
    </div>
  )
}
