/**
 * A clinic from nothing. Both routes need no sign-in, and answer at the console only. The link is
 * `CONSOLE/set-up#TOKEN`; the token is posted, never part of an address that is sent. (CL1–CL3)
 *
 * - `POST /api/set-up/look` {@link LinkToken} → 204 while the link is good, else 410 `link-spent`
 * - `POST /api/set-up` {@link SetUpBody} → 200 {@link Self} and the console's cookie; 410 `link-spent` for a link that is
 *   used, too old, replaced or unknown, and once there is a clinic; 400 `weak-password`; 400 `malformed`; 429 `too-fast`
 * - `GET /api/clinic` answers 404 `not-set-up` while there is no clinic
 * - `GET /api/clinic/settings` → {@link ClinicSettings}, for everybody who is signed in
 */
import { z } from 'zod/mini'
import { DISCIPLINES } from '../case/discipline.js'
import { email, language, line, LONGEST_NAME } from '../people/shapes.js'
import { LONGEST_PASSWORD } from '../people/password.js'

/** 256 bits as base64url. */
export const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** Body of `POST /api/set-up/look` and `POST /api/welcome/look`. */
export const linkTokenSchema = z.strictObject({ token })
export type LinkToken = z.infer<typeof linkTokenSchema>

/** What a clinic calls the people who come to it. */
export const WORDS_FOR_CLIENT = ['client', 'patient'] as const
export type WordForClient = (typeof WORDS_FOR_CLIENT)[number]

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** From when until when the clinic is open on a day of the week; 1 is Monday (ISO 8601). Times of the clinic's zone. */
export const openingHoursSchema = z
  .strictObject({ day: z.int().check(z.minimum(1), z.maximum(7)), from: time, to: time })
  .check(z.refine(({ from, to }) => from < to))
export type OpeningHours = z.infer<typeof openingHoursSchema>

/** How a clinic is called and works. Disciplines and hours stand in the order in which they were given. */
export const clinicSettingsSchema = z.strictObject({
  name: line(LONGEST_NAME),
  /** A name of the IANA time zone database, such as `Europe/Stockholm`. */
  timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone)),
  language,
  wordForClient: z.enum(WORDS_FOR_CLIENT),
  disciplines: z.array(z.enum(DISCIPLINES)).check(z.minLength(1), z.refine(isWithoutTwins)),
  hours: z.array(openingHoursSchema).check(z.maxLength(28)),
})
export type ClinicSettings = z.infer<typeof clinicSettingsSchema>

/** Body of `POST /api/set-up`. `practises`: the administrator sees clients too, and is a practitioner as well. */
export const setUpSchema = z.strictObject({
  token,
  administrator: z.strictObject({
    name: line(LONGEST_NAME),
    email,
    password: z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSWORD)),
    practises: z.boolean(),
  }),
  clinic: clinicSettingsSchema,
})
export type SetUpBody = z.infer<typeof setUpSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isWithoutTwins(list: readonly string[]): boolean {
  return new Set(list).size === list.length
}
