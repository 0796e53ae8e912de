import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { checklistItemsSchema, type ReviewChecklist } from '@accord/domain/review/checklist'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { refusalCode } from './request-failure.js'
import { checklistQuery, saveChecklist } from './review-checklist.js'
import { toasts } from './toasts.js'
import { useWebMessages } from './use-web-messages.js'

interface ChecklistFormProps {
  readonly checklist: ReviewChecklist
  readonly onSaved?: () => void
}

/** What a review asks, a line for each; every edit is a new version, and signed ones keep their words. (RV12) */
export function ChecklistForm({ checklist, onSaved }: ChecklistFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [words, setWords] = useState(checklist.items.join('\n'))
  const lines = words.split('\n').map((line) => line.trim())
  const items = checklistItemsSchema.safeParse(lines.filter((line) => line !== ''))
  const saving = useMutation({
    mutationFn: saveChecklist,
    onSuccess: async (saved) => {
      queries.setQueryData(checklistQuery.queryKey, saved)
      toasts.add({ kind: 'done', words: t('checklist.saved') })
      onSaved?.()
      await queries.invalidateQueries({ queryKey: ['review'] })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (items.success) saving.mutate({ over: checklist.version, items: items.data })
  }
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <form className="web-checklist-form" onSubmit={submit}>
      <TextField
        label={t('checklist.label')}
        description={t('checklist.hint')}
        error={items.success ? undefined : t('checklist.tooLong')}
        lines={8}
        value={words}
        onChange={setWords}
      />
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t(isStale ? 'checklist.stale' : 'save.server')}</span>
        </p>
      )}
      <div>
        <Button kind="primary" type="submit" isPending={saving.isPending}>
          {t('checklist.save')}
        </Button>
      </div>
    </form>
  )
}
