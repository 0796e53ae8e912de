import { wordingHash } from '@accord/domain/goal/wording'
import { genesisHash } from '@accord/domain/history/hash'
import type { EntryKind, Payload } from '@accord/domain/history/payload'
import type {
  ClientId,
  ClinicId,
  ConnectionId,
  GoalId,
  LogId,
  PersonId,
  SessionId,
  StepId,
} from '@accord/domain/ids'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan } from '@accord/domain/plan/plan'
import { sealEntry, type StoredEntry } from '../src/history/sealing.js'

const id = (end: string) => `0193c000-0000-7000-8000-${end.padStart(12, '0')}`
export const LOG = id('1') as LogId
export const CLINIC = id('c1') as ClinicId
const [goal, other] = [id('a1'), id('a2')] as [GoalId, GoalId]
const [step, nextStep] = [id('b1'), id('b2')] as [StepId, StepId]
const [mara, jonah] = [id('e1'), id('e2')] as [PersonId, PersonId]
export const KEY = { version: 1, key: Buffer.alloc(32, 9) }

const agreed = (words: string) => ({
  kind: 'agreement.answer' as const,
  goal,
  answer: 'agree' as const,
  wording: wordingHash(goal, words),
  readAt: 5,
  reason: null,
})

type By = PersonId
const one = (...acts: readonly (readonly [By, Payload])[]) => acts

/** What was done in the log, by the kind of the entry; the types see to it that no kind is left out. */
const ACTS = {
  // First: what stands before it may be gone.
  erased: one([mara, { kind: 'erased' }]),
  'party.joined': one(
    [mara, { kind: 'party.joined', person: mara, relation: 'practitioner' }],
    [mara, { kind: 'party.joined', person: jonah, relation: 'client' }],
  ),
  'goal.add': one([mara, { kind: 'goal.add', goal, goalKind: 'change', title: 'Sleep' }]),
  text: one(
    [jonah, { kind: 'text', goal, field: 'statement', changes: [[0, 'Sleep by ten']] }],
    [mara, { kind: 'text', goal, field: 'statement', changes: [9, [3, 'eleven', 'or 😀 so']] }],
    [
      mara,
      { kind: 'text', goal, field: 'statement', changes: [9, [15, 'ten']], undoes: 5, credit: [[jonah, 3]] },
    ],
    [jonah, { kind: 'text', goal, field: 'name', changes: [5, [0, ' well']] }],
  ),
  'agreement.answer': one([mara, agreed('Sleep by ten')], [jonah, agreed('Sleep by ten')]),
  'wording.restore': one([
    jonah,
    {
      kind: 'wording.restore',
      goal,
      field: 'statement',
      to: 5,
      changes: [9, [3, 'eleven', 'or 😀 so']],
      credit: [[mara, 15]],
    },
  ]),
  'goal.share': one([
    jonah,
    { kind: 'goal.share', goal: other, goalKind: 'maintain', title: 'Walk', statement: 'Daily', why: '' },
  ]),
  'goal.move': one([mara, { kind: 'goal.move', goal: other, after: null }]),
  'goal.narrow': one([mara, { kind: 'goal.narrow', goal: other, to: [jonah, mara] }]),
  'goal.setAside': one([mara, { kind: 'goal.setAside', goal: other, reason: 'Later' }]),
  'goal.takeUp': one([jonah, { kind: 'goal.takeUp', goal: other }]),
  'step.add': one(
    [jonah, { kind: 'step.add', goal, step, text: 'Phone away' }],
    [mara, { kind: 'step.add', goal, step: nextStep, text: '' }],
    [jonah, { kind: 'text', goal, step, field: 'text', changes: [10, [0, ' at ten']] }],
  ),
  'step.move': one([mara, { kind: 'step.move', goal, step: nextStep, after: null }]),
  'step.plan': one([mara, { kind: 'step.plan', goal, step, who: [jonah], due: null }]),
  'step.done': one([jonah, { kind: 'step.done', goal, step, done: true }]),
  'step.setAside': one([mara, { kind: 'step.setAside', goal, step: nextStep, aside: true }]),
  'scale.describe': one([
    mara,
    { kind: 'scale.describe', goal, version: 1, levels: ['a', 'b', 'c', 'd', 'e'] },
  ]),
  'rating.give': one([jonah, { kind: 'rating.give', goal, on: { kind: 'scale', version: 1 }, value: 1 }]),
  'comment.add': one([mara, { kind: 'comment.add', goal, comment: id('d1'), text: 'Why ten?', asks: true }]),
  'comment.answer': one([jonah, { kind: 'comment.answer', goal, comment: id('d1'), text: 'Work.' }]),
  'topic.add': one([mara, { kind: 'topic.add', goal, topic: id('d2'), about: 'Evenings', helps: 'Calm' }]),
  'win.add': one([jonah, { kind: 'win.add', goal, win: id('d3'), text: 'Two nights' }]),
  'session.started': one([mara, { kind: 'session.started', session: id('f9') as SessionId }]),
  'session.paused': one([jonah, { kind: 'session.paused', session: id('f9') as SessionId }]),
  'session.resumed': one([jonah, { kind: 'session.resumed', session: id('f9') as SessionId }]),
  'session.ended': one([mara, { kind: 'session.ended', session: id('f9') as SessionId }]),
  'party.ended': one([mara, { kind: 'party.ended', person: jonah }]),
} satisfies Record<EntryKind, ReturnType<typeof one>>

/** A log in which every kind of entry stands, sealed as the house seals it; some by tabs, some by nobody's. */
export function everyKind(): readonly StoredEntry[] {
  let plan = emptyPlan(LOG)
  let prevHash = genesisHash(LOG)
  return Object.values(ACTS)
    .flat()
    .map(([author, payload], index) => {
      const [seq, at] = [index + 1, 1_796_688_000_000 + index * 60_000]
      const relation = author === mara ? ('practitioner' as const) : ('client' as const)
      const enacted = enact(plan, { seq, at, author, relation }, payload)
      plan = enacted.plan
      const byTab = seq % 3 > 0
      const tab = {
        clientId: byTab ? (id('f1') as ClientId) : null,
        op: byTab ? seq : null,
        connection: byTab ? (id('d9') as ConnectionId) : null,
        session: seq % 4 === 0 ? (id('f9') as SessionId) : null,
      }
      const header = { clinic: CLINIC, log: LOG, seq, prevHash, epoch: 1, author, relation, at, ...tab }
      const entry = sealEntry(header, payload, enacted.record, KEY)
      prevHash = entry.hash
      return entry
    })
}
