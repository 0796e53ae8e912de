import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { SessionId } from '@accord/domain/ids'
import type { OwnReflection, ReflectionBody } from '@accord/domain/rest/reflection'
import type { SessionCard } from '@accord/domain/rest/session'
import { LONGEST_REFLECTION, REFLECTION_PARTS, type ReflectionWords } from '@accord/domain/session/reflection'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { getJson, putJson } from '../../lib/http.js'
import { refusalCode } from '../../lib/request-failure.js'
import { BringToSupervision } from '../../lib/take-to-supervision.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const address = (session: SessionId) => `/api/sessions/${session}/reflection`

const reflectionQuery = (session: SessionId) =>
  queryOptions({
    queryKey: ['reflection', session],
    queryFn: () => getJson<OwnReflection>(address(session)),
    // What is being written is not replaced by what is fetched anew; another tab's version is refused. (RF3)
    staleTime: Infinity,
  })

interface ReflectionProps {
  readonly card: SessionCard
  /** Of which session it is, where that is not the one before one's eyes. */
  readonly of?: string
}

/** How the practitioner was in a session: theirs alone, outside the record. Nothing is fetched before it is opened. (RF1, RF2) */
export function Reflection({ card, of }: ReflectionProps) {
  const t = useWebMessages()
  const [isOpen, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({ ...reflectionQuery(card.session), enabled: isOpen })
  return (
    <div className="web-reflection">
      <PrivatePaper
        title={of ?? t('reflection.title')}
        actions={
          !isOpen && (
            <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
              {t('reflection.open')}
            </Button>
          )
        }
      >
        {!isOpen && <p>{t('reflection.what')}</p>}
        {isOpen && data !== undefined && <ReflectionForm card={card} saved={data} />}
        {isOpen && data === undefined && error === null && <p role="status">{t('assume.opening')}</p>}
        {data === undefined && error !== null && (
          <p role="alert">
            {t('assume.failed')}{' '}
            <Button kind="quiet" size="small" onPress={() => void refetch()}>
              {t('assume.retry')}
            </Button>
          </p>
        )}
      </PrivatePaper>
    </div>
  )
}

interface ReflectionFormProps {
  readonly card: SessionCard
  readonly saved: OwnReflection
}

function ReflectionForm({ card, saved }: ReflectionFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [words, setWords] = useState<ReflectionWords>(saved)
  const saving = useMutation({
    mutationFn: (body: ReflectionBody) => putJson<OwnReflection>(address(card.session), body),
    onSuccess: (answer) => queries.setQueryData(reflectionQuery(card.session).queryKey, answer),
  })
  const isSaved = REFLECTION_PARTS.every((part) => words[part].trim() === saved[part])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { empathy, regard, congruence, reaction } = words
    if (!isSaved && !saving.isPending)
      saving.mutate({ after: saved.version, empathy, regard, congruence, reaction })
  }
  return (
    <form className="web-reflection-form" onSubmit={submit}>
      {REFLECTION_PARTS.map((part) => (
        <TextField
          key={part}
          label={t(`reflection.${part}`)}
          lines={2}
          value={words[part]}
          onChange={(said) => setWords({ ...words, [part]: said })}
          maxLength={LONGEST_REFLECTION}
        />
      ))}
      {saving.error !== null && (
        <p className="ac-field-error" role="alert">
          {t(refusalCode(saving.error) === 'words-changed' ? 'reflection.stale' : 'save.server')}
        </p>
      )}
      <div className="ac-row">
        <Button type="submit" size="small" isPending={saving.isPending} isDisabled={isSaved}>
          {t('reflection.keep')}
        </Button>
        <BringToSupervision caseId={card.caseId} people={card.people} words={words.reaction.trim()} />
      </div>
      <p className="ac-muted ac-small">{t('reflection.where')}</p>
    </form>
  )
}
