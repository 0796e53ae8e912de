import { z } from 'zod/mini'
import { ordinal } from '../sync/shapes.js'

/** One line that a supervisor ticks or leaves; plain words of the clinic's own. */
const itemText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}]*$/u))

/** What a clinic asks of a review. Every edit makes a new version; signed ones keep the wording they had. (RV12) */
export interface ReviewChecklist {
  /** 0 while the clinic has none of its own. */
  readonly version: number
  readonly items: readonly string[]
}

export const checklistItemsSchema = z.array(itemText).check(z.maxLength(20))

/** Answers to a checklist as they were signed, with the wording that was answered. */
export const checkedListSchema = z.strictObject({
  version: z.union([z.literal(0), ordinal]),
  items: z
    .array(z.strictObject({ text: z.string().check(z.maxLength(200)), done: z.boolean() }))
    .check(z.maxLength(20)),
})
export type CheckedList = z.infer<typeof checkedListSchema>

/** True when the answers are to this very list, in its words and order. */
export function isAnswerTo(checked: CheckedList, { version, items }: ReviewChecklist): boolean {
  return (
    checked.version === version &&
    checked.items.length === items.length &&
    checked.items.every(({ text }, index) => text === items[index])
  )
}
