import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { message } from '../messages/message.js'

/** What an addendum is about, and what that said: "Session 3: Two stops on the bus." (AD4) */
export function itemName({ kind, about: { name, number, words } }: RecordAddendum): string {
  const called = message(`takeout.item.${kind}`)
  const which = number === null ? called : `${called} ${String(number)}`
  return [which, name, words].filter((part) => part !== null && part !== '').join(': ')
}
