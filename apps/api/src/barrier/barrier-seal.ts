import type { BarrierKind } from '@accord/domain/barrier/barrier'
import { utf8 } from '@accord/domain/history/bytes'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What an entry holds; the kind stands in the first one alone. (BA4) */
export interface BarrierContent {
  readonly kind?: BarrierKind
  readonly words: string
}

/** Which entry of which barrier. */
interface EntryStamp {
  readonly barrier: string
  readonly seq: number
}

export function sealEntry(content: BarrierContent, stamp: EntryStamp, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(content)), key, placeOf(stamp))
}

export function openEntry(content: Buffer, stamp: EntryStamp, { key }: LogKey): BarrierContent {
  return JSON.parse(decrypt(content, key, placeOf(stamp)).toString('utf8')) as BarrierContent
}

/** Associated data: words cannot be passed off as another barrier's, or as said at another time. */
function placeOf({ barrier, seq }: EntryStamp): Uint8Array {
  return utf8(`accord/barrier/1 ${barrier} ${seq}`)
}
