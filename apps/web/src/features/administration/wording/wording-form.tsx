import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { WordingBody } from '@accord/domain/rest/wording'
import {
  isExpression,
  LONGEST_EXPRESSION,
  LONGEST_INSTEAD,
  LONGEST_WORDING_REASON,
} from '@accord/domain/wording/expression'
import { Button } from '@accord/ui/controls/button'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { toasts } from '../../../lib/toasts.js'
import { languageNamed } from '../../../lib/languages.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { decideWording, wordingQuery } from '../../../lib/wording.js'
import { SaveTrouble } from '../save-trouble.js'

export type WordDraft = WordingBody

export const NEW_WORD: WordDraft = { act: 'add', language: 'en', words: '', instead: '', reason: '' }

/** The languages of the apps. */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'ar'] as const
const ACTS = ['add', 'leave'] as const

interface WordingFormProps {
  readonly draft: WordDraft
  readonly onDraft: (draft: WordDraft) => void
}

/** One decision about one word. (WC6) */
export function WordingForm({ draft, onDraft }: WordingFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [isTried, setTried] = useState(false)
  const deciding = useMutation({
    mutationFn: decideWording,
    onSuccess: (answer) => {
      queries.setQueryData(wordingQuery.queryKey, answer)
      toasts.add({ kind: 'done', words: t('desk.wording.done') })
      setTried(false)
      onDraft({ ...NEW_WORD, language: draft.language })
    },
  })
  const isThere = isExpression(draft.words.trim())
  const hasReason = draft.reason.trim() !== ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isThere || !hasReason || deciding.isPending) return
    deciding.mutate({ ...draft, instead: draft.act === 'add' ? draft.instead : '' })
  }
  return (
    <form className="web-policy-form" id="wording-form" onSubmit={submit} noValidate>
      <section aria-labelledby="wording-decide" className="web-wording-form">
        <h2 className="ac-subheading" id="wording-decide">
          {t('desk.wording.decide')}
        </h2>
        <OnePill
          label={t('desk.wording.act')}
          choices={ACTS.map((id) => ({ id, label: t(`desk.wording.doing.${id}`) }))}
          chosen={draft.act}
          onChoose={(act) => onDraft({ ...draft, act })}
        />
        <OnePill
          label={t('desk.wording.language')}
          choices={LANGUAGES.map((id) => ({ id, label: languageNamed(id) }))}
          chosen={LANGUAGES.find((id) => id === draft.language) ?? null}
          onChoose={(language) => onDraft({ ...draft, language })}
        />
        <TextField
          label={t('desk.wording.words')}
          description={t('desk.wording.words.hint')}
          value={draft.words}
          onChange={(words) => onDraft({ ...draft, words })}
          maxLength={LONGEST_EXPRESSION}
          autoComplete="off"
          error={isTried && !isThere ? t('desk.wording.words.missing') : undefined}
        />
        {draft.act === 'add' && (
          <TextField
            label={t('desk.wording.instead')}
            description={t('desk.wording.instead.hint')}
            value={draft.instead}
            onChange={(instead) => onDraft({ ...draft, instead })}
            maxLength={LONGEST_INSTEAD}
            autoComplete="off"
          />
        )}
        <TextField
          label={t('desk.wording.reason')}
          value={draft.reason}
          onChange={(reason) => onDraft({ ...draft, reason })}
          maxLength={LONGEST_WORDING_REASON}
          error={isTried && !hasReason ? t('desk.wording.reason.missing') : undefined}
        />
      </section>
      <SaveTrouble error={deciding.error} />
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={deciding.isPending}>
          {t('desk.wording.do')}
        </Button>
      </div>
    </form>
  )
}
