import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { failureOf } from '../request-failure.js'
import { useWebMessages } from '../use-web-messages.js'
import { addendaQuery } from './addenda.js'

/** Once a page: that nothing can be said of what was added, rather than that nothing was. (AD9) */
export function AddedTrouble({ caseId }: { readonly caseId: CaseId }) {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(addendaQuery(caseId))
  if (data !== undefined || error === null || isAnswer(error)) return null
  return (
    <p className="web-beside-trouble ac-muted ac-small">
      {t('beside.failed')}
      <Button kind="quiet" size="small" onPress={() => void refetch()}>
        {t('beside.again')}
      </Button>
    </p>
  )
}

/** Whoever may not ask is shown nothing of it. (AD2) */
function isAnswer(error: Error): boolean {
  const failure = failureOf(error)
  return failure.kind === 'refused' && [401, 403, 404].includes(failure.status)
}
