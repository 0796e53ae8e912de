import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { shortNameOf } from '../whose-goal/short-name.js'

interface AddedWordsProps {
  readonly addenda: readonly RecordAddendum[]
  readonly people: readonly PersonName[]
  readonly now: Date
}

/** What was added at one place of a record, each with name and day, the earliest first. (AD4) */
export function AddedWords({ addenda, people, now }: AddedWordsProps) {
  const t = useUiMessages()
  const format = useFormat()
  if (addenda.length === 0) return null
  return (
    <ul className="ac-added">
      {addenda.map(({ item, entry, number, by, at, words }) => (
        <li key={`${item} ${String(entry)} ${String(number)}`}>
          <p dir="auto">{words}</p>
          <small className="ac-muted">
            {t('items.added', {
              name: shortNameOf(people, by) || t('person.former'),
              day: format.day(new Date(at), now),
            })}
          </small>
        </li>
      ))}
    </ul>
  )
}
