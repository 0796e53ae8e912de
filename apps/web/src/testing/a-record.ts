import { ChangeSet, Text } from '@codemirror/state'
import { toHex, utf8 } from '@accord/domain/history/bytes'
import { writeContent } from '@accord/domain/history/content'
import { contentDigest, entryHash } from '@accord/domain/history/hash'
import type { Payload } from '@accord/domain/history/payload'
import { chainStart } from '@accord/domain/history/verify'
import type { ClinicId, GoalId, PersonId } from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan, goalOf, type Plan } from '@accord/domain/plan/plan'
import type { RecordAt, RecordEntry, RecordPage } from '@accord/domain/rest/record'
import { changesJson } from '@accord/domain/text/changes'
import { wordingHash } from '@accord/domain/goal/wording'
import { PEOPLE, PLAN } from './people.js'

const CLINIC = '018f0000-0000-7000-8000-0000000000c1' as ClinicId

/** Something that somebody did, as it depends on the plan as it is; at a time in ms. */
export interface Deed {
  readonly by: PersonId
  readonly at: number
  readonly does: (plan: Plan) => Payload
}

export const wrote = (by: PersonId, at: number, goal: GoalId, words: string): Deed => ({
  by,
  at,
  does: (plan) => {
    const before = goalOf(plan, goal)?.statement.text ?? ''
    const whole = { from: 0, to: before.length, insert: Text.of([words]) }
    const changes = changesJson(ChangeSet.of(whole, before.length))
    return { kind: 'text', goal, field: 'statement', changes }
  },
})

export const agreed = (by: PersonId, at: number, goal: GoalId): Deed => ({
  by,
  at,
  does: (plan) => ({
    kind: 'agreement.answer',
    goal,
    answer: 'agree',
    wording: wordingHash(goal, goalOf(plan, goal)?.statement.text ?? ''),
    readAt: plan.seq,
    reason: null,
  }),
})

export const did = (by: PersonId, at: number, payload: Payload): Deed => ({ by, at, does: () => payload })

/** The record that a server would answer of these deeds, hashes and all, and its last moment. */
export function aRecord(deeds: readonly Deed[]): { readonly page: RecordPage; readonly last: RecordAt } {
  let plan = emptyPlan(PLAN)
  let prevHash = chainStart(PLAN).hash
  const entries = deeds.map((deed): RecordEntry => {
    const payload = deed.does(plan)
    const relation = PEOPLE.find(({ person }) => person === deed.by)?.relation ?? 'client'
    const seq = plan.seq + 1
    const enacted = enact(plan, { seq, at: deed.at, author: deed.by, relation }, payload)
    const content = writeContent(new Uint8Array(16), payload, enacted.record)
    const columns = {
      ...{ seq, epoch: 1, kind: payload.kind, author: deed.by, relation, at: deed.at, keyVersion: 1 },
      ...{ clientId: null, op: null, connection: null, session: null },
    }
    const digest = contentDigest(content)
    const hash = entryHash({ ...columns, clinic: CLINIC, log: PLAN, prevHash, digest })
    plan = enacted.plan
    prevHash = hash
    return { ...columns, hash: toHex(hash), content: opened(content) }
  })
  const head = { seq: plan.seq, hash: toHex(prevHash) }
  return {
    page: { clinic: CLINIC, plan: PLAN, head, entries, nextFrom: null, people: PEOPLE },
    last: { plan, at: deeds.at(-1)?.at ?? 0, head, people: PEOPLE },
  }
}

/** The same record after somebody has altered the words of one entry behind everybody's back. */
export function altered(page: RecordPage, seq: number): RecordPage {
  return {
    ...page,
    entries: page.entries.map((entry) =>
      entry.seq === seq && entry.content
        ? {
            ...entry,
            digest: toHex(contentDigest(bytes(entry.content))),
            content: { ...entry.content, record: entry.content.record.replace('Sleep', 'Doze') },
          }
        : entry,
    ),
  }
}

function opened({ payload, record }: ReturnType<typeof writeContent>): NonNullable<RecordEntry['content']> {
  const text = (part: Uint8Array) => new TextDecoder().decode(part)
  return { salt: btoa('\0'.repeat(16)), payload: text(payload), record: text(record) }
}

function bytes({ payload, record }: NonNullable<RecordEntry['content']>) {
  return { salt: new Uint8Array(16), payload: utf8(payload), record: utf8(record) }
}
