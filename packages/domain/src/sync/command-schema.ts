import { z } from 'zod/mini'
import { ANSWERS } from '../agreement/answer.js'
import { TEXT_FIELDS } from '../goal/field.js'
import type { GoalId, PersonId, StepId } from '../ids.js'
import { count, hash, id, newId, text } from './shapes.js'

/** How every command looks on the wire. (LP2, LP7) */

const goal = id<GoalId>()
const step = id<StepId>()

const goalCommands = [
  z.strictObject({
    name: z.literal('goal.add'),
    goal: newId<GoalId>(),
    kind: z.enum(['change', 'maintain']),
    title: text(200),
  }),
  z.strictObject({
    name: z.literal('goal.share'),
    goal: newId<GoalId>(),
    kind: z.enum(['change', 'maintain']),
    title: text(200),
    statement: text(8_000),
    why: text(8_000),
  }),
  z.strictObject({ name: z.literal('goal.move'), goal, after: z.nullable(goal) }),
  z.strictObject({ name: z.literal('goal.setAside'), goal, reason: text(2_000) }),
  z.strictObject({ name: z.literal('goal.takeUp'), goal }),
  z.strictObject({
    name: z.literal('goal.narrow'),
    goal,
    to: z.nullable(z.array(id<PersonId>()).check(z.maxLength(20))),
  }),
  z.strictObject({
    name: z.literal('agreement.answer'),
    goal,
    step: z.optional(step),
    answer: z.enum(ANSWERS),
    wording: hash,
    readAt: count,
    reason: z.nullable(text(2_000)),
  }),
  z.strictObject({
    name: z.literal('wording.restore'),
    goal,
    step: z.optional(step),
    field: z.enum(TEXT_FIELDS),
    to: count,
  }),
] as const

const stepCommands = [
  z.strictObject({ name: z.literal('step.add'), goal, step: newId<StepId>(), text: text(2_000) }),
  z.strictObject({ name: z.literal('step.move'), goal, step, after: z.nullable(step) }),
  z.strictObject({
    name: z.literal('step.plan'),
    goal,
    step,
    who: z.array(id<PersonId>()).check(z.maxLength(20)),
    due: z.nullable(text(10)),
  }),
  z.strictObject({ name: z.literal('step.done'), goal, step, done: z.boolean() }),
  z.strictObject({ name: z.literal('step.setAside'), goal, step, aside: z.boolean() }),
] as const

const measureCommands = [
  z.strictObject({
    name: z.literal('scale.describe'),
    goal,
    levels: z.array(text(1_000)).check(z.length(5)),
  }),
  z.strictObject({
    name: z.literal('rating.give'),
    goal,
    on: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('scale'), version: z.int().check(z.positive()) }),
      z.strictObject({ kind: z.literal('progress') }),
    ]),
    value: z.int(),
  }),
] as const

const conversationCommands = [
  z.strictObject({
    name: z.literal('comment.add'),
    goal,
    comment: newId(),
    text: text(2_000),
    asks: z.boolean(),
  }),
  z.strictObject({ name: z.literal('comment.answer'), goal, comment: id(), text: text(2_000) }),
  z.strictObject({
    name: z.literal('topic.add'),
    goal,
    topic: newId(),
    about: text(2_000),
    helps: text(2_000),
  }),
  z.strictObject({ name: z.literal('win.add'), goal, win: newId(), text: text(2_000) }),
] as const

export const commandSchema = z.discriminatedUnion('name', [
  ...goalCommands,
  ...stepCommands,
  ...measureCommands,
  ...conversationCommands,
])
