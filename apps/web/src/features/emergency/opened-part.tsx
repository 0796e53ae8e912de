import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { EmergencyPart } from '@accord/domain/emergency/opening'
import type {
  EmergencyGoals,
  EmergencyNote,
  EmergencyRead,
  EmergencySafety,
} from '@accord/domain/rest/emergency'
import { dialled } from '@accord/domain/safety/safety-plan'
import { PhoneIcon } from '@accord/ui/icons/phone-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { NotePaper } from '@accord/ui/note/note-paper'
import { useNoteWords } from '@accord/ui/note/note-words'
import { PlanView } from '@accord/ui/safety/plan-view'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { emergencyPartQuery } from '../../lib/emergency/emergency.js'
import { FailedPage } from '../../lib/failed-page.js'
import { givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface OpenedPartProps {
  readonly access: string
  readonly part: EmergencyPart
  readonly client: string
}

/** One part of what was opened; fetching it is a look that its client sees. (EM7) */
export function OpenedPart({ access, part, client }: OpenedPartProps) {
  const t = useWebMessages()
  const titleId = useId()
  const { data: read, error, refetch } = useQuery(emergencyPartQuery(access, part))
  return (
    <section className="web-opened-part" aria-labelledby={titleId}>
      <h2 className="ac-heading" id={titleId}>
        {t(`emergency.parts.${part}`)}
      </h2>
      {read === undefined && error === null && <GoalSkeleton sentence={t('emergency.reading')} />}
      {read === undefined && error !== null && (
        <FailedPage error={error} what={t('emergency.what')} onRetry={() => void refetch()} />
      )}
      {read !== undefined && <Read read={read} client={client} />}
    </section>
  )
}

function Read({ read, client }: { readonly read: EmergencyRead; readonly client: string }) {
  switch (read.part) {
    case 'safety':
      return <Safety read={read} client={client} />
    case 'note':
      return <Note read={read} />
    case 'goals':
      return <Goals read={read} />
  }
}

function Safety({ read, client }: { readonly read: EmergencySafety; readonly client: string }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { phone, contact, plan } = read
  return (
    <>
      {phone === null ? (
        <p className="ac-muted">{t('emergency.phone.none', { client: givenName(client) })}</p>
      ) : (
        <Phone words={client} number={phone} />
      )}
      {contact !== null && (
        <Phone
          words={t('emergency.contact', { name: contact.name, relation: contact.relation })}
          number={contact.phone}
        />
      )}
      {plan === null ? (
        <p className="ac-muted">{t('emergency.plan.none')}</p>
      ) : (
        <>
          <p className="ac-muted ac-small">
            {t('emergency.plan.at', { when: format.moment(new Date(plan.at), now) })}
          </p>
          <PlanView steps={plan.steps} />
        </>
      )}
    </>
  )
}

function Phone({ words, number }: { readonly words: string; readonly number: string }) {
  return (
    <p>
      <a className="web-opened-phone ac-link" href={dialled(number)}>
        <PhoneIcon size={18} />
        <span dir="auto">{words}</span> <span dir="ltr">{number}</span>
      </a>
    </p>
  )
}

function Note({ read: { note } }: { readonly read: EmergencyNote }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const say = useNoteWords([])
  if (note === null) return <p className="ac-muted">{t('emergency.note.none')}</p>
  const { author, signedAt, content, amendments, replies } = note
  return (
    <>
      <p className="ac-muted ac-small">
        {t('emergency.note.signed', { name: author, when: format.moment(new Date(signedAt), now) })}
      </p>
      <NotePaper content={content} say={say} />
      {amendments.map(({ at, words }) => (
        <p key={at} className="web-opened-words" dir="auto">
          <b className="ac-small">
            {t('emergency.note.amended', { when: format.moment(new Date(at), now) })}
          </b>{' '}
          {words}
        </p>
      ))}
      {replies.map(({ by, at, words }) => (
        <p key={at} className="web-opened-words" dir="auto">
          <b className="ac-small">
            {t('emergency.note.replied', { name: by, when: format.moment(new Date(at), now) })}
          </b>{' '}
          {words}
        </p>
      ))}
    </>
  )
}

function Goals({ read: { goals } }: { readonly read: EmergencyGoals }) {
  const t = useWebMessages()
  if (goals.length === 0) return <p className="ac-muted">{t('emergency.goals.none')}</p>
  return (
    <ul className="web-opened-goals">
      {goals.map(({ id, name, statement, steps }) => (
        <li key={id}>
          <h3 className="ac-subheading" dir="auto">
            {name === '' ? t('emergency.goals.unnamed') : name}
          </h3>
          <p className="web-opened-words" dir="auto">
            {statement}
          </p>
          {steps.length > 0 && (
            <ul>
              {steps.map(({ text, isDone }, at) => (
                <li key={at} dir="auto">
                  {isDone ? t('emergency.goals.done', { text }) : text}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
