import type { DisclosureAuthority } from '@accord/domain/consent/disclosure'
import type { DisclosureRow } from '@accord/domain/rest/consent'
import { message } from '../messages/message.js'
import type { Block } from '../paper/paper.js'

/** How the accounting names clinic, clients and days. */
interface OnPaper {
  readonly clinic: string
  readonly clients: string
  readonly since: number
  readonly at: number
  readonly day: (at: number) => string
}

/** Date, recipient and address, what, purpose and authority of each. Source: 45 CFR 164.528(b)(2). (CO10) */
export function accountingBlocks(rows: readonly DisclosureRow[], on: OnPaper): readonly Block[] {
  const { clinic, clients, day } = on
  const period = { since: day(on.since), at: day(on.at) }
  return [
    { kind: 'title', text: message('accounting.title') },
    { kind: 'meta', text: message('accounting.of', { clients, clinic }) },
    { kind: 'meta', text: message('accounting.period', period) },
    ...(rows.length === 0 ? [{ kind: 'text' as const, text: message('accounting.none') }] : []),
    ...rows.flatMap((row) => rowBlocks(row, day)),
    { kind: 'heading', text: message('accounting.leftOut') },
    { kind: 'meta', text: message('accounting.leftOut.what') },
  ]
}

function rowBlocks(row: DisclosureRow, day: OnPaper['day']): readonly Block[] {
  const authority = message(KEYS[row.authority])
  return [
    { kind: 'heading', text: day(row.toldAt) },
    { kind: 'subheading', text: row.recipient },
    { kind: 'text', text: row.address ?? message('accounting.noAddress') },
    { kind: 'text', text: message('accounting.what', { what: row.what }) },
    { kind: 'text', text: message('accounting.why', { why: row.why, authority }) },
    { kind: 'meta', text: message('accounting.by', { name: row.by.name, day: day(row.writtenAt) }) },
  ]
}

const KEYS = {
  consent: 'accounting.authority.consent',
  'treatment-payment-operations': 'accounting.authority.tpo',
  law: 'accounting.authority.law',
  court: 'accounting.authority.court',
  'risk-to-life': 'accounting.authority.risk-to-life',
  'child-at-risk': 'accounting.authority.child-at-risk',
  'adult-at-risk': 'accounting.authority.adult-at-risk',
} as const satisfies Record<DisclosureAuthority, string>
