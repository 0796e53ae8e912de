import { utf8 } from '@accord/domain/history/bytes'
import type { CaseId } from '@accord/domain/ids'
import type { ItemPlace } from '@accord/domain/addendum/item'
import type { ItemAbout } from '@accord/domain/rest/addenda'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What is sealed: the words, and the item as it stood when they were said of it. (AD4) */
export interface SealedAddendum {
  readonly words: string
  readonly about: ItemAbout
}

export interface AddendumStamp extends ItemPlace {
  readonly caseId: CaseId
  readonly number: number
}

/** Encrypts with the key of the case's plan: whoever destroys that key, destroys it. (AD6) */
export function sealAddendum(said: SealedAddendum, stamp: AddendumStamp, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(said)), key, associated(stamp))
}

/** Throws when it is not what was sealed for this place. */
export function openAddendum(sealed: Buffer, stamp: AddendumStamp, { key }: LogKey): SealedAddendum {
  return JSON.parse(decrypt(sealed, key, associated(stamp)).toString('utf8')) as SealedAddendum
}

/** Associated data: words cannot be passed off as another item's or another turn's. */
function associated({ caseId, kind, item, entry, number }: AddendumStamp): Uint8Array {
  return utf8(`accord/addendum/1 ${caseId} ${kind} ${item} ${entry} ${number}`)
}
