import { utf8 } from '@accord/domain/history/bytes'
import type { NoteId } from '@accord/domain/ids'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What is sealed of a note, and its number within that note. */
export interface SealedPlace {
  readonly what: 'draft' | 'signed' | 'amendment' | 'reply' | 'returned' | 'release'
  readonly note: NoteId
  readonly number: number
}

/** Encrypts words of a note with the key of the case's plan: whoever destroys that key, destroys them. (NO14) */
export function seal(content: unknown, place: SealedPlace, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(content)), key, associated(place))
}

/** Throws when it is not what was sealed for this place. */
export function unseal(sealed: Buffer, place: SealedPlace, { key }: LogKey): unknown {
  return JSON.parse(decrypt(sealed, key, associated(place)).toString('utf8'))
}

/** Associated data: words cannot be passed off as another note's, version's or purpose's. */
function associated({ what, note, number }: SealedPlace): Uint8Array {
  return utf8(`accord/note/1 ${what} ${note} ${number}`)
}
