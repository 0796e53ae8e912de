import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { ConsentPoint } from '@accord/domain/consent/text'
import { LONGEST_CONSENT, type ConsentText, type ConsentTextBody } from '@accord/domain/rest/consent'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { consentTextsQuery, saveConsentText } from '../api/consent-texts.js'
import { SaveTrouble } from '../save-trouble.js'
import { PointFields } from './point-fields.js'

/** New words over the ones that count now; whoever signed the old ones is asked again. (CO1, CO5) */
export function ConsentTextForm({ text }: { readonly text: ConsentText }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [title, setTitle] = useState(text.title)
  const [words, setWords] = useState(text.words)
  const [points, setPoints] = useState(text.points)
  const [reason, setReason] = useState('')
  const body = bodyOf({ over: text.version, title, words, points: [...points], reason })
  const isTheSame =
    title === text.title && words === text.words && JSON.stringify(points) === JSON.stringify(text.points)
  const saving = useMutation({
    mutationFn: (made: ConsentTextBody) => saveConsentText(text.purpose, made),
    onSuccess: (texts) => {
      queries.setQueryData(consentTextsQuery.queryKey, texts)
      toasts.add({ kind: 'done', words: t('texts.saved') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (body !== null && !isTheSame) saving.mutate(body)
  }
  const isStale = refusalCode(saving.error) === 'words-changed'
  return (
    <form className="web-policy-form web-text-form" onSubmit={submit} noValidate>
      <TextField
        label={t('texts.field.title')}
        maxLength={LONGEST_CONSENT.title}
        value={title}
        onChange={setTitle}
      />
      <TextField
        label={t('texts.field.words')}
        lines={6}
        maxLength={LONGEST_CONSENT.words}
        value={words}
        onChange={setWords}
      />
      {text.purpose === 'limits' && <PointFields points={points} onChange={setPoints} />}
      <TextField
        label={t('texts.field.reason')}
        description={t('texts.field.reason.hint')}
        maxLength={LONGEST_CONSENT.title}
        value={reason}
        onChange={setReason}
      />
      {isStale ? (
        <p className="ac-field-error" role="alert">
          {t('texts.stale')}
        </p>
      ) : (
        <SaveTrouble error={saving.error} />
      )}
      <div className="web-desk-actions">
        <Button
          kind="primary"
          type="submit"
          isPending={saving.isPending}
          isDisabled={isTheSame || body === null}
        >
          {t('texts.save')}
        </Button>
        <span className="ac-muted ac-small" role="status">
          {t(isTheSame ? 'texts.same' : body === null ? 'texts.missing' : 'texts.asksAgain')}
        </span>
      </div>
    </form>
  )
}

/** Null while something is missing. */
function bodyOf({ over, ...said }: ConsentTextBody): ConsentTextBody | null {
  const clean = (words: string) => cleanText(words).trim()
  const points = said.points.map((point: ConsentPoint) => ({
    title: clean(point.title),
    words: clean(point.words),
  }))
  const made = { title: clean(said.title), words: clean(said.words), reason: clean(said.reason) }
  const all = [made.title, made.words, made.reason, ...points.flatMap((point) => [point.title, point.words])]
  return all.includes('') ? null : { over, ...made, points }
}
