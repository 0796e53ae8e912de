import type { CheckInAnswers } from '@accord/domain/alliance/check-in'
import { utf8 } from '@accord/domain/history/bytes'
import type { PersonId, SessionId } from '@accord/domain/ids'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** Whose answers, after which session, at which version. */
export interface CheckInStamp {
  readonly session: SessionId
  readonly client: PersonId
  readonly version: number
}

export function sealAnswers(
  answers: CheckInAnswers | null,
  stamp: CheckInStamp,
  { key }: LogKey,
): Buffer | null {
  return answers && encrypt(utf8(JSON.stringify(answers)), key, placeOf(stamp))
}

export function openAnswers(
  content: Buffer | null,
  stamp: CheckInStamp,
  { key }: LogKey,
): CheckInAnswers | null {
  return content && (JSON.parse(decrypt(content, key, placeOf(stamp)).toString('utf8')) as CheckInAnswers)
}

/** Associated data: answers cannot be passed off as another session's, client's or version's. (CI2) */
function placeOf({ session, client, version }: CheckInStamp): Uint8Array {
  return utf8(`accord/check-in/1 ${session} ${client} ${version}`)
}

export function sealRepair(words: string, id: string, { key }: LogKey): Buffer {
  return encrypt(utf8(words), key, utf8(`accord/repair/1 ${id}`))
}

export function openRepair(words: Buffer, id: string, { key }: LogKey): string {
  return decrypt(words, key, utf8(`accord/repair/1 ${id}`)).toString('utf8')
}
