import { z } from 'zod/mini'
import { isUuid, isUuidV7 } from '../ids.js'

/** The small shapes that messages are made of. (LP2) */

export const id = <Id extends string>() => z.string().check(z.refine(isUuid)) as unknown as z.ZodMiniType<Id>
export const newId = <Id extends string>() =>
  z.string().check(z.refine(isUuidV7)) as unknown as z.ZodMiniType<Id>
export const count = z.int().check(z.nonnegative())
export const ordinal = z.int().check(z.positive())

/** The last one whose successor still goes into four bytes, as PostgreSQL's `integer` holds it. */
const LAST_REVISION = 2 ** 31 - 2

/** Which version, edition or turn of something its writer had read; 0 before there was one. (FT4) */
export const revision = z.int().check(z.nonnegative(), z.maximum(LAST_REVISION))
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
export const text = (longest: number) => z.string().check(z.maxLength(longest))
/** Which version, edition or turn of something, from 1. (FT4) */
export const nth = revision.check(z.positive())
