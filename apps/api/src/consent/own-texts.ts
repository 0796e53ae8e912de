import { PURPOSES, type ConsentPurpose } from '@accord/domain/consent/purpose'
import { consentTextHash, type ConsentPoint, type ConsentWords } from '@accord/domain/consent/text'
import type { ConsentText } from '@accord/domain/rest/consent'
import { message } from '../messages/message.js'

/** Source of the four points: the limits that practices commonly tell before the first session. */
const LIMITS = ['life', 'others', 'protect', 'court'] as const

/** Accord's own words, until a practice writes its own. (CO1) */
export function ownTexts(): readonly ConsentText[] {
  return PURPOSES.map((purpose) => {
    const words = wordsOf(purpose)
    const hash = consentTextHash(purpose, words)
    return { ...words, purpose, version: 1, hash, reason: null, by: null, at: null }
  })
}

function wordsOf(purpose: ConsentPurpose): ConsentWords {
  return {
    title: message(`consent.${purpose}.title`),
    words: message(`consent.${purpose}.words`),
    points: purpose === 'limits' ? LIMITS.map(pointOf) : [],
  }
}

function pointOf(limit: (typeof LIMITS)[number]): ConsentPoint {
  return { title: message(`consent.limit.${limit}.title`), words: message(`consent.limit.${limit}.words`) }
}
