import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { readInstrument, type ReadOrProblems } from '@accord/domain/measure/import-instrument'
import type { Problem } from '@accord/domain/measure/problems'
import { instrumentSchema, type InstrumentCard } from '@accord/domain/rest/instruments'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { bringInstrument, instrumentsQuery } from '../api/measures.js'
import { SaveTrouble } from '../save-trouble.js'
import { InstrumentPreview } from './instrument-preview.js'
import { LicenceFields, NO_LICENCE } from './licence-fields.js'
import { SCORING_EXAMPLE } from './scoring-example.js'

interface BringFormProps {
  readonly instruments: readonly InstrumentCard[]
  readonly onClose: () => void
}

const NEW = 'new'

/** First what is wrong, path by path, or what it will look like; then that the clinic may use it; then it is there. (ME8) */
export function BringForm({ instruments, onClose }: BringFormProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const queries = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [of, setOf] = useState(NEW)
  const [edition, setEdition] = useState('1')
  const [words, setWords] = useState('')
  const [scoring, setScoring] = useState(SCORING_EXAMPLE)
  const [licence, setLicence] = useState(NO_LICENCE)
  const [read, setRead] = useState<ReadOrProblems | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const own = new Map(
    instruments.filter(({ isBuiltIn }) => !isBuiltIn).map((one) => [one.instrument, one.title]),
  )
  const ready = read !== null && !('problems' in read) ? read : null
  const expiresOn = licence.expiresOn === '' ? null : licence.expiresOn
  const body = instrumentSchema.safeParse({
    ...{ of: of === NEW ? null : of, edition, questionnaire: ready?.questionnaire, scoring: ready?.scoring },
    attestation: { ...licence, expiresOn },
  })
  const bringing = useMutation({
    mutationFn: async () => (body.success ? bringInstrument(body.data) : null),
    onSuccess: (page) => {
      if (page !== null) queries.setQueryData(instrumentsQuery.queryKey, page)
      toasts.add({ kind: 'done', words: t('instruments.brought') })
      onClose()
    },
  })
  const write = (set: (text: string) => void) => (text: string) => {
    set(text)
    setRead(null)
  }
  const bring = () => {
    setIsAsked(true)
    if (body.success) bringing.mutate()
  }
  return (
    <section className="web-bring" aria-label={t('instruments.bring')}>
      <div className="web-desk-form" data-wide="">
        {own.size > 0 && (
          <ChoiceField
            label={t('instruments.of')}
            choices={[
              { id: NEW, label: t('instruments.of.new') },
              ...[...own].map(([id, label]) => ({ id, label })),
            ]}
            chosen={of}
            onChoose={setOf}
          />
        )}
        <TextField label={t('instruments.edition')} value={edition} onChange={setEdition} maxLength={40} />
        <TextField
          label={t('instruments.questionnaire')}
          description={t('instruments.questionnaire.hint')}
          lines={8}
          value={words}
          onChange={write(setWords)}
          spellCheck="false"
        />
        <input
          ref={file}
          type="file"
          accept=".json,application/json,application/fhir+json"
          hidden
          aria-label={t('instruments.file')}
          onChange={(event) => void event.target.files?.[0]?.text().then(write(setWords))}
        />
        <TextField
          label={t('instruments.scoring')}
          description={t('instruments.scoring.hint')}
          lines={10}
          value={scoring}
          onChange={write(setScoring)}
          spellCheck="false"
        />
        <div className="web-desk-actions">
          <Button kind={ready ? 'secondary' : 'primary'} onPress={() => setRead(readBoth(words, scoring))}>
            {t('instruments.check')}
          </Button>
          <Button onPress={() => file.current?.click()}>{t('instruments.choose')}</Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </div>
        {read !== null && 'problems' in read && <Problems problems={read.problems} />}
        {ready !== null && (
          <>
            <h2 className="ac-subheading" role="status">
              {t('instruments.fits', { title: ready.questionnaire.title })}
            </h2>
            <InstrumentPreview {...ready} />
            <LicenceFields licence={licence} onChange={setLicence} isAsked={isAsked && !body.success} />
            <SaveTrouble error={bringing.error} />
            <div className="web-desk-actions">
              <Button kind="primary" isPending={bringing.isPending} onPress={bring}>
                {t('instruments.bringIn')}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useWebMessages()
  return (
    <div role="alert" className="web-problems">
      <p className="ac-strong">{t('instruments.problems', { count: problems.length })}</p>
      <ul className="ac-small">
        {problems.map((problem, at) => (
          <li key={at}>
            <code>{problem.path === '' ? t(`instruments.whole.${problem.in}`) : problem.path}</code>{' '}
            {t(`instruments.problem.${problem.code}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Two texts as JSON; which of them is none is said as a problem of its own. */
function readBoth(questionnaire: string, scoring: string): ReadOrProblems {
  const [first, second] = [parsed(questionnaire), parsed(scoring)]
  const broken = [
    ...(first === undefined ? [{ in: 'questionnaire', path: '', code: 'not-json' } as const] : []),
    ...(second === undefined ? [{ in: 'scoring', path: '', code: 'not-json' } as const] : []),
  ]
  return broken.length > 0 ? { problems: broken } : readInstrument(first, second)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
