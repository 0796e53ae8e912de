import { utf8 } from '@accord/domain/history/bytes'
import type { EndingId } from '@accord/domain/ending/draft'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What is sealed of a pack, and its number there. */
export interface EndingPlace {
  readonly what: 'act' | 'pack' | 'addendum'
  readonly ending: EndingId
  readonly number: number
}

/** Encrypts words of a pack with the key of the case's plan: whoever destroys that key, destroys them. (EN8) */
export function sealEnding(content: unknown, place: EndingPlace, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(content)), key, associated(place))
}

/** Throws when it is not what was sealed for this place. */
export function openEnding(sealed: Buffer, place: EndingPlace, { key }: LogKey): unknown {
  return JSON.parse(decrypt(sealed, key, associated(place)).toString('utf8'))
}

/** Associated data: words cannot be passed off as another pack's, number's or purpose's. */
function associated({ what, ending, number }: EndingPlace): Uint8Array {
  return utf8(`accord/ending/1 ${what} ${ending} ${number}`)
}
