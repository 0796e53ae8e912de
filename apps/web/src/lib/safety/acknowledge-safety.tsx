import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { safetyAcknowledgeSchema } from '@accord/domain/rest/safety'
import { LONGEST_ACKNOWLEDGEMENT, type SafetyAlert } from '@accord/domain/safety/alert'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { givenName } from '../people.js'
import { refusalCode } from '../request-failure.js'
import { toasts } from '../toasts.js'
import { useWebMessages } from '../use-web-messages.js'
import { acknowledgeSafety, safetyAlertsQuery } from './safety.js'

interface AcknowledgeSafetyProps {
  readonly alert: SafetyAlert
  readonly onClose: () => void
}

/** Says that one knows, and in a sentence what one did. It stays with the answer, and tells nobody else any more. (SA3) */
export function AcknowledgeSafety({ alert, onClose }: AcknowledgeSafetyProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const form = useId()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const body = safetyAcknowledgeSchema.safeParse({ words })
  const saving = useMutation({
    mutationFn: () => acknowledgeSafety(alert.id, { words: words.trim() }),
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('safety.acknowledged') })
      await queries.invalidateQueries({ queryKey: safetyAlertsQuery.queryKey })
      await queries.invalidateQueries({ queryKey: ['measures', alert.caseId] })
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
      title={t('safety.acknowledge.of', { name: givenName(alert.clientName) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} isPending={saving.isPending}>
            {t('safety.acknowledge.save')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} className="web-meeting-form" onSubmit={submit} noValidate>
        <TextField
          label={t('safety.acknowledge.words')}
          description={t('safety.acknowledge.hint', { name: givenName(alert.clientName) })}
          lines={3}
          value={words}
          onChange={setWords}
          maxLength={LONGEST_ACKNOWLEDGEMENT}
          error={isAsked && !body.success ? t('safety.acknowledge.missing') : undefined}
          autoFocus
        />
        {saving.error !== null && (
          <p className="ac-field-error" role="alert">
            <ErrorIcon size={16} />
            <span>{t(isSaid ? 'safety.acknowledge.already' : 'save.server')}</span>
          </p>
        )}
      </form>
    </Dialog>
  )
}
