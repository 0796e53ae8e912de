import { z } from 'zod/mini'
import { isUuid, isUuidV7 } from '../ids.js'

/** The small shapes that messages are made of. (LP2) */

export const id = <Id extends string>() => z.string().check(z.refine(isUuid)) as unknown as z.ZodMiniType<Id>
export const newId = <Id extends string>() =>
  z.string().check(z.refine(isUuidV7)) as unknown as z.ZodMiniType<Id>
export const count = z.int().check(z.nonnegative())
export const ordinal = z.int().check(z.positive())
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const text = (longest: number) => z.string().check(z.maxLength(longest))
