import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { DISCIPLINES } from '@accord/domain/case/discipline'
import { LONGEST_HELP, LONGEST_TITLE, type TemplateSection } from '@accord/domain/note/template'
import { Button } from '@accord/ui/controls/button'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { IconButton } from '@accord/ui/controls/icon-button'
import { TextField } from '@accord/ui/controls/text-field'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { noteFormsQuery } from '../../../lib/note-forms.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { saveTemplate } from '../api/note-forms.js'
import { isWhole, newSection, type TemplateDraft } from './template-draft.js'

interface TemplateFormProps {
  readonly of: TemplateDraft
  readonly onDone: () => void
}

/** A form of the clinic's own: what it is called, for whom, and its sections. (NO4) */
export function TemplateForm({ of, onDone }: TemplateFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(of)
  const saving = useMutation({
    mutationFn: (wish: TemplateDraft) =>
      saveTemplate({
        ...wish,
        disciplines: [...wish.disciplines],
        sections: wish.sections.map(({ id, title, help }) => ({
          id,
          title: title.trim(),
          help: help.trim(),
        })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(noteFormsQuery)
      toasts.add({ kind: 'done', words: t('forms.saved') })
      onDone()
    },
  })
  const change = (part: Partial<TemplateDraft>) => setDraft({ ...draft, ...part })
  const changeSection = (id: string, part: Partial<TemplateSection>) =>
    change({ sections: draft.sections.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isWhole(draft) && !saving.isPending) saving.mutate(draft)
  }
  return (
    <form className="web-checklist-form" onSubmit={submit}>
      <TextField
        label={t('forms.name')}
        value={draft.name}
        maxLength={LONGEST_TITLE}
        onChange={(name) => change({ name })}
      />
      <ManyPills
        label={t('forms.disciplines')}
        description={t('forms.disciplines.all')}
        choices={DISCIPLINES.map((id) => ({ id, label: t('discipline', { discipline: id }) }))}
        chosen={draft.disciplines}
        onChoose={(disciplines) => change({ disciplines })}
      />
      <fieldset className="web-form-sections">
        <legend className="ac-label">{t('forms.sections')}</legend>
        {draft.sections.map(({ id, title, help }, at) => (
          <div key={id}>
            <TextField
              label={t('forms.section', { number: at + 1 })}
              value={title}
              maxLength={LONGEST_TITLE}
              onChange={(next) => changeSection(id, { title: next })}
            />
            <TextField
              label={t('forms.help')}
              value={help}
              maxLength={LONGEST_HELP}
              onChange={(next) => changeSection(id, { help: next })}
            />
            <IconButton
              label={t('forms.section.remove', { number: at + 1 })}
              isDisabled={draft.sections.length === 1}
              onPress={() => change({ sections: draft.sections.filter((one) => one.id !== id) })}
            >
              <CloseIcon size={16} />
            </IconButton>
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusIcon size={16} />}
          isDisabled={draft.sections.length >= 12}
          onPress={() => change({ sections: [...draft.sections, newSection()] })}
        >
          {t('forms.section.add')}
        </Button>
      </fieldset>
      {of.after > 0 && (
        <ManyPills
          label={t('forms.offer')}
          choices={[{ id: 'retired', label: t('forms.retired') }]}
          chosen={draft.retired ? ['retired'] : []}
          onChoose={(chosen) => change({ retired: chosen.length > 0 })}
        />
      )}
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t(refusalCode(saving.error) === 'words-changed' ? 'forms.stale' : 'save.server')}</span>
        </p>
      )}
      <div className="web-session-acts">
        <Button kind="primary" type="submit" isPending={saving.isPending} isDisabled={!isWhole(draft)}>
          {t('forms.save')}
        </Button>
        <Button onPress={onDone}>{t('forms.leave')}</Button>
      </div>
    </form>
  )
}
