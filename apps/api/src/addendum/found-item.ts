import type { ItemScope } from '@accord/domain/access/record-item'
import type { ItemPlace } from '@accord/domain/addendum/item'
import type { LogId } from '@accord/domain/ids'
import type { ItemAbout } from '@accord/domain/rest/addenda'

/** An item of a record that somebody reads, and what the rule needs to know of it. */
export interface FoundItem extends ItemPlace {
  readonly about: ItemAbout
  readonly scope: ItemScope
}

/** A log of the case that somebody reads. */
export interface FoundLog {
  readonly log: LogId
  readonly scope: ItemScope
}

/** What is everybody's of the case. */
export function sharedScope(kind: ItemPlace['kind']): ItemScope {
  return { kind, client: null, isBetween: false, shown: null }
}
