/** What a consent is for. (CO1) */
export const PURPOSES = ['limits', 'working-together', 'supervision', 'disclosure'] as const
export type ConsentPurpose = (typeof PURPOSES)[number]

/** What is asked of every client; permission to tell an outsider something is only ever given of their own accord. (CO5) */
export const ASKED_PURPOSES = ['limits', 'working-together', 'supervision'] as const
export type AskedPurpose = (typeof ASKED_PURPOSES)[number]

/** What an answer says. (CO4) */
export const CONSENT_ANSWERS = ['given', 'refused', 'withdrawn'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

/** What of a record a consent is about. (CO4) */
export const CONSENT_SCOPES = ['whole-plan', 'goal', 'check-ins', 'notes'] as const
export type ConsentScope = (typeof CONSENT_SCOPES)[number]
