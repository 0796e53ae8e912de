import { CheckIcon } from '@accord/ui/icons/check-icon'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../lib/use-web-messages.js'
import type { DraftSaving } from './draft-keeper.js'

/** What became of the words, said beside the forms. (NO7) */
export function SavedWords({ saving }: { readonly saving: DraftSaving }) {
  const t = useWebMessages()
  const format = useFormat()
  const isTrouble = ['not-saved', 'too-long', 'conflict'].includes(saving.kind)
  return (
    <span
      className="ac-saved"
      data-kind={isTrouble ? 'not-saved' : 'saved'}
      role={isTrouble ? 'alert' : 'status'}
    >
      {saving.kind === 'saved' && <CheckIcon size={15} />}
      {saving.kind === 'not-saved' && <CloudOffIcon size={15} />}
      {saving.kind === 'saved'
        ? t('note.saved', { time: format.time(new Date(saving.at)) })
        : t(`note.saving.${saving.kind}`)}
    </span>
  )
}
