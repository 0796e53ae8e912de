import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { shortNameOf } from '@accord/ui/whose-goal/short-name'
import { useWebMessages } from '../use-web-messages.js'

/**
 * What is not right: what one reads (`other`), the words that were agreed to, which may have been changed since, an earlier version
 * of it, or others of its kind beside it.
 */
export type Where = 'other' | 'agreed' | 'earlier' | 'others'

interface Said {
  readonly addenda: readonly RecordAddendum[]
  readonly people: readonly PersonName[]
  readonly where?: Where
}

/** Who says of something in the record that it is not right, in a sentence. (AD9) */
export function useWhoSays({ addenda, people, where = 'other' }: Said): string {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const writers = [...new Set(addenda.map(({ by }) => by))]
  const names = writers.map((by) => shortNameOf(people, by) || ui('person.former'))
  return t('beside.says', { names: format.list(names), count: names.length, where })
}
