import type { ReactNode } from 'react'
import type { LookInEmergency, RecordLook } from '@accord/domain/rest/looks'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Avatar } from '../presence/avatar.js'
import { lookSentence, lookTimes } from './look-sentence.js'

interface LookRowProps {
  readonly look: RecordLook
  readonly now: Date
  /** Whose eyes read it: what they asked themselves is said as theirs. */
  readonly viewer: string
  /** The one act, where there is one. */
  readonly act?: ReactNode
}

/** One look at a record, with what was asked about it and answered. (AC10, AC11) */
export function LookRow({ look, now, viewer, act }: LookRowProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { name, relation, question } = look
  const said = (at: number) => format.moment(new Date(at), now)
  return (
    <li className="ac-look">
      <Avatar name={name} relation={relation} isPresent />
      <div className="ac-look-body">
        <p className="ac-look-what" dir="auto">
          {lookSentence(t, look)}
        </p>
        <p className="ac-muted ac-small">{lookTimes(t, format, look, now)}</p>
        {look.emergency !== null && <InEmergency look={look} emergency={look.emergency} said={said} />}
        {question !== null && (
          <p className="ac-look-said" dir="auto">
            {t(question.by === viewer ? 'looks.askedYou' : 'looks.asked', {
              name: question.name,
              when: said(question.at),
              words: question.text,
            })}
          </p>
        )}
        {question?.answer && (
          <p className="ac-look-said" dir="auto">
            {t('looks.answered', {
              name: question.answer.name,
              when: said(question.answer.at),
              words: question.answer.text,
            })}
          </p>
        )}
        {question !== null && question.answer === null && (
          <p className="ac-muted ac-small">{t('looks.waits', { name })}</p>
        )}
      </div>
      {act}
    </li>
  )
}

interface InEmergencyProps {
  readonly look: RecordLook
  readonly emergency: LookInEmergency
  readonly said: (at: number) => string
}

/** What was opened, why in their words, and what a supervisor said of it. (EM10) */
function InEmergency({ look: { name }, emergency, said }: InEmergencyProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { parts, reason: words, review } = emergency
  return (
    <>
      <p className="ac-small">
        {t('looks.emergency.parts', {
          parts: format.list(parts.map((part) => t(`looks.emergency.part.${part}`))),
        })}
      </p>
      <p className="ac-look-said" dir="auto">
        {t('looks.emergency.why', { name, words })}
      </p>
      <p className="ac-muted ac-small">
        {review === null
          ? t('looks.emergency.awaits')
          : t('looks.emergency.reviewed', {
              name: review.name,
              when: said(review.at),
              isInOrder: review.outcome === 'in-order' ? 'yes' : 'other',
            })}
      </p>
    </>
  )
}
