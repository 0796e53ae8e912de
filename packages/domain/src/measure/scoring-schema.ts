import { z } from 'zod/mini'
import type { ChangeThreshold } from './reliable-change.js'
import type { ScoringDefinition } from './questionnaire.js'

const name = z.string().check(z.minLength(1), z.maxLength(64))
const finite = z.number()
const names = z.array(name).check(z.maxLength(200))

/** From where on a change of an instrument is more than chance would explain, and where that is from. (ME2) */
export type OwnChange = Pick<ChangeThreshold, 'minimum' | 'population' | 'citation'>

/** How a clinic's own instrument is scored, as its administrator writes it down. (ME8) */
export type OwnScoring = ScoringDefinition & { readonly reliableChange?: OwnChange }

/** The shape alone; whether it fits the questions is {@link problemsOfScoring}'s. */
export const scoringSchema = z.strictObject({
  items: names.check(z.minLength(1)),
  itemRange: z.strictObject({ min: finite, max: finite }),
  method: z.enum(['sum', 'mean']),
  reversed: z.optional(names),
  subscales: z.optional(
    z.array(z.strictObject({ code: name, items: names.check(z.minLength(1)) })).check(z.maxLength(20)),
  ),
  mostMissing: z.int().check(z.nonnegative()),
  neverMadeUp: z.optional(names),
  bands: z.optional(z.array(z.strictObject({ from: finite, to: finite, code: name })).check(z.maxLength(20))),
  alerts: z.optional(z.array(z.strictObject({ item: name, from: finite })).check(z.maxLength(20))),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
  reliableChange: z.optional(
    z.strictObject({
      minimum: finite.check(z.positive()),
      population: z.string().check(z.minLength(1), z.maxLength(200)),
      citation: z.string().check(z.minLength(1), z.maxLength(500)),
    }),
  ),
})
