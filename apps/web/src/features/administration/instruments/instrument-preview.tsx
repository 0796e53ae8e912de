import type { FhirQuestionnaire } from '@accord/domain/measure/fhir-questionnaire'
import type { ScoringDefinition } from '@accord/domain/measure/questionnaire'
import { questionsOf, type Question } from '@accord/domain/measure/question'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface InstrumentPreviewProps {
  readonly questionnaire: FhirQuestionnaire
  readonly scoring: ScoringDefinition
}

/** What a client would be asked, and what becomes of it. (ME8) */
export function InstrumentPreview({ questionnaire, scoring }: InstrumentPreviewProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { items, method, reversed = [], mostMissing, bands = [], alerts = [] } = scoring
  return (
    <div className="web-preview">
      <ol>
        {questionsOf(questionnaire).map((question) => (
          <li key={question.linkId}>
            {question.lead !== null && <span className="ac-muted ac-small">{question.lead} </span>}
            <span dir="auto">{question.text}</span>
            <span className="ac-muted ac-small">
              <Offered question={question} />
            </span>
            {!items.includes(question.linkId) && (
              <span className="ac-muted ac-small">{t('instruments.unscored')}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="ac-small">
        {t('instruments.scored', {
          method: method === 'mean' ? 'mean' : 'other',
          count: items.length,
          missing: mostMissing,
          reversed: reversed.length,
        })}{' '}
        {bands.length > 0 &&
          t('instruments.bands', {
            bands: format.list(bands.map(({ code, from, to }) => `${code} ${from}–${to}`)),
          })}{' '}
        {alerts.length > 0 && t('instruments.alerts', { items: format.list(alerts.map(({ item }) => item)) })}
      </p>
    </div>
  )
}

function Offered({ question }: { readonly question: Question }) {
  const t = useWebMessages()
  if (question.kind === 'scale') {
    const { min, max, low, high } = question
    return t('instruments.scale', { min, max, low, high })
  }
  return question.options
    .map(({ value, label }) => (label === String(value) ? label : `${label} (${value})`))
    .join(' · ')
}
