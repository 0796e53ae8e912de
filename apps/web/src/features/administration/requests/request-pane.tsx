import { useState } from 'react'
import { isWaiting, mayExtend } from '@accord/domain/privacy/request'
import type { DeskRequest } from '@accord/domain/rest/requests'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { CaseCard } from './case-card.js'
import { clockAt, useClockWords } from './clock-words.js'
import { DeedDialog } from './deed-dialog.js'
import type { Asked } from './asked.js'

interface RequestPaneProps {
  readonly request: DeskRequest
  /** The server's time, in ms. */
  readonly at: number
}

/** One request: what was said, what it is about, and what the practice does. */
export function RequestPane({ request, at }: RequestPaneProps) {
  const t = useWebMessages()
  const format = useFormat()
  const [asked, setAsked] = useState<Asked | null>(null)
  const now = new Date(at)
  const { person, kind, words, extension, answer, about, receivedAt, dueAt } = request
  return (
    <section className="web-requests-pane" aria-label={t('requests.one')}>
      <header className="web-requests-head">
        <h2 className="ac-heading">{t('requests.asks', { name: person.name, kind })}</h2>
        <Standing request={request} at={at} />
      </header>
      <p className="ac-muted ac-small">
        {t('requests.dates', {
          received: format.day(new Date(receivedAt), now),
          due: format.day(new Date(dueAt), now),
        })}
      </p>
      <blockquote className="web-requests-words">{words === '' ? t('requests.wordsGone') : words}</blockquote>
      {isWaiting(request.state) && (
        <p className="ac-muted ac-small">{t('requests.what.explained', { kind })}</p>
      )}
      {extension !== null && (
        <Said
          name={t('requests.extended', { day: format.day(new Date(extension.at), now) })}
          words={extension.reason}
        />
      )}
      {answer !== null && (
        <Said
          name={t('requests.answered', {
            outcome: answer.outcome,
            day: format.day(new Date(answer.at), now),
          })}
          words={answer.words}
        />
      )}
      {about.length > 0 && <h3 className="ac-label">{t('requests.about', { count: about.length })}</h3>}
      {about.map((one) => (
        <CaseCard key={one.caseId} request={request} about={one} now={now} onAsk={setAsked} />
      ))}
      {about.length === 0 && <p className="ac-small">{t('requests.noCase', { name: person.name })}</p>}
      {isWaiting(request.state) && <Acts request={request} at={at} onAsk={setAsked} />}
      {asked !== null && <DeedDialog request={request} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Standing({ request, at }: RequestPaneProps) {
  const t = useWebMessages()
  const format = useFormat()
  const words = useClockWords()
  const clock = clockAt(request, at)
  if (clock === null) {
    const day = format.day(new Date(request.answer?.at ?? request.receivedAt), new Date(at))
    return <Chip>{t('requests.state', { state: request.state, day })}</Chip>
  }
  const tone = ({ overdue: 'danger', soon: 'attention', 'in-time': 'quiet' } as const)[clock.standing]
  return <Chip tone={tone}>{words(clock)}</Chip>
}

function Said({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <div className="web-requests-said">
      <p className="ac-strong ac-small">{name}</p>
      <p>{words}</p>
    </div>
  )
}

function Acts({ request, at, onAsk }: RequestPaneProps & { readonly onAsk: (asked: Asked) => void }) {
  const t = useWebMessages()
  return (
    <div className="web-desk-actions">
      <Button kind="primary" onPress={() => onAsk({ kind: 'grant' })}>
        {t('requests.do.grant')}
      </Button>
      <Button onPress={() => onAsk({ kind: 'refuse' })}>{t('requests.do.refuse')}</Button>
      {mayExtend(request.state, request.receivedAt, at) && (
        <Button onPress={() => onAsk({ kind: 'extend' })}>{t('requests.do.extend')}</Button>
      )}
    </div>
  )
}
