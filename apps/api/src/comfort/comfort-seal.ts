import { COMFORT_FIELDS, type ComfortField, type ComfortWords } from '@accord/domain/case/comfort'
import { utf8 } from '@accord/domain/history/bytes'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { ComfortPlace, SealedWords } from './comfort.repository.js'

/** Of which client, in which case, and at which version. */
export type ComfortStamp = Omit<ComfortPlace, 'clinic'> & { readonly version: number }

export function sealComfort(words: ComfortWords, stamp: ComfortStamp, { key }: LogKey): SealedWords {
  return eachField((field) => {
    const said = words[field]
    return said === null ? null : encrypt(utf8(said), key, placeOf(stamp, field))
  })
}

export function openComfort(sealed: SealedWords, stamp: ComfortStamp, { key }: LogKey): ComfortWords {
  return eachField((field) => {
    const words = sealed[field]
    return words && decrypt(words, key, placeOf(stamp, field)).toString('utf8')
  })
}

function eachField<Value>(make: (field: ComfortField) => Value): Record<ComfortField, Value> {
  return Object.fromEntries(COMFORT_FIELDS.map((field) => [field, make(field)])) as Record<
    ComfortField,
    Value
  >
}

/** Associated data: words cannot be passed off as another field's, version's, client's or case's. (CL21) */
function placeOf({ caseId, client, version }: ComfortStamp, field: ComfortField): Uint8Array {
  return utf8(`accord/comfort/1 ${caseId} ${client} ${version} ${field}`)
}
