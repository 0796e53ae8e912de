import { samePlace } from '@accord/domain/addendum/item'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { ItemCard } from '@accord/ui/addenda/item-card'
import { useNow } from '../use-now.js'
import { itemsOf } from './addenda.js'

interface AddedItemsProps {
  readonly addenda: readonly RecordAddendum[]
  readonly people: readonly PersonName[]
}

/** What was added, beneath what it is about as that was then: the latest item first. (AD4) */
export function AddedItems({ addenda, people }: AddedItemsProps) {
  const now = useNow()
  return (
    <ul className="web-added-list">
      {itemsOf(addenda).map((item) => (
        <ItemCard
          key={`${item.kind} ${item.item} ${String(item.entry)}`}
          item={item}
          people={people}
          now={now}
        >
          <AddedWords addenda={addenda.filter((one) => samePlace(one, item))} people={people} now={now} />
        </ItemCard>
      ))}
    </ul>
  )
}
