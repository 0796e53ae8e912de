/** After Rogers 1957: empathy, unconditional positive regard, congruence; and what to take to supervision. (RF1) */
export const REFLECTION_PARTS = ['empathy', 'regard', 'congruence', 'reaction'] as const
export type ReflectionPart = (typeof REFLECTION_PARTS)[number]
export type ReflectionWords = Readonly<Record<ReflectionPart, string>>

/** In UTF-16 code units. */
export const LONGEST_REFLECTION = 2_000

export const NO_REFLECTION: ReflectionWords = { empathy: '', regard: '', congruence: '', reaction: '' }
