import { describe, expect, it } from '@jest/globals'
import { sha256 } from '@noble/hashes/sha2.js'
import type { CaseId, ClinicId, PersonId } from '../ids.js'
import { auditHash, auditStart, checkAudit } from './chain.js'
import type { AuditEvent } from './event.js'

const clinic = '01a201e2-6420-73f3-ae2e-88095c2e6910' as ClinicId
const person = '01a201e2-6422-7b6c-9c4f-2377bc09f291' as PersonId
const caseId = '01a201e2-6420-73f3-ae2e-88095c2e6911' as CaseId

function chain(length: number): readonly AuditEvent[] {
  const events: AuditEvent[] = []
  for (let seq = 1; seq <= length; seq++) {
    const event = {
      clinic,
      seq,
      prevHash: events.at(-1)?.hash ?? auditStart(clinic, sha256).hash,
      at: 1_000 + seq,
      person,
      audience: 'console' as const,
      roles: 'practitioner',
      action: 'case.read' as const,
      outcome: 'done' as const,
      code: null,
      case: caseId,
      about: null,
      address: '127.0.0.1',
      request: 'r1',
    }
    events.push({ ...event, hash: auditHash(event, sha256) })
  }
  return events
}

const check = (events: readonly AuditEvent[]) => checkAudit(auditStart(clinic, sha256), events, sha256)

describe('the chain of the audit', () => {
  it('[AU4] holds as it was written', () => {
    expect(check(chain(3))).toMatchObject({ seq: 3 })
  })

  it('[AU4] names the event of which any column was changed', () => {
    const whole = chain(3)
    const changes: readonly Partial<AuditEvent>[] = [
      { person: null },
      { audience: 'portal' },
      { roles: '' },
      { action: 'plan.read' },
      { outcome: 'refused' },
      { code: '' },
      { case: null },
      { about: person },
      { address: '127.0.0.2' },
      { request: null },
      { at: 1_003 },
      { seq: 7 },
      { hash: new Uint8Array(32) },
      { prevHash: new Uint8Array(32) },
    ]
    for (const change of changes)
      expect(check(whole.map((event, at) => (at === 1 ? { ...event, ...change } : event)))).toEqual({
        broken: 2,
      })
  })

  it('[AU4] finds an event that was taken out, doubled or moved', () => {
    const [one, two, three] = chain(3) as [AuditEvent, AuditEvent, AuditEvent]
    expect(check([one, three])).toEqual({ broken: 2 })
    expect(check([one, one, two])).toEqual({ broken: 2 })
    expect(check([two, one, three])).toEqual({ broken: 1 })
  })
})
