import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long somebody may take over their device's question, in ms. */
const LASTS_MS = 5 * 60_000
const TIME = 8
const RANDOM = 24

/**
 * A question that this house made and that is not old, without keeping it anywhere: time, random bytes, and a seal over
 * both. That it is used once only is the database's to say. (ID22)
 */
export function newChallenge(key: Buffer, now: number): Buffer {
  const head = Buffer.alloc(TIME)
  head.writeBigUInt64BE(BigInt(now + LASTS_MS))
  const body = Buffer.concat([head, randomBytes(RANDOM)])
  return Buffer.concat([body, sealOf(key, body)])
}

export function isOwnChallenge(key: Buffer, challenge: Buffer, now: number): boolean {
  if (challenge.length !== TIME + RANDOM + 32) return false
  const body = challenge.subarray(0, TIME + RANDOM)
  if (!timingSafeEqual(sealOf(key, body), challenge.subarray(TIME + RANDOM))) return false
  return Number(body.readBigUInt64BE()) > now
}

/** What is kept of one that was used. */
export function markOf(challenge: Buffer): Buffer {
  return createHash('sha256').update(challenge).digest()
}

function sealOf(key: Buffer, body: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest()
}
