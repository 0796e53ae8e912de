import type { SupervisionPair } from '@accord/domain/rest/supervision'
import type { MeetingContent } from '@accord/domain/supervision/meeting'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface MeetingWordsProps {
  readonly content: MeetingContent
  readonly pair: SupervisionPair
}

/** What a version of a meeting says; what nobody wrote isn't shown. */
export function MeetingWords({ content, pair }: MeetingWordsProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { people, topics, risk, actions, observation } = content
  const said = [
    { id: 'topics', words: topics },
    { id: 'risk', words: risk },
    { id: 'people', words: people },
  ] as const
  return (
    <dl className="web-meeting-words">
      {said.map(
        ({ id, words }) =>
          words !== '' && (
            <div key={id}>
              <dt>{t(`meeting.field.${id}`)}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
      {actions.length > 0 && (
        <div>
          <dt>{t('meeting.field.actions')}</dt>
          {actions.map(({ what, who, due }) => (
            <dd key={what} dir="auto">
              {t('meeting.action', {
                what,
                name: givenName(pair[who].name),
                dated: due === null ? 'no' : 'yes',
                day: due === null ? '' : format.day(new Date(`${due}T12:00:00Z`), now),
              })}
            </dd>
          ))}
        </div>
      )}
      {observation !== 'none' && (
        <div>
          <dt>{t('meeting.field.observation')}</dt>
          <dd>{t(`meeting.observed.${observation}`)}</dd>
        </div>
      )}
    </dl>
  )
}
