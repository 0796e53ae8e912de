import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { AskBody, RecordLook } from '@accord/domain/rest/looks'
import type { PersonName } from '@accord/domain/sync/wire'
import { Sheet } from '@accord/ui/controls/sheet'
import { useFormat } from '@accord/ui/messages/use-format'
import { SayAboutLook } from '@accord/ui/looks/say-about-look'
import { looksKey } from '../../lib/looks.js'
import { firstName } from '../../lib/people.js'
import { failureOf, sendJson } from '../../lib/request.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface AskSheetProps {
  readonly caseId: CaseId
  readonly look: RecordLook
  /** Everybody in the case but the asker. */
  readonly others: readonly PersonName[]
  readonly onClose: () => void
}

/** Asks somebody why they looked. (AC11) */
export function AskSheet({ caseId, look, others, onClose }: AskSheetProps) {
  const t = usePortalMessages()
  const queries = useQueryClient()
  const format = useFormat()
  const { name, person } = look
  // Who supervises sees no looks but the ones of their own that are asked about. (AC10)
  const also = others.filter((one) => one.person !== person && one.relation !== 'supervisor')
  const readers = format.list(also.map((one) => firstName(one.name)))
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
        readers={
          also.length === 0
            ? t('record.ask.readersAlone', { name: firstName(name) })
            : t('record.ask.readers', { name: firstName(name), readers })
        }
        send={t('record.ask.send')}
        isSending={asking.isPending}
        trouble={asking.error === null ? null : isSaid ? 'already' : 'failed'}
        onSend={(text) => asking.mutate({ text })}
      />
    </Sheet>
  )
}
