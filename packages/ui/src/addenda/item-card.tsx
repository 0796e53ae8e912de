import type { ReactNode } from 'react'
import type { PersonName } from '@accord/domain/sync/wire'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useItemWords, type ItemOfRecord } from './use-item-words.js'

interface ItemCardProps {
  readonly item: ItemOfRecord
  readonly people: readonly PersonName[]
  readonly now: Date
  /** What was added to it, and the way to add. */
  readonly children: ReactNode
}

/** Something in a record that stays as it is: what it is, what it says, and beneath it what its client says of it. (AD4) */
export function ItemCard({ item, people, now, children }: ItemCardProps) {
  const t = useUiMessages()
  const say = useItemWords(people)
  const { title, line } = say(item, now)
  const { words } = item.about
  return (
    <li className="ac-item">
      <p className="ac-item-title" dir="auto">
        {title}
      </p>
      {line !== '' && <p className="ac-muted ac-small">{line}</p>}
      {words !== null && (
        <p className="ac-item-words" dir="auto">
          {item.kind === 'questionnaire' ? t('items.score', { words }) : words}
        </p>
      )}
      {children}
    </li>
  )
}
