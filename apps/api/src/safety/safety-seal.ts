import { utf8 } from '@accord/domain/history/bytes'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { SafetySteps } from '@accord/domain/safety/safety-plan'
import type { LogKey } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** What an alert is about, in the instrument's own words. */
export interface AlertContent {
  readonly instrument: string
  readonly title: string
  readonly item: string
  readonly answer: string | null
}

export function sealAlert(content: AlertContent, id: string, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(content)), key, utf8(`accord/safety-alert/1 ${id}`))
}

export function openAlert(sealed: Buffer, id: string, { key }: LogKey): AlertContent {
  return JSON.parse(
    decrypt(sealed, key, utf8(`accord/safety-alert/1 ${id}`)).toString('utf8'),
  ) as AlertContent
}

export function sealWords(words: string, alert: string, { key }: LogKey): Buffer {
  return encrypt(utf8(words), key, utf8(`accord/safety-known/1 ${alert}`))
}

export function openWords(sealed: Buffer, alert: string, { key }: LogKey): string {
  return decrypt(sealed, key, utf8(`accord/safety-known/1 ${alert}`)).toString('utf8')
}

/** Whose plan, in which case, at which version. */
export interface PlanStamp {
  readonly caseId: CaseId
  readonly client: PersonId
  readonly version: number
}

export function sealPlan(steps: SafetySteps, stamp: PlanStamp, { key }: LogKey): Buffer {
  return encrypt(utf8(JSON.stringify(steps)), key, placeOfPlan(stamp))
}

export function openPlan(sealed: Buffer, stamp: PlanStamp, { key }: LogKey): SafetySteps {
  return JSON.parse(decrypt(sealed, key, placeOfPlan(stamp)).toString('utf8')) as SafetySteps
}

/** Associated data: a plan cannot be passed off as another client's, case's or version's. (SA6) */
function placeOfPlan({ caseId, client, version }: PlanStamp): Uint8Array {
  return utf8(`accord/safety-plan/1 ${caseId} ${client} ${version}`)
}
