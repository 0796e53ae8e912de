import { ChangeSet, Text } from '@codemirror/state'
import type { AnswerKind } from '../agreement/answer.js'
import type { GoalField, StepField, TextField } from '../goal/field.js'
import { wordingHash } from '../goal/wording.js'
import type { HistoryEntry } from '../history/entry.js'
import type { GoalId, LogId, PersonId, SessionId, StepId } from '../ids.js'
import type { PlanCommand } from '../plan/command.js'
import type { Asker } from '../plan/decide.js'
import { PLAN_LIMITS } from '../plan/limits.js'
import { emptyPlan, goalOf, textAt } from '../plan/plan.js'
import { enactStaged, stage, startStaging, type Operation, type Staged, type Staging } from '../plan/stage.js'
import { isRefusal, type Refusal } from '../refusal.js'
import { changesJson } from '../text/changes.js'

export const LOG = '0193c000-0000-7000-8000-000000000001' as LogId
export const GOAL = '0193c000-0000-7000-8000-0000000000a1' as GoalId
export const mara: Asker = {
  person: '0193c000-0000-7000-8000-0000000000e1' as PersonId,
  relation: 'practitioner',
}
export const jonah: Asker = { person: '0193c000-0000-7000-8000-0000000000e2' as PersonId, relation: 'client' }
export const dele: Asker = { person: '0193c000-0000-7000-8000-0000000000e3' as PersonId, relation: 'client' }

/** A plan being written by a few people, for arranging tests: each act takes a minute. */
export class Scene {
  staging: Staging
  now = 1_796_688_000_000
  /** The session in which what comes next happens. */
  session: SessionId | null = null
  last: Staged | null = null
  /** What happened so far, as a record holds it. */
  readonly entries: HistoryEntry[] = []

  constructor(...parties: readonly Asker[]) {
    this.staging = startStaging(emptyPlan(LOG))
    for (const { person, relation } of parties) this.enact(mara, { kind: 'party.joined', person, relation })
  }

  get goal() {
    const goal = goalOf(this.staging.plan, GOAL)
    if (!goal) throw new Error('the scene has no goal yet')
    return goal
  }

  get plan() {
    return this.staging.plan
  }

  /** Somebody replaces a text by another one, as one operation. */
  write(who: Asker, words: string, field: GoalField = 'statement'): this {
    const before = textAt(this.plan, { goal: GOAL, field })?.text ?? ''
    const changes = ChangeSet.of(
      { from: 0, to: before.length, insert: Text.of(words.split('\n')) },
      before.length,
    )
    return this.must(this.text(who, changesJson(changes), field))
  }

  answer(who: Asker, answer: AnswerKind, wording = wordingHash(GOAL, this.goal.statement.text)): this {
    const readAt = this.plan.seq
    return this.must(
      this.ask(who, { name: 'agreement.answer', goal: GOAL, answer, wording, readAt, reason: null }),
    )
  }

  addGoal(who: Asker = mara): this {
    return this.must(this.ask(who, { name: 'goal.add', goal: GOAL, kind: 'change', title: 'Sleep' }))
  }

  ask(who: Asker, command: PlanCommand): Refusal | null {
    return this.try(who, { kind: 'command', command })
  }

  text(
    who: Asker,
    changes: unknown,
    field: TextField = 'statement',
    undoes?: number,
    base = this.plan.seq,
  ): Refusal | null {
    return this.try(who, { kind: 'text', text: { base, goal: GOAL, field, changes, undoes } })
  }

  stepText(who: Asker, step: StepId, field: StepField, changes: unknown): Refusal | null {
    return this.try(who, { kind: 'text', text: { base: this.plan.seq, goal: GOAL, step, field, changes } })
  }

  enact(who: Asker, payload: Parameters<typeof enactStaged>[2]): this {
    this.now += 60_000
    const stamp = { seq: this.plan.seq + 1, at: this.now, author: who.person, relation: who.relation }
    this.keep(who, enactStaged(this.staging, stamp, payload, undefined, PLAN_LIMITS))
    return this
  }

  private try(who: Asker, operation: Operation): Refusal | null {
    this.now += 60_000
    const staged = stage(this.staging, operation, who, this.now, PLAN_LIMITS)
    if (isRefusal(staged)) return staged
    this.keep(who, staged)
    return null
  }

  private keep({ person: author, relation }: Asker, staged: Staged): void {
    const { payload, record } = staged
    this.last = staged
    this.staging = staged.after
    this.entries.push({
      ...{ seq: this.plan.seq, epoch: 1, hash: '', at: this.now, author, relation },
      ...{ clientId: null, op: null, session: this.session, payload, record },
    })
  }

  private must(refusal: Refusal | null): this {
    if (refusal) throw new Error(`refused: ${refusal.refused} ${refusal.because ?? ''}`)
    return this
  }
}
