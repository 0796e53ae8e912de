import { ChangeSet, Text } from '@codemirror/state'
import { liveParties, type PartyRelation } from '@accord/domain/case/party'
import { wordingHash } from '@accord/domain/goal/wording'
import type { GoalId, PersonId } from '@accord/domain/ids'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { goalsInOrder, textAt, type Plan } from '@accord/domain/plan/plan'
import { stage, startStaging, type Operation, type Staged } from '@accord/domain/plan/stage'
import { isRefusal } from '@accord/domain/refusal'
import { changesJson } from '@accord/domain/text/changes'

interface Writer {
  readonly person: PersonId
  readonly relation: PartyRelation
}

/** An entry before it is sealed. */
export interface Written {
  readonly by: Writer
  readonly at: number
  readonly staged: Staged
}

const WORDS = 'I sleep through most nights and my phone stays in the kitchen from ten '
const KEYSTROKE = 240
const PAUSE = 45_000
const NIGHT = 15 * 3_600_000
/** When a statement has become this long, whoever writes next cuts it. */
const LONG = 320

/**
 * A long history of one goal, as people make one: they type by turns, cut, agree, and come back another day. Every
 * operation goes through the domain's own accept path.
 * @param from when it begins, in ms
 */
export function* longRecord(plan: Plan, from: number, count: number): Generator<Written> {
  const writers: readonly Writer[] = liveParties(plan.parties)
  const goal = goalsInOrder(plan)[0]?.id
  if (!goal || writers.length < 2) throw new Error('a long record needs a goal and two people')
  let staging = startStaging(plan)
  let at = from
  for (let turn = 0; turn < count; turn++) {
    const burst = Math.floor(turn / 40)
    const by = writers[burst % writers.length]
    if (!by) continue
    if (turn % 2_000 === 0) at += NIGHT
    at += turn % 40 === 0 ? PAUSE : KEYSTROKE
    const staged = stage(staging, operationOf(staging.plan, goal, turn), by, at, PLAN_LIMITS)
    if (isRefusal(staged)) throw new Error(`the long record was refused: ${staged.refused}`)
    staging = staged.after
    yield { by, at, staged }
  }
}

function operationOf(plan: Plan, goal: GoalId, turn: number): Operation {
  const text = textAt(plan, { goal, field: 'statement' })?.text ?? ''
  if (turn % 400 > 397) return { kind: 'command', command: agreeing(plan, goal, text) }
  const changes =
    text.length > LONG
      ? ChangeSet.of({ from: 20, to: text.length - 60 }, text.length)
      : ChangeSet.of({ from: text.length, insert: Text.of([WORDS.charAt(turn % WORDS.length)]) }, text.length)
  const { seq: base } = plan
  return {
    kind: 'text',
    text: { base, goal, field: 'statement', changes: changesJson(changes), undoes: undefined },
  }
}

function agreeing({ seq: readAt }: Plan, goal: GoalId, text: string) {
  const wording = wordingHash(goal, text)
  return { name: 'agreement.answer', goal, answer: 'agree', wording, readAt, reason: null } as const
}
