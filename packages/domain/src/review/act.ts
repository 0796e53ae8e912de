import { z } from 'zod/mini'
import type { GoalId, LogId } from '../ids.js'
import { hash, id, newId, ordinal } from '../sync/shapes.js'
import { checkedListSchema } from './checklist.js'

/** Names what somebody said or signed in a review; proposed by the browser, so that it can be sent again. (RV4) */
const ownId = newId()
const other = id()
const words = z.string().check(z.maxLength(4_000), z.regex(/\S/))

/** The moment of a plan's record that an act is about; a passage is words of its goal as they stood then. (RV3) */
const pinSchema = z
  .strictObject({
    plan: id<LogId>(),
    seq: ordinal,
    hash,
    goal: z.nullable(id<GoalId>()),
    passage: z.nullable(z.string().check(z.maxLength(1_000), z.regex(/\S/))),
  })
  .check(z.refine(({ goal, passage }) => passage === null || goal !== null))
export type ReviewPin = z.infer<typeof pinSchema>

/** Who reads a comment beside those who supervise and practise: nobody, or the client as well. (RV6) */
const readers = z.enum(['practitioner', 'client'])
export type ReviewReaders = z.infer<typeof readers>

/** What is done in a review. As it is asked, so it is recorded: its kind is the entry's. (RV1) */
export const reviewActSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('review.comment'),
    id: ownId,
    pin: pinSchema,
    text: words,
    readers,
  }),
  z.strictObject({ kind: z.literal('review.ask'), id: ownId, pin: pinSchema, text: words }),
  z.strictObject({ kind: z.literal('review.reply'), id: ownId, to: other, text: words }),
  z.strictObject({ kind: z.literal('review.answer'), id: ownId, to: other, text: words }),
  z.strictObject({
    kind: z.literal('review.sign'),
    id: ownId,
    plan: id<LogId>(),
    from: ordinal,
    upTo: z.strictObject({ seq: ordinal, hash }),
    checklist: z.nullable(checkedListSchema),
    /** Null for none. */
    concerns: z.nullable(words),
  }),
  z.strictObject({
    kind: z.literal('review.amend'),
    id: ownId,
    of: other,
    text: words,
    /** Who reads a comment from now on; null leaves it as it was. */
    readers: z.nullable(readers),
    reason: words,
  }),
  z.strictObject({ kind: z.literal('review.resolve'), id: ownId, thread: other }),
])

export type ReviewAct = z.infer<typeof reviewActSchema>
export type ReviewKind = ReviewAct['kind']

/** The place in the plan's record that an act names, and that the server compares with its own. (RV3) */
export function placeOfAct(act: ReviewAct): { plan: LogId; seq: number; hash: string } | null {
  if (act.kind === 'review.comment' || act.kind === 'review.ask') return act.pin
  return act.kind === 'review.sign' ? { plan: act.plan, ...act.upTo } : null
}
