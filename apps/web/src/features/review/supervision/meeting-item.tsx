import { useMutation } from '@tanstack/react-query'
import type { SupervisionPair } from '@accord/domain/rest/supervision'
import { latestOf, standingOf, type Meeting } from '@accord/domain/supervision/meeting'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { useSelf } from '../../../lib/self-context.js'
import { pairIds } from '../../../lib/supervision.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { signMeeting } from '../api/log.js'
import { MeetingWords } from './meeting-words.js'

interface MeetingItemProps {
  readonly meeting: Meeting
  readonly pair: SupervisionPair
  readonly as: 'supervisor' | 'practitioner'
  readonly onChanged: () => void
  readonly onChange: () => void
}

/** One meeting: what its latest version says, who signed it, and what is left to do. (SQ10, SQ11) */
export function MeetingItem({ meeting, pair, as, onChanged, onChange }: MeetingItemProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const self = useSelf()
  const latest = latestOf(meeting)
  const standing = standingOf(meeting)
  const { content, signatures } = latest
  const held = new Date(`${content.day}T12:00:00Z`)
  const hasSigned = signatures.some(({ by }) => by === self.person.id)
  const nameOf = (person: string) =>
    givenName(person === pair.supervisor.person ? pair.supervisor.name : pair.practitioner.name)
  const signing = useMutation({
    mutationFn: () => signMeeting(pairIds(pair), meeting.id, latest),
    onSettled: onChanged,
  })
  const day = format.day(held, now)
  return (
    <li className="web-meeting" data-standing={standing}>
      <div className="web-meeting-head">
        <h2 className="ac-subheading">{day}</h2>
        <span className="ac-muted ac-small">
          {t('meeting.facts', {
            minutes: content.minutes,
            form: content.form.kind,
            people: 'people' in content.form ? content.form.people : 0,
            medium: t(`meeting.by.${content.medium}`),
          })}
        </span>
        <Standing standing={standing} isMine={!hasSigned} as={as} />
      </div>
      <MeetingWords content={content} pair={pair} />
      <p className="ac-muted ac-small">
        {t('meeting.written', { name: nameOf(latest.by), version: latest.version })}
        {signatures.map(({ by, at }) => (
          <span key={by}>
            {' '}
            {t('meeting.signedBy', { name: nameOf(by), when: format.moment(new Date(at), now) })}
          </span>
        ))}
      </p>
      {meeting.versions.length > 1 && (
        <details className="web-meeting-before">
          <summary>{t('meeting.versions', { count: meeting.versions.length - 1 })}</summary>
          {meeting.versions.slice(0, -1).map((version) => (
            <div key={version.version}>
              <p className="ac-muted ac-small">
                {t('meeting.version', {
                  version: version.version,
                  name: nameOf(version.by),
                  when: format.moment(new Date(version.at), now),
                  signed: version.signatures.length,
                })}
              </p>
              <MeetingWords content={version.content} pair={pair} />
            </div>
          ))}
        </details>
      )}
      {standing !== 'locked' && (
        <div className="web-meeting-acts">
          {!hasSigned && (
            <Button
              kind="primary"
              size="small"
              isPending={signing.isPending}
              onPress={() => signing.mutate()}
            >
              {t('meeting.sign', { day })}
            </Button>
          )}
          {pair.isCurrent && (
            <Button kind="quiet" size="small" onPress={onChange} aria-label={t('meeting.changeOf', { day })}>
              {t('meeting.change')}
            </Button>
          )}
        </div>
      )}
      {signing.error !== null && (
        <p className="ac-field-error" role="alert">
          {refusalCode(signing.error) === 'words-changed' ? t('meeting.moved') : t('agenda.failed')}
        </p>
      )}
    </li>
  )
}

interface StandingProps {
  readonly standing: ReturnType<typeof standingOf>
  readonly isMine: boolean
  readonly as: MeetingItemProps['as']
}

function Standing({ standing, isMine, as }: StandingProps) {
  const t = useWebMessages()
  if (standing === 'locked') {
    return (
      <Chip tone={as} icon={<LockIcon size={13} />}>
        {t('meeting.locked')}
      </Chip>
    )
  }
  if (isMine) return <Chip tone="attention">{t('meeting.waitsForYou')}</Chip>
  return <Chip icon={<CheckIcon size={13} />}>{t('meeting.waitsForOther')}</Chip>
}
