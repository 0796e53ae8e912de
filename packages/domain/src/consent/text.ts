import { sha256 } from '@noble/hashes/sha2.js'
import { concat, field, toHex, utf8 } from '../history/bytes.js'
import type { ConsentPurpose } from './purpose.js'

/** One point of a text, which is acknowledged by itself. */
export interface ConsentPoint {
  readonly title: string
  readonly words: string
}

/** The words of one version. */
export interface ConsentWords {
  readonly title: string
  readonly words: string
  readonly points: readonly ConsentPoint[]
}

const TAG = utf8('accord/consent-text/1')

/**
 * Names the exact words of a version: SHA-256 over tag, purpose, title, words and points. (CO2)
 * @returns 64 hexadecimal digits
 */
export function consentTextHash(purpose: ConsentPurpose, { title, words, points }: ConsentWords): string {
  const parts = [purpose, title, words, ...points.flatMap((point) => [point.title, point.words])]
  return toHex(sha256(concat([TAG, ...parts.map((part) => field(utf8(part)))])))
}
