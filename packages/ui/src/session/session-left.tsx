import type { ReactNode } from 'react'
import type { PersonId } from '@accord/domain/ids'
import type { ClosingLine, SessionSummaryAnswer } from '@accord/domain/rest/session'
import type { PersonName } from '@accord/domain/sync/wire'
import { OpenSealIcon } from '../icons/open-seal-icon.js'
import { PenIcon } from '../icons/pen-icon.js'
import { CheckIcon } from '../icons/check-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { changeSentence, nextSentence, standingSentence, type SummaryReader } from './summary-sentences.js'

interface SessionLeftProps {
  readonly answer: SessionSummaryAnswer
  readonly closing: ClosingLine | null
  readonly people: readonly PersonName[]
  readonly viewer: PersonId
  /** The way to the changes one by one. */
  readonly more?: ReactNode
}

/** Where a session was left, in a sentence each: what changed, what is agreed, who does what. (SE12) */
export function SessionLeft({ answer, closing, people, viewer, more }: SessionLeftProps) {
  const t = useUiMessages()
  const format = useFormat()
  const reader: SummaryReader = { t, format, people, viewer, now: new Date() }
  const { changes = [], standings = [], next = [] } = answer.summary ?? {}
  const relationOf = (who: readonly PersonId[]) => people.find(({ person }) => person === who[0])?.relation
  return (
    <div className="ac-left">
      <Part icon={<PenIcon />} title={t('inSession.left.changed')}>
        {changes.length === 0 && <p className="ac-muted">{t('inSession.left.nothing')}</p>}
        {changes.map((change, index) => (
          <p key={index} dir="auto">
            {changeSentence(reader, change)}
          </p>
        ))}
        <p className="ac-left-note">
          {t('inSession.left.entries', { count: answer.entries })} {more}
        </p>
      </Part>
      <Part icon={<OpenSealIcon size={26} />} title={t('inSession.left.agreed')}>
        {standings.length === 0 && <p className="ac-muted">{t('inSession.left.noGoal')}</p>}
        {standings.map((standing) => (
          <p key={standing.goal} dir="auto" data-quiet={standing.isNew ? undefined : ''}>
            {standingSentence(reader, standing)}
          </p>
        ))}
      </Part>
      <Part icon={<CheckIcon />} title={t('inSession.left.next')}>
        {next.length === 0 && <p className="ac-muted">{t('inSession.left.noStep')}</p>}
        {next.map((step, index) => (
          <p key={index} dir="auto" data-relation={relationOf(step.who)} className="ac-left-step">
            {nextSentence(reader, step)}
          </p>
        ))}
      </Part>
      {closing !== null && closing.words !== '' && (
        <blockquote className="ac-left-closing" dir="auto">
          {closing.words}
        </blockquote>
      )}
    </div>
  )
}

interface PartProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
}

function Part({ icon, title, children }: PartProps) {
  return (
    <section className="ac-left-part">
      <span className="ac-left-icon">{icon}</span>
      <h2>{title}</h2>
      <div className="ac-left-said">{children}</div>
    </section>
  )
}
