import type { EmergencyReason } from '@accord/domain/emergency/opening'
import { utf8 } from '@accord/domain/history/bytes'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** Why a record was opened. */
export interface SealedReason {
  readonly code: EmergencyReason
  readonly reason: string
}

/** With the key of the case's plan: erased, both are. (EM6) */
export function sealReason(said: SealedReason, access: string, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(said)), key, utf8(`accord/emergency/1 ${access}`))
}

export function openReason(sealed: Buffer, access: string, { key }: LogKey): SealedReason {
  return JSON.parse(
    decrypt(sealed, key, utf8(`accord/emergency/1 ${access}`)).toString('utf8'),
  ) as SealedReason
}

export function sealReview(words: string, access: string, { key }: LogKey): Buffer {
  return encrypt(utf8(words), key, utf8(`accord/emergency-review/1 ${access}`))
}

export function openReview(sealed: Buffer, access: string, { key }: LogKey): string {
  return decrypt(sealed, key, utf8(`accord/emergency-review/1 ${access}`)).toString('utf8')
}
