import { utf8 } from '@accord/domain/history/bytes'
import type { GivenAnswers } from '@accord/domain/measure/asked'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What is kept of one version: the answers, and when the form was begun, in ms. */
export interface AnswerContent {
  readonly answers: GivenAnswers
  readonly startedAt: number
}

export function sealAnswer(
  content: AnswerContent,
  request: string,
  version: number,
  { key }: LogKey,
): Buffer {
  return encrypt(utf8(JSON.stringify(content)), key, placeOf(request, version))
}

export function openAnswer(sealed: Buffer, request: string, version: number, { key }: LogKey): AnswerContent {
  return JSON.parse(decrypt(sealed, key, placeOf(request, version)).toString('utf8')) as AnswerContent
}

/** Associated data: answers cannot be passed off as another form's or version's. (ME6) */
function placeOf(request: string, version: number): Uint8Array {
  return utf8(`accord/questionnaire/1 ${request} ${version}`)
}
