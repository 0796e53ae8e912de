import type { PartyRelation } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import type { CaseFile, PartOfCase } from '@accord/domain/rest/case-file'
import type { CaseAct } from '../api/act-on-case.js'
import { partsNow } from './parts.js'

/** What an administrator is about to do to a case. */
export type Act =
  | { readonly kind: 'join'; readonly relation: PartyRelation }
  | { readonly kind: 'supervise' }
  | { readonly kind: 'end'; readonly part: PartOfCase }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }

/** Whose place the new one takes, where there is exactly one: a practitioner's or a supervisor's. */
export function replacedBy(file: CaseFile, act: Act): PartOfCase | null {
  if (act.kind === 'supervise') return partsNow(file, 'supervisor')[0] ?? null
  if (act.kind !== 'join' || act.relation !== 'practitioner') return null
  return partsNow(file, 'practitioner')[0] ?? null
}

/** What is asked of the server. `chosen` is who comes, where somebody does. */
export function askedOf(file: CaseFile, act: Act, chosen: PersonId | null): CaseAct | null {
  const insteadOf = replacedBy(file, act)?.person ?? null
  switch (act.kind) {
    case 'join':
      return chosen && { act: 'parties', body: { person: chosen, relation: act.relation, insteadOf } }
    case 'supervise':
      return chosen && { act: 'supervisors', body: { person: chosen, insteadOf } }
    case 'end':
      return {
        act: act.part.relation === 'supervisor' ? 'supervisors/end' : 'parties/end',
        body: { person: act.part.person },
      }
    case 'close':
    case 'reopen':
      return { act: act.kind, body: {} }
  }
}
