import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import type { MeasureThreshold } from '@accord/domain/measure/thresholds'
import { thresholdSchema } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { saveThreshold, thresholdsQuery } from '../api/measures.js'
import { SaveTrouble } from '../save-trouble.js'

interface ThresholdDialogProps {
  readonly row: MeasureThreshold
  /** The edition that is changed; 0 for the default. */
  readonly over: number
  readonly title: string
  readonly onClose: () => void
}

/** A new edition from now on, with its source and a reason; the one before it stays to be read. (ME3) */
export function ThresholdDialog({ row, over, title, onClose }: ThresholdDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const form = useId()
  const queries = useQueryClient()
  const [value, setValue] = useState(String(row.value))
  const [citation, setCitation] = useState(row.citation)
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const { instrument, version, population, use } = row
  const typed = Number(value.replace(',', '.'))
  const body = thresholdSchema.safeParse({
    ...{ instrument, version, population, use, over, citation, reason },
    value: value.trim() === '' ? Number.NaN : typed,
  })
  const wrong = (field: string) => isAsked && body.error?.issues.some(({ path }) => path[0] === field)
  const saving = useMutation({
    mutationFn: async () => (body.success ? saveThreshold(body.data) : null),
    onSuccess: (page) => {
      if (page !== null) queries.setQueryData(thresholdsQuery.queryKey, page)
      toasts.add({ kind: 'done', words: t('thresholds.saved') })
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (body.success) saving.mutate()
  }
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <Dialog
      title={t('thresholds.dialog', { what: title })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} isPending={saving.isPending}>
            {t('thresholds.save')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} className="web-meeting-form" onSubmit={submit} noValidate>
        <p className="ac-muted ac-small">{t('thresholds.dialog.lead', { population })}</p>
        <TextField
          label={t(`thresholds.use.${use}`)}
          inputMode="decimal"
          value={value}
          onChange={setValue}
          error={wrong('value') ? t('thresholds.wrong.value') : undefined}
          autoFocus
        />
        <TextField
          label={t('thresholds.citation')}
          lines={2}
          value={citation}
          onChange={setCitation}
          maxLength={500}
          error={wrong('citation') ? t('thresholds.wrong.citation') : undefined}
        />
        <TextField
          label={t('thresholds.reason')}
          lines={2}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={wrong('reason') ? t('thresholds.wrong.reason') : undefined}
        />
        {isStale ? (
          <p className="ac-field-error" role="alert">
            {t('thresholds.stale')}
          </p>
        ) : (
          <SaveTrouble error={saving.error} />
        )}
      </form>
    </Dialog>
  )
}
