import type { PersonId } from '@accord/domain/ids'
import type { ItemAbout, RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { shortNameOf } from '../whose-goal/short-name.js'

export interface ItemOfRecord {
  readonly kind: RecordAddendum['kind']
  readonly about: ItemAbout
}

/** How an item of a record is called, and when and by whom it came to be. */
export interface ItemWords {
  readonly title: string
  readonly line: string
}

/** @param people of the case */
export function useItemWords(people: readonly PersonName[]): (item: ItemOfRecord, now: Date) => ItemWords {
  const t = useUiMessages()
  const format = useFormat()
  const named = (id: PersonId | null) => (id === null ? '' : shortNameOf(people, id) || t('person.former'))
  return ({ kind, about: { at, by, number, name } }, now) => ({
    title: t(`items.title.${kind}`, {
      ...{ name: name ?? '', by: named(by), number: number ?? 0 },
      ...{ hasName: name === null ? 'other' : 'yes', hasNumber: number === null ? 'other' : 'yes' },
    }),
    line: t(`items.line.${kind}`, {
      day: at === null ? '' : format.day(new Date(at), now),
      by: named(by),
      hasWriter: by === null ? 'other' : 'yes',
    }),
  })
}
