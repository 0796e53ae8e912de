import { concat, equalBytes, field, utf8 } from '../history/bytes.js'
import type { Sha256 } from '../history/hash.js'
import type { ClinicId } from '../ids.js'
import type { AuditEvent } from './event.js'

const EVENT_TAG = utf8('accord/audit/1')
const GENESIS_TAG = utf8('accord/audit-genesis/1')

/** The "previous hash" of a clinic's first event. (AU4) */
export function auditGenesis(clinic: ClinicId, sha256: Sha256): Uint8Array {
  return sha256(concat([GENESIS_TAG, text(clinic)]))
}

/** The hash of an event over every stored column. (AU4) */
export function auditHash(event: Omit<AuditEvent, 'hash'>, sha256: Sha256): Uint8Array {
  const { clinic, seq, prevHash, at, person, audience, roles, action } = event
  const { outcome, code, case: caseId, about, address, request } = event
  const before = [text(clinic), text(String(seq)), field(prevHash), text(String(at))]
  const said = [person, audience, roles, action, outcome, code, caseId, about, address, request]
  return sha256(concat([EVENT_TAG, ...before, ...said.map(text)]))
}

/** Where a check of a chain has come to. */
export interface AuditCheck {
  readonly seq: number
  readonly hash: Uint8Array
  readonly at: number
}

/** The place before the first event. */
export function auditStart(clinic: ClinicId, sha256: Sha256): AuditCheck {
  return { seq: 0, hash: auditGenesis(clinic, sha256), at: 0 }
}

/** Checks events in their order. @returns where it came to, or the number of the first that does not hold */
export function checkAudit(
  from: AuditCheck,
  events: readonly AuditEvent[],
  sha256: Sha256,
): AuditCheck | { readonly broken: number } {
  let last = from
  for (const event of events) {
    const follows = event.seq === last.seq + 1 && event.at >= last.at && equalBytes(event.prevHash, last.hash)
    if (!follows || !equalBytes(auditHash(event, sha256), event.hash)) return { broken: last.seq + 1 }
    last = { seq: event.seq, hash: event.hash, at: event.at }
  }
  return last
}

function text(value: string | null): Uint8Array {
  return field(value === null ? null : utf8(value))
}
