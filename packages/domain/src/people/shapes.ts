import { z } from 'zod/mini'

/** The small shapes that a person's particulars are made of. (CL4) */

export const LONGEST_NAME = 200
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\].]+$/
const PHONE = /^\+?[0-9][0-9 ()./-]{2,30}$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** One line of words, neither empty nor only spaces. Trimmed. */
export const line = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^[^\p{Cc}]*$/u))

/** An address with one @ and a dot behind it; lower-cased. Whether mail arrives there is not asked. */
export const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.regex(EMAIL))

/** A telephone number as people write it: digits, spaces, brackets, an optional plus. */
export const phone = z.string().check(z.trim(), z.regex(PHONE))

/** A language tag of BCP 47, such as `en`, `ar` or `pt-BR`. */
export const language = z.string().check(z.trim(), z.regex(LANGUAGE))

/** A day that exists, `YYYY-MM-DD`, from 1900 on. */
export const day = z.string().check(z.trim(), z.refine(isDay))

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
