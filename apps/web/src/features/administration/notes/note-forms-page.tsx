import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoteTemplate } from '@accord/domain/note/template'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { BlankForms } from '../../../lib/blank-forms.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { noteFormsQuery } from '../../../lib/note-forms.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DeskEmpty } from '../desk-empty.js'
import { DeskFrame } from '../desk-frame.js'
import { draftOf, newTemplate, type TemplateDraft } from './template-draft.js'
import { TemplateForm } from './template-form.js'

/** The clinic's own forms for notes; nothing of any note. (NO4) */
export function NoteFormsPage() {
  const t = useWebMessages()
  const { data: forms, error, refetch } = useQuery(noteFormsQuery)
  const [open, setOpen] = useState<TemplateDraft | null>(null)
  return (
    <DeskFrame tab="notes" title={t('forms.title')}>
      <div className="ac-page web-checklist">
        <h1 className="ac-heading">{t('forms.title')}</h1>
        <p className="ac-muted">{t('forms.lead')}</p>
        {forms === undefined && error === null && <GoalSkeleton sentence={t('forms.loading')} />}
        {forms === undefined && error !== null && (
          <FailedPage error={error} what={t('forms.what')} onRetry={() => void refetch()} />
        )}
        {open !== null && (
          <TemplateForm key={`${open.template}${open.after}`} of={open} onDone={() => setOpen(null)} />
        )}
        {forms !== undefined && open === null && (
          <>
            {forms.templates.length === 0 && (
              <DeskEmpty title={t('forms.none')} sentence={t('forms.none.sentence')} />
            )}
            {forms.templates.length > 0 && (
              <ul className="web-sessions">
                {forms.templates.map((one) => (
                  <Row key={one.template} of={one} onOpen={() => setOpen(draftOf(one))} />
                ))}
              </ul>
            )}
            <p>
              <Button kind="primary" onPress={() => setOpen(newTemplate())}>
                {t('forms.new')}
              </Button>
            </p>
            <BlankForms />
          </>
        )}
      </div>
    </DeskFrame>
  )
}

function Row({ of, onOpen }: { readonly of: NoteTemplate; readonly onOpen: () => void }) {
  const t = useWebMessages()
  const format = useFormat()
  const whom =
    of.disciplines.length === 0
      ? t('forms.everybody')
      : format.list(of.disciplines.map((discipline) => t('discipline', { discipline })))
  return (
    <li className="web-session-row">
      <div className="ac-grow">
        <p className="ac-strong">{of.name}</p>
        <p className="ac-muted ac-small">
          {t('forms.facts', { whom, version: of.version, count: of.sections.length })}
        </p>
      </div>
      {of.retired && <Chip>{t('forms.isRetired')}</Chip>}
      <Button size="small" aria-label={t('forms.change.of', { name: of.name })} onPress={onOpen}>
        {t('forms.change')}
      </Button>
    </li>
  )
}
