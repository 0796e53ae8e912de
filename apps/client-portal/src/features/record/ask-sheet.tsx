import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { AskBody, RecordLook } from '@accord/domain/rest/looks'
import { Sheet } from '@accord/ui/controls/sheet'
import { SayAboutLook } from '@accord/ui/looks/say-about-look'
import { looksKey } from '../../lib/looks.js'
import { failureOf, sendJson } from '../../lib/request.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface AskSheetProps {
  readonly caseId: CaseId
  readonly look: RecordLook
  readonly onClose: () => void
}

/** Asks somebody why they looked. (AC11) */
export function AskSheet({ caseId, look, onClose }: AskSheetProps) {
  const t = usePortalMessages()
  const queries = useQueryClient()
  const { name } = look
  const asking = useMutation({
    mutationFn: (body: AskBody) => sendJson(`/api/cases/${caseId}/looks/${look.look}/question`, body),
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('record.asked', { name }) })
      await queries.invalidateQueries({ queryKey: looksKey(caseId) })
      onClose()
    },
  })
  const failure = asking.error && failureOf(asking.error)
  const isSaid = failure?.kind === 'refused' && failure.code === 'already-exists'
  return (
    <Sheet title={t('record.ask.title', { name })} isOpen onClose={onClose}>
      <SayAboutLook
        label={t('record.ask.label')}
        readers={t('record.ask.readers', { name })}
        send={t('record.ask.send')}
        isSending={asking.isPending}
        trouble={asking.error === null ? null : isSaid ? 'already' : 'failed'}
        onSend={(text) => asking.mutate({ text })}
      />
    </Sheet>
  )
}
