import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { acknowledgeSchema, type HistoryAlarm } from '@accord/domain/rest/alarms'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ATTENTION_KEY } from '../attention.js'
import { refusalCode } from '../request-failure.js'
import { toasts } from '../toasts.js'
import { useWebMessages } from '../use-web-messages.js'
import { acknowledgeAlarm, ALARMS_KEY } from './alarms.js'

interface AcknowledgeDialogProps {
  readonly alarm: HistoryAlarm
  readonly names: string
  readonly onClose: () => void
}

/** Says that one knows, and what one did or will do about it. Nothing is hidden by it. (HI23) */
export function AcknowledgeDialog({ alarm, names, onClose }: AcknowledgeDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const form = useId()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const body = acknowledgeSchema.safeParse({ note })
  const saving = useMutation({
    mutationFn: () => acknowledgeAlarm(alarm.id, { note: note.trim() }),
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('alarm.acknowledged') })
      await queries.invalidateQueries({ queryKey: ALARMS_KEY })
      await queries.invalidateQueries({ queryKey: ATTENTION_KEY })
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (body.success) saving.mutate()
  }
  const isSaid = refusalCode(saving.error) === 'already-exists'
  return (
    <Dialog
      title={t('alarm.acknowledge.of', { names })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} isPending={saving.isPending}>
            {t('alarm.acknowledge')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} className="web-meeting-form" onSubmit={submit} noValidate>
        <p>{t('alarm.acknowledge.means')}</p>
        <TextField
          label={t('alarm.note')}
          description={t('alarm.note.hint')}
          lines={3}
          value={note}
          onChange={setNote}
          maxLength={1000}
          error={isAsked && !body.success ? t('alarm.note.missing') : undefined}
          autoFocus
        />
        {saving.error !== null && (
          <p className="ac-field-error" role="alert">
            <ErrorIcon size={16} />
            <span>{t(isSaid ? 'alarm.already' : 'save.server')}</span>
          </p>
        )}
      </form>
    </Dialog>
  )
}
