import { z } from 'zod/mini'

/** Somebody's words: not empty, and no control character but the line break. In UTF-16 code units. */
export const words = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^[\P{Cc}\n]*$/u))
