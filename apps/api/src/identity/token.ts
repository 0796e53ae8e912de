import { createHash, randomBytes } from 'node:crypto'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** A new opaque token of 256 bits. (ID2) */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database holds of a token; null for what cannot be one. (ID2) */
export function tokenHash(token: string): Buffer | null {
  return SHAPE.test(token) ? createHash('sha256').update(token, 'utf8').digest() : null
}
